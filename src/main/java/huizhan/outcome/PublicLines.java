package huizhan.outcome;

import huizhan.kernel.Disclosure;
import huizhan.nomination.SignOffs.Line;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;

/** Lines that came in, as results may speak of them: an achievement that is a rank and a word with one department is that with all (A4). */
final class PublicLines {
    private PublicLines() {}

    /** One for each public achievement; where two departments sent the same, the one whose id comes first. */
    static List<Line> of(Collection<Line> lines) {
        var open = new LinkedHashMap<UUID, Line>();
        lines.stream().sorted(java.util.Comparator.comparing(Line::department)).forEach(each -> open.putIfAbsent(each.achievement(), each));
        lines.stream().filter(PublicLines::hidden).forEach(each -> open.remove(each.achievement()));
        return new ArrayList<>(open.values());
    }

    static boolean hidden(Line line) {
        return line.disclosure() != Disclosure.PUBLIC || line.name().isEmpty();
    }
}
