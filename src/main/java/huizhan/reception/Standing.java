package huizhan.reception;

import huizhan.reception.Step.State;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * An item with all that was found of it.
 *
 * @param expected whether what was signed off asks for it; else it came before the electronic half, or is a disc more
 * @param steps    the oldest first; of a list of many departments only the first in hand and the last
 */
record Standing(Due due, boolean expected, List<Step> steps) {

    static Standing of(Due due, boolean expected, List<Step> all) {
        return new Standing(due, expected, all.stream().filter(each -> each.item().equals(due.item())).sorted(Comparator.comparing(Step::number)).toList());
    }

    private Optional<Step> last() {
        return steps.isEmpty() ? Optional.empty() : Optional.of(steps.get(steps.size() - 1));
    }

    /** The number of the last step; 0 for none. */
    long number() {
        return last().map(Step::number).orElse(0L);
    }

    /** The step that counts; one that was withdrawn counts as none. */
    Optional<Step> counting() {
        return last().filter(each -> each.state() != State.WITHDRAWN);
    }

    Optional<State> state() {
        return counting().map(Step::state);
    }

    boolean settled() {
        return state().filter(State::settles).isPresent();
    }

    boolean isDiscrepancy() {
        return state().filter(State::isDiscrepancy).isPresent();
    }

    /** When somebody first had it in hand, in whatever state: what is asked for again keeps its first date (B25). */
    Optional<Step> firstInHand() {
        var since = steps.stream().filter(each -> each.state() == State.WITHDRAWN).mapToLong(Step::number).max().orElse(0);
        return steps.stream().filter(each -> each.number() > since && each.state().inHand()).findFirst();
    }
}
