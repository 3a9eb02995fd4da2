package huizhan.nomination;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * How far a department's nomination has come, in counts and dates, never in titles (B10, C7).
 *
 * @param listed    achievements on the list; before the sign-off without those that are a rank and a word, which are the department's own affair
 * @param complete  whether nothing visible from here is missing: lines within the limit, each handed over, the head filled in; never of a
 *                  list on which nothing is visible, for a rank and a word say nothing of what is behind them
 * @param submitted whether it waits for the department's approver; said only of a list on which something is visible
 * @param signed    the sign-off that holds
 */
public record Standing(UUID department, int listed, boolean complete, boolean submitted, Optional<Signed> signed) {

    /** A department that has no list. */
    public static Standing none(UUID department) {
        return new Standing(department, 0, false, false, Optional.empty());
    }

    /** @param disc whether its disc images are made */
    public record Signed(UUID revision, String receipt, Instant at, boolean disc) {}
}
