package huizhan.progress;

import huizhan.kernel.Disclosure;
import huizhan.kernel.Lang;
import huizhan.nomination.Standing;
import huizhan.nomination.Standings;
import huizhan.nomination.Standings.Counted;
import huizhan.opening.OpenCall;
import huizhan.web.Dates;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The whole in figures: how many departments stand where, and what the signed-off nominations are made of (B10). */
@Component
class Figures {
    private final Standings standings;
    private final OpenCall open;

    Figures(Standings standings, OpenCall open) {
        this.standings = standings;
        this.open = open;
    }

    /** @param most the longest bar's figure, at least 1 */
    record Chart(List<Bar> bars, long most) {

        static Chart of(List<Bar> bars) {
            return new Chart(bars, Math.max(1, bars.stream().mapToLong(Bar::count).max().orElse(1)));
        }
    }

    record Bar(String label, long count) {}

    /** A group of departments, with how many of it stand in each state. */
    record Group(String grouping, List<Long> counts, long all) {}

    /** {@code templates/progress/figures.html}. */
    record Page(List<Group> groups, List<String> states, long achievements, Chart directions, Chart forms, Chart disclosures, Chart days) {}

    Page page(List<Row> rows, Lang lang) {
        var counted = standings.counted();
        var call = open.call();
        var directions = call.choices("directions").stream().map(each -> bar(each.label().in(lang), counted, one -> one.direction().equals(each.code())));
        var forms = call.choices("exhibit-forms").stream().map(each -> bar(each.label().in(lang), counted, one -> one.forms().contains(each.code())));
        var disclosures = Arrays.stream(Disclosure.values()).map(each -> bar(each.label().in(lang), counted, one -> one.disclosure().equals(each.code())));
        return new Page(groups(rows), Arrays.stream(Row.State.values()).map(Row.State::code).toList(), counted.size(), Chart.of(directions.toList()),
            Chart.of(forms.toList()), Chart.of(disclosures.toList()), days(rows, lang));
    }

    private static Bar bar(String label, List<Counted> counted, Predicate<Counted> which) {
        return new Bar(label, counted.stream().filter(which).count());
    }

    private static List<Group> groups(List<Row> rows) {
        return rows.stream().map(row -> row.department().grouping()).distinct().map(grouping -> {
            var members = rows.stream().filter(row -> row.department().grouping().equals(grouping)).toList();
            return new Group(grouping, List.copyOf(Matrix.counts(members).values()), members.size());
        }).sorted(java.util.Comparator.comparing(Group::all).reversed().thenComparing(Group::grouping)).toList();
    }

    /** Every day from the first sign-off to the last, those without one too. */
    private static Chart days(List<Row> rows, Lang lang) {
        var byDay = rows.stream().flatMap(row -> row.standing().signed().stream()).map(Standing.Signed::at).map(Dates::dayOf)
            .collect(Collectors.groupingBy(day -> day, TreeMap::new, Collectors.counting()));
        var bars = new ArrayList<Bar>();
        if (!byDay.isEmpty()) {
            byDay.firstKey().datesUntil(byDay.lastKey().plusDays(1)).forEach(day -> bars.add(new Bar(Dates.day(lang, day), byDay.getOrDefault(day, 0L))));
        }
        return Chart.of(bars);
    }
}
