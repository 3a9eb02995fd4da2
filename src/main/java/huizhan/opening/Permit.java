package huizhan.opening;

import huizhan.web.Dates;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The organizer's leave for one department to hand in later than the call says (B18).
 *
 * @param until      the first instant that is too late
 * @param at         when it was granted, by the business clock
 * @param withdrawal when and why it was taken back; such a permit is kept, and opens nothing
 */
public record Permit(UUID id, UUID department, Instant until, String reason, Instant at, Optional<Withdrawal> withdrawal) {

    public record Withdrawal(String reason, Instant at) {}

    /** Its end as people read it. */
    public Instant last() {
        return Dates.last(until);
    }

    boolean stands() {
        return withdrawal.isEmpty();
    }
}
