package huizhan.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long to wait after a failure: the first gap, doubled each time, up to the longest. While the server can't be reached all letters wait
 * together, so that a long outbox doesn't knock at a closed door, and then one knocks alone: a server that is silent holds one job, never all.
 * Kept in memory: after a start the first gap comes first again.
 */
final class Pace {
    /** Longer than a silent server holds a dialogue (the time limits of {@code application.properties}). */
    private static final Duration KNOCKING = Duration.ofMinutes(3);
    /** A server that asks for patience with one letter is asked about it less often still. */
    private static final int PATIENT = 8;
    private final Duration first;
    private final Duration longest;
    private final Duration end;
    private final int most;
    private int failures;
    private Instant until = Instant.MIN;

    /**
     * @param end  how long a server may ask for patience with one letter
     * @param most how many times it may at least: days in which nobody could ask it are no patience
     */
    Pace(Duration first, Duration longest, Duration end, int most) {
        this.first = first;
        this.longest = longest;
        this.end = end;
        this.most = most;
    }

    /**
     * Whether a letter is to be given up.
     *
     * @param asked how many times the server has asked for patience with it, this time included
     * @param since when it did so first
     */
    boolean isOver(int asked, Instant since, Instant now) {
        return asked >= most && !now.isBefore(since.plus(end));
    }

    /** The gap after so many failures in a row. */
    Duration gap(int failed) {
        return gap(failed, longest);
    }

    /** The gap after the server has asked so many times for patience with the same letter. */
    Duration patience(int deferred) {
        return gap(deferred, longest.multipliedBy(PATIENT));
    }

    private Duration gap(int failed, Duration most) {
        var gap = first;
        for (int i = 1; i < failed && gap.compareTo(most) < 0; i++) {
            gap = gap.multipliedBy(2);
        }
        return gap.compareTo(most) < 0 ? gap : most;
    }

    /** When to come again; empty where the way is free. After a failure it is free for one, until that one has told how it went. */
    synchronized Optional<Instant> wait(Instant now) {
        if (now.isBefore(until)) return Optional.of(until.isBefore(now.plus(longest)) ? until : now.plus(longest));
        if (failures > 0) until = now.plus(KNOCKING);
        return Optional.empty();
    }

    /** Who had the way to itself didn't need it. */
    synchronized void unused() {
        until = Instant.MIN;
    }

    /** The server could not be reached, or fell silent. */
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
