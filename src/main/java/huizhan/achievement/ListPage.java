package huizhan.achievement;

import huizhan.call.Choice;
import huizhan.kernel.Actor;
import huizhan.kernel.Disclosure;
import huizhan.kernel.Lang;
import huizhan.opening.Permit;
import huizhan.web.Dates;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The list of a person's achievements.
 *
 * @param waiting   what is still with the units; only for a department
 * @param extension by which the department may hand in later than others
 */
record ListPage(List<Line> lines, List<Line> waiting, boolean department, Optional<Permit> extension) {

    /**
     * @param due   until when a returned one is awaited, in words, and whether that day is over
     * @param note  kind and forms, in words
     * @param state good, warn, bad or open, with its word
     * @param next  the key of the next step's word
     */
    record Line(UUID id, String name, String unit, String note, Disclosure disclosure, String stateKind, String state, int missing,
                String reason, String due, boolean late, String next) {

        /** After the sign-off the unit is told: picked, or kept as a candidate (A3). */
        Line told(@org.jspecify.annotations.Nullable Boolean picked) {
            return picked == null ? this : new Line(id, name, unit, note, disclosure, picked ? "good" : "open", picked ? "picked" : "kept", missing,
                reason, due, late, next);
        }
    }

    static ListPage of(Actor me, Achievements achievements, PageMaker maker, Lang lang) {
        boolean department = me.unit().isEmpty();
        var waiting = department ? achievements.withUnits(me.owner()) : List.<Candidate>of();
        var mine = achievements.list(me);
        var picked = achievements.picked(me, mine);
        return new ListPage(mine.stream().map(each -> line(each, department, maker, lang).told(picked.get(each.id()))).toList(),
            waiting.stream().map(each -> line(each, true, maker, lang)).toList(), department, maker.extension(me));
    }

    private static Line line(Candidate each, boolean department, PageMaker maker, Lang lang) {
        var call = maker.call();
        var kind = call.kind(each.kind()).map(found -> found.label().in(lang)).orElse("");
        var forms = each.exhibitForms().stream().flatMap(code -> call.choice("exhibit-forms", code).stream()).map(Choice::label)
            .map(label -> label.in(lang)).collect(Collectors.joining(lang == Lang.EN ? ", " : "、"));
        var note = List.of(each.unitName(), kind, forms).stream().filter(part -> !part.isEmpty()).collect(Collectors.joining(" · "));
        return new Line(each.id(), each.name(), each.unitName(), note, each.disclosure(), kind(each), state(each), each.errors(), each.reason(),
            each.due().map(day -> Dates.day(lang, day)).orElse(""), each.due().filter(maker.today()::isAfter).isPresent(), next(each, department));
    }

    private static String kind(Candidate each) {
        return switch (each.state()) {
            case HANDED -> "good";
            case RETURNED -> "warn";
            case DRAFT -> each.errors() == 0 ? "good" : "open";
        };
    }

    private static String state(Candidate each) {
        return switch (each.state()) {
            case HANDED -> "handed";
            case RETURNED -> "returned";
            case DRAFT -> each.errors() == 0 ? "ready" : "draft";
        };
    }

    private static String next(Candidate each, boolean department) {
        boolean mine = !department || each.byDepartment();
        if (each.state() == Candidate.State.HANDED || !mine) return "look";
        return each.errors() == 0 ? "hand" : "fill";
    }
}
