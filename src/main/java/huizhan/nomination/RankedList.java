package huizhan.nomination;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A department's list in its order; a line's rank is its place, counted from 1.
 *
 * @param version   counts the changes of the list; 0 where nobody has begun one
 * @param signature the sign-off that holds now, absent while it is a draft
 */
record RankedList(UUID id, UUID department, long version, List<Line> lines, Optional<Signature> signature) {

    RankedList {
        lines = List.copyOf(lines);
    }

    public boolean begun() {
        return version > 0;
    }

    boolean has(UUID line) {
        return lines.stream().anyMatch(each -> each.id().equals(line));
    }

    int rank(UUID line) {
        return lines.stream().map(Line::id).toList().indexOf(line) + 1;
    }

    RankedList plus(Line line) {
        var more = new ArrayList<>(lines);
        more.add(line);
        return with(more);
    }

    RankedList without(UUID line) {
        return with(lines.stream().filter(each -> !each.id().equals(line)).toList());
    }

    /** The same places, one of them only a rank and the word non-public. */
    RankedList stubbed(UUID line) {
        return with(lines.stream().map(each -> each.id().equals(line) ? new Line(line, true) : each).toList());
    }

    /** The same places, a stub among them taken by an achievement. */
    RankedList filled(UUID stub, UUID achievement) {
        return with(lines.stream().map(each -> each.id().equals(stub) ? new Line(achievement, false) : each).toList());
    }

    /** One place up or down; at the ends nothing moves. */
    RankedList moved(UUID line, boolean up) {
        int from = rank(line) - 1;
        int to = up ? from - 1 : from + 1;
        if (from < 0 || to < 0 || to >= lines.size()) {
            return this;
        }
        var order = new ArrayList<>(lines);
        Collections.swap(order, from, to);
        return with(order);
    }

    /** The order of the ids, if they are exactly the present ones. */
    Optional<RankedList> ordered(List<UUID> ids) {
        if (ids.size() != lines.size() || !new HashSet<>(ids).equals(new HashSet<>(lines.stream().map(Line::id).toList()))) {
            return Optional.empty();
        }
        return Optional.of(with(ids.stream().map(id -> lines.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow()).toList()));
    }

    RankedList with(List<Line> others) {
        return new RankedList(id, department, version, others, signature);
    }
}
