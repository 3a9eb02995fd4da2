package huizhan.organization.access;

import huizhan.kernel.Clocks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Progressive delay: from the fifth failure on, the next attempt is taken only after one second, two, four … up to a cap; a quarter
 * of an hour of quiet forgets. Counted before the password is looked at, so that a burst of parallel attempts gains nothing. Nobody
 * is ever locked out, and a browser that has signed in before has a count of its own that strangers can't raise.
 */
@Service
class Throttle {
    private static final int FREE = 5;
    private static final Duration FORGET = Duration.ofMinutes(15);
    private static final int MOST_DOUBLINGS = 16;
    private final ThrottleSql sql;
    private final Clocks clocks;

    Throttle(ThrottleSql sql, Clocks clocks) {
        this.sql = sql;
        this.clocks = clocks;
    }

    /** One count: by account, by address, by device. */
    record Count(String name, Duration cap) {}

    /** Takes an attempt into every count, or says when the next one is taken. */
    @Transactional Optional<Instant> enter(List<Count> counts) {
        var now = clocks.system().instant();
        var free = now;
        for (var count : counts) {
            var standing = sql.locked(count.name(), now);
            if (standing.freeAt().isAfter(free)) free = standing.freeAt();
        }
        if (free.isAfter(now)) return Optional.of(free);
        for (var count : counts) {
            var standing = sql.locked(count.name(), now);
            var failures = standing.lastAt().plus(FORGET).isBefore(now) ? 1 : standing.failures() + 1;
            sql.write(count.name(), failures, now, now.plus(delay(failures, count.cap())));
        }
        return Optional.empty();
    }

    /** The attempt was right: its own counts begin anew, the shared one of the address only takes this attempt back. */
    @Transactional void leave(List<Count> own, List<Count> shared) {
        var now = clocks.system().instant();
        own.forEach(count -> sql.delete(count.name()));
        for (var count : shared) {
            var standing = sql.locked(count.name(), now);
            sql.write(count.name(), Math.max(0, standing.failures() - 1), standing.lastAt(), now);
        }
    }

    /** Forgets the counts that nothing was added to for a day. */
    @Transactional void tidy() {
        sql.deleteBefore(clocks.system().instant().minus(Duration.ofDays(1)));
    }

    static Duration delay(int failures, Duration cap) {
        if (failures < FREE) return Duration.ZERO;
        var wanted = Duration.ofSeconds(1L << Math.min(failures - FREE, MOST_DOUBLINGS));
        return wanted.compareTo(cap) < 0 ? wanted : cap;
    }
}
