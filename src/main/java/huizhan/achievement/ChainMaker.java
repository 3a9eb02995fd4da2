package huizhan.achievement;

import huizhan.call.Field;
import huizhan.kernel.Actor;
import huizhan.kernel.Lang;
import huizhan.opening.OpenCall;
import huizhan.web.Dates;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Says where an achievement stands between unit and department, and what was written on the way. */
final class ChainMaker {
    private final HistorySql sql;
    private final Guard guard;
    private final OpenCall open;
    private final Names names;
    private final Words words;

    ChainMaker(HistorySql sql, Guard guard, OpenCall open, Names names, Words words) {
        this.sql = sql;
        this.guard = guard;
        this.open = open;
        this.names = names;
        this.words = words;
    }

    /** Empty where no body has, or had, to do with it as it stands. */
    Optional<Chain> of(Actor me, Draft draft, Lang lang) {
        var entry = draft.entry();
        return entry.last().filter(step -> step.middle().isPresent() && entry.away()).map(step -> {
            boolean reads = me.unit().isEmpty();
            var body = middle(entry, step).map(names.bodies(entry.department())::get).orElse("");
            boolean pass = me.middle().isPresent() && entry.waits() && guard.standing(me, entry).movable();
            var over = pass ? guard.tooLateToReturn(me).map(text -> text.in(lang)).orElse("") : "";
            return new Chain(body, words.say("chain." + step.kind().code(), Dates.moment(lang, step.at())).in(lang), reads && !entry.waits() ? by(entry) : "",
                reads ? opinions(me, draft, step, body, lang) : List.of(), pass, over);
        });
    }

    /** What waits follows its unit. */
    private Optional<UUID> middle(Entry entry, Step step) {
        return entry.waits() ? entry.unit().flatMap(unit -> names.through(entry.department(), unit)).or(step::middle) : step.middle();
    }

    private String by(Entry entry) {
        var steps = sql.steps(entry.department(), entry.id());
        return names.account(steps.get(steps.size() - 1).by());
    }

    /** What the unit's side asks for beside its form, then what the body wrote, unless the reader's is another: its unit has moved. */
    private List<Chain.Opinion> opinions(Actor me, Draft draft, Step step, String body, Lang lang) {
        var ofUnit = open.call().fields().stream().filter(field -> field.by() == Field.By.UNIT && !field.sheet().isEmpty())
            .map(field -> new Chain.Opinion(words.say("unit").in(lang), field.label().in(lang), said(draft, field, lang)));
        boolean theirs = me.middle().isPresent() && !step.middle().equals(me.middle());
        var ofBody = theirs || step.kind() == Step.Kind.SENT ? Stream.<Chain.Opinion>empty()
            : Stream.of(new Chain.Opinion(step.kind() == Step.Kind.TAKEN_OVER ? words.say("chain.department").in(lang) : body, words.say("chain.opinion." + step.kind().code()).in(lang), step.reason()));
        return Stream.concat(ofUnit, ofBody).toList();
    }

    private String said(Draft draft, Field field, Lang lang) {
        var text = draft.text(field.id());
        boolean sheet = draft.in(Slot.ATTACHMENT).stream().anyMatch(each -> each.kind().equals(field.sheet()));
        return text.isBlank() && sheet ? words.say("chain.sheet").in(lang) : text;
    }
}
