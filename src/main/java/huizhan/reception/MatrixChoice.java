package huizhan.reception;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Which departments are looked at, and in which order; what is empty narrows nothing.
 *
 * @param late only those with something late, or of which nobody knows
 * @param q    part of a name, or a code
 */
record MatrixChoice(String state, boolean late, String grouping, String q, String sort) {

    static MatrixChoice of(Map<String, String> asked) {
        var sort = asked.getOrDefault("sort", "");
        return new MatrixChoice(MatrixRow.State.of(asked.getOrDefault("state", "")).map(MatrixRow.State::code).orElse(""), asked.containsKey("late"),
            asked.getOrDefault("group", ""), asked.getOrDefault("q", "").strip(), MatrixRow.orders().contains(sort) ? sort : MatrixRow.orders().get(0));
    }

    boolean takes(MatrixRow row) {
        return (state.isEmpty() || row.state().code().equals(state)) && (!late || row.figures().late() + row.figures().undecided() > 0)
            && (grouping.isEmpty() || row.department().grouping().equals(grouping)) && named(row);
    }

    private boolean named(MatrixRow row) {
        var wanted = q.toLowerCase(Locale.ROOT);
        return Stream.of(row.department().name().zh(), row.department().name().en(), row.department().code()).anyMatch(each -> each.toLowerCase(Locale.ROOT).contains(wanted));
    }
}
