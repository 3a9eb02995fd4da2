package huizhan.kernel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * The two clocks. {@code business} decides deadlines and dates on papers and can be moved in tests and in the demo;
 * {@code system} times sessions, one-time codes and jobs and is never moved.
 */
public record Clocks(Clock business, Clock system, boolean moved) {

    public static Clocks real() {
        return new Clocks(Clock.systemUTC(), Clock.systemUTC(), false);
    }

    /** An instant of the system clock as people read it here: in the demo moved with the business clock, else itself. */
    public Instant asShown(Instant ofSystem) {
        return moved ? business.instant().plus(Duration.between(system.instant(), ofSystem)) : ofSystem;
    }
}
