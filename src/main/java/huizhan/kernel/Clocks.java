package huizhan.kernel;

import java.time.Clock;

/**
 * The two clocks. {@code business} decides deadlines and dates on papers and can be moved in tests and in the demo;
 * {@code system} times sessions, one-time codes and jobs and is never moved.
 */
public record Clocks(Clock business, Clock system, boolean moved) {

    public static Clocks real() {
        return new Clocks(Clock.systemUTC(), Clock.systemUTC(), false);
    }
}
