package huizhan.call;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The last day, inclusive, in the call's own time zone (A13), and which date of a parcel decides: of dispatch or of arrival. */
public record Deadline(LocalDate day, ZoneId zone, boolean dispatchCounts) {

    /** The first instant that is too late: midnight after the last day. */
    public Instant end() {
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }

    public boolean passed(Instant now) {
        return !now.isBefore(end());
    }
}
