package huizhan.mail;

import java.time.Duration;
import java.time.Instant;

/**
 * How long to wait after a failure: the first gap, doubled each time, up to the longest. While the server can't be reached all letters wait
 * together, so that a long outbox doesn't knock at a closed door. Kept in memory: after a start the first gap comes first again.
 */
final class Pace {
    private final Duration first;
    private final Duration longest;
    private int failures;
    private Instant until = Instant.MIN;

    Pace(Duration first, Duration longest) {
        this.first = first;
        this.longest = longest;
    }

    /** The gap after so many failures in a row. */
    Duration gap(int failed) {
        var gap = first;
        for (int i = 1; i < failed && gap.compareTo(longest) < 0; i++) {
            gap = gap.multipliedBy(2);
        }
        return gap.compareTo(longest) < 0 ? gap : longest;
    }

    /** When to knock again; the instant itself or earlier while nothing hinders. */
    synchronized Instant free() {
        return until;
    }

    /** The server could not be reached. */
    synchronized Instant unreachable(Instant now) {
        failures++;
        until = now.plus(gap(failures));
        return until;
    }

    /** The server answered, or a person wants it tried now. */
    synchronized void forget() {
        failures = 0;
        until = Instant.MIN;
    }
}
