package huizhan.stamped;

import huizhan.stamped.Paper.Side;
import huizhan.stamped.Step.State;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A paper with all that became of it.
 *
 * @param steps of both sides, the oldest first
 */
record Standing(Due due, List<Step> steps) {
    private static final String NONE = "none";

    static Standing of(Due due, List<Step> all) {
        return new Standing(due, all.stream().filter(each -> each.paper().equals(due.paper()))
            .sorted(Comparator.comparing(Step::at).thenComparing(Step::side).thenComparing(Step::number)).toList());
    }

    /** The last step of a side; one that was withdrawn counts as none. */
    Optional<Step> counting(Side side) {
        return last(side).filter(each -> each.state() != State.WITHDRAWN);
    }

    private Optional<Step> last(Side side) {
        return steps.stream().filter(each -> each.side() == side).max(Comparator.comparing(Step::number));
    }

    /** The number of a side's last step; 0 for none. */
    long number(Side side) {
        return last(side).map(Step::number).orElse(0L);
    }

    /** there, unit, excepted, none: the department's own scan goes before the unit's, and a scan before an exception. */
    String scan() {
        var own = counting(Side.SCAN);
        if (own.filter(each -> each.state() == State.THERE).isPresent()) {
            return State.THERE.code();
        }
        return due.fromUnit().isPresent() ? "unit" : own.map(each -> each.state().code()).orElse(NONE);
    }

    /** here, sent, excepted, none. */
    String original() {
        return counting(Side.ORIGINAL).map(each -> each.state().code()).orElse(NONE);
    }

    /** The department's scan, or else the unit's. */
    Optional<UUID> file() {
        return counting(Side.SCAN).flatMap(Step::file).or(() -> due.fromUnit().map(each -> each.id()));
    }

    boolean hasScan() {
        return file().isPresent();
    }

    boolean isExcepted() {
        return scan().equals(State.EXCEPTED.code()) || original().equals(State.EXCEPTED.code());
    }

    /** Whether the original was promised for a day that has passed. */
    boolean overdue(LocalDate today) {
        return counting(Side.ORIGINAL).filter(each -> each.state() == State.EXCEPTED).flatMap(Step::day).filter(today::isAfter).isPresent();
    }
}
