package huizhan.achievement;

import huizhan.call.Choice;
import huizhan.kernel.Actor;
import huizhan.kernel.Disclosure;
import huizhan.kernel.Lang;
import huizhan.opening.Permit;
import huizhan.web.Dates;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The list of a person's achievements.
 *
 * @param waiting   what is still with the units; only for a department
 * @param between   what waits at a body between, and which; only for a department
 * @param extension by which the department may hand in later than others
 */
record ListPage(List<Line> lines, List<Line> waiting, List<Between> between, boolean department, Optional<Permit> extension) {

    /**
     * @param due   until when a returned one is awaited, in words, and whether that day is over
     * @param note  kind and forms, in words
     * @param state good, warn, bad or open, with its word
     * @param since when it came to stand there, as a day in words
     * @param by    who returned it, in words
     * @param next  the key of the next step's word
     */
    record Line(UUID id, String name, String unit, String note, Disclosure disclosure, String stateKind, String state, String since, int missing,
                String by, String reason, String due, boolean late, String next) {

        /** The same in another state, with a word to its reader. */
        Line as(String kind, String word, String said) {
            return new Line(id, name, unit, note, disclosure, kind, word, since, missing, by, said, due, late, next);
        }

        /** After the sign-off the unit is told: picked, or kept as a candidate (A3). */
        Line told(@org.jspecify.annotations.Nullable Boolean picked) {
            return picked == null ? this : new Line(id, name, unit, note, disclosure, picked ? "good" : "open", picked ? "picked" : "kept", since, missing,
                by, reason, due, late, next);
        }
    }

    /**
     * What waits at one body.
     *
     * @param acts whether anybody there can act now
     */
    record Between(UUID id, String name, boolean acts, List<Line> lines) {}

    static ListPage of(Actor me, Achievements achievements, PageMaker maker, Lang lang) {
        boolean department = me.ofDepartment();
        var waiting = department ? achievements.withUnits(me.owner()) : List.<Candidate>of();
        var mine = achievements.list(me);
        var picked = achievements.picked(me, mine);
        return new ListPage(mine.stream().map(each -> line(each, department, maker, lang).told(picked.get(each.id()))).toList(),
            waiting.stream().filter(each -> each.state() != Candidate.State.MIDDLE).map(each -> line(each, true, maker, lang)).toList(),
            between(me, waiting, maker, lang), department, maker.extension(me));
    }

    /** By the body that the unit reports through now; where it reports through none any more, by the one that it was sent to. */
    private static List<Between> between(Actor me, List<Candidate> waiting, PageMaker maker, Lang lang) {
        var all = waiting.stream().filter(each -> each.state() == Candidate.State.MIDDLE).toList();
        if (all.isEmpty()) return List.of();
        var bodies = maker.names().bodies(me.owner());
        var through = maker.names().through(me.owner());
        var acting = maker.names().acting(me.owner());
        var groups = all.stream().collect(Collectors.groupingBy(each -> each.unit().map(through::get).map(bodies::get).orElse(each.body()), LinkedHashMap::new, Collectors.toList()));
        return bodies.entrySet().stream().filter(body -> groups.containsKey(body.getValue())).map(body -> {
            var lines = groups.get(body.getValue());
            boolean acts = acting.contains(body.getKey()) && lines.stream().allMatch(each -> each.unit().filter(through::containsKey).isPresent());
            return new Between(body.getKey(), body.getValue(), acts, lines.stream().map(each -> line(each, true, maker, lang)).toList());
        }).toList();
    }

    static Line line(Candidate each, boolean department, PageMaker maker, Lang lang) {
        var call = maker.call();
        var kind = call.kind(each.kind()).map(found -> found.label().in(lang)).orElse("");
        var forms = each.exhibitForms().stream().flatMap(code -> call.choice("exhibit-forms", code).stream()).map(Choice::label)
            .map(label -> label.in(lang)).collect(Collectors.joining(lang == Lang.EN ? ", " : "、"));
        var note = List.of(each.unitName(), kind, forms).stream().filter(part -> !part.isEmpty()).collect(Collectors.joining(" · "));
        return new Line(each.id(), each.name(), each.unitName(), note, each.disclosure(), kind(each), state(each), Dates.day(lang, each.since()), each.errors(), each.body().isEmpty() ? maker.department(lang) : each.body(),
            each.state() == Candidate.State.RETURNED ? each.reason() : "",
            each.due().map(day -> Dates.day(lang, day)).orElse(""), each.due().filter(maker.today()::isAfter).isPresent(), next(each, department));
    }

    private static String kind(Candidate each) {
        return switch (each.state()) {
            case HANDED, TAKEN_OVER -> "good";
            case MIDDLE -> "info";
            case RETURNED -> "warn";
            case DRAFT -> each.errors() == 0 ? "good" : "open";
        };
    }

    private static String state(Candidate each) {
        return switch (each.state()) {
            case HANDED, TAKEN_OVER -> "handed";
            case MIDDLE -> "sent";
            case RETURNED -> "returned";
            case DRAFT -> each.errors() == 0 ? "ready" : "draft";
        };
    }

    private static String next(Candidate each, boolean department) {
        boolean mine = !department || each.byDepartment();
        if (each.state() == Candidate.State.MIDDLE && department) return "decide";
        if (each.arrived() || each.state() == Candidate.State.MIDDLE || !mine) return "look";
        return each.errors() == 0 ? "hand" : "fill";
    }
}
