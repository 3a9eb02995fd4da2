package huizhan.achievement;

import huizhan.achievement.ListPage.Line;
import huizhan.kernel.Actor;
import huizhan.kernel.Lang;
import java.util.List;

/**
 * The list of a middle body's people, {@code templates/achievement/middle.html}.
 *
 * @param body    its name
 * @param waiting what its units have let go and it has not dealt with
 * @param arrived what has reached the department, on whatever way
 * @param open    what is still with its units
 * @param tells   whether the reader is written to when something comes
 */
record MiddlePage(String body, List<Line> waiting, List<Line> arrived, List<Line> open, boolean tells) {

    static MiddlePage of(Actor me, Achievements achievements, PageMaker maker, Lang lang) {
        var mine = achievements.list(me);
        var picked = achievements.picked(me, mine);
        return new MiddlePage(me.middle().map(maker.names().bodies(me.owner())::get).orElse(""),
            mine.stream().filter(each -> !each.arrived()).map(each -> ListPage.line(each, true, maker, lang)).toList(),
            mine.stream().filter(Candidate::arrived).map(each -> arrived(me, each, ListPage.line(each, true, maker, lang)).told(picked.get(each.id()))).toList(),
            achievements.withOwnUnits(me).stream().map(each -> ListPage.line(each, true, maker, lang)).toList(), achievements.tells(me));
    }

    private static Line arrived(Actor me, Candidate each, Line line) {
        if (each.state() == Candidate.State.TAKEN_OVER) return line.as("info", "taken-over", each.reason());
        if (each.middle().isEmpty()) return line.as("good", "direct", "");
        // before its unit came here, another body passed it on: that was not this one's doing
        return line.as("good", each.middle().equals(me.middle()) ? "passed" : "passed-before", "");
    }
}
