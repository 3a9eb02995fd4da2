package huizhan.reception;

import huizhan.call.Deadline;
import huizhan.web.Dates;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.UUID;

/**
 * A parcel that came for a department (A12, A13).
 *
 * @param number     the courier's, or empty
 * @param dispatched the day of the postmark; empty where nobody could read one
 * @param time       of arrival, where somebody looked at the clock
 * @param at         when it was noted
 * @param withdrawal that it was noted by mistake, and why; such a parcel is kept and counts for nothing
 */
record Parcel(UUID id, UUID department, Channel channel, String number, Optional<LocalDate> dispatched, LocalDate arrived, Optional<LocalTime> time,
              String remark, Instant at, UUID by, Optional<Withdrawal> withdrawal) {

    record Withdrawal(String reason, Instant at, UUID by) {}

    public boolean counts() {
        return withdrawal.isEmpty();
    }

    /**
     * By the date that decides in this call. Where that is the day of dispatch and nobody knows it, what arrived in time was sent in time.
     *
     * @param end the first instant that is too late for the department
     */
    Lateness lateness(Deadline deadline, Instant end) {
        if (!deadline.dispatchCounts()) {
            return arrivedBefore(end) ? Lateness.IN_TIME : Lateness.LATE;
        }
        var last = Dates.dayOf(end.minusMillis(1));
        return dispatched.map(day -> day.isAfter(last) ? Lateness.LATE : Lateness.IN_TIME)
            .orElseGet(() -> arrivedBefore(end) ? Lateness.IN_TIME : Lateness.UNDECIDED);
    }

    private boolean arrivedBefore(Instant end) {
        return time.map(clock -> arrived.atTime(clock).atZone(Dates.ZONE).toInstant().isBefore(end))
            .orElseGet(() -> !arrived.isAfter(Dates.dayOf(end.minusMillis(1))));
    }
}
