package huizhan.opening;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The call as a department has handed it on to its units (B26).
 *
 * @param number counted from 1; 0 for one that never was
 * @param until  the last day on which its units hand over; empty for the call's own
 * @param note   what it tells its units
 * @param at     by the business clock
 */
public record Forwarding(long number, Optional<LocalDate> until, String note, Instant at) {

    /** A department that has said nothing to its units. */
    public static final Forwarding NONE = new Forwarding(0, Optional.empty(), "", Instant.EPOCH);
}
