package huizhan.achievement;

import huizhan.kernel.Actor;
import huizhan.kernel.Faults;
import huizhan.kernel.Plain;
import huizhan.kernel.Text;
import huizhan.opening.OpenCall;
import huizhan.rules.SecrecyMark;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.transaction.annotation.Transactional;

/** The level between unit and department: it passes on what its units have let go, or the department takes it over (B7, B16). */
public class Passages {
    private static final int LONGEST = 2_000;
    private final EntrySql sql;
    private final Guard guard;
    private final OpenCall open;
    private final Names names;
    private final Words words;
    private final Way way;

    Passages(EntrySql sql, Guard guard, OpenCall open, Names names, Words words, Way way) {
        this.sql = sql;
        this.guard = guard;
        this.open = open;
        this.names = names;
        this.words = words;
        this.way = way;
    }

    /**
     * A body's person passes one on to the department.
     *
     * @param opinion what the department reads beside it; may be empty
     */
    @Transactional
    public Outcome pass(Actor me, UUID id, String opinion) {
        var entry = guard.find(me, id).or(() -> guard.gone(me, id)).orElseThrow(() -> guard.notThere(me, id, "achievement.passed"));
        if (!entry.waits()) return way.refused(me, entry, Step.Kind.PASSED, words.say("closed.pass"));
        var no = guard.frozen(me, entry, "achievement.passed");
        if (no.isPresent()) return new Outcome.Refused(no.get());
        var unfit = unfit(opinion);
        return unfit.isPresent() ? way.refused(me, entry, Step.Kind.PASSED, unfit.get()) : way.step(me, entry, Step.Kind.PASSED, text(opinion), me.middle());
    }

    private Optional<Entry> there(Actor me, UUID id) {
        return sql.some(me.owner(), open.call().id(), List.of(id)).stream().findFirst();
    }

    /** Whether one can still be asked about: it waits, and the person sees it. */
    boolean open(Actor me, UUID id) {
        return me.middle().isPresent() ? guard.find(me, id).filter(Entry::waits).isPresent() : there(me, id).filter(Entry::waits).isPresent();
    }

    /** Why one can't be passed on now, without a trace; empty while it can. */
    Optional<Text> closed(Entry entry) {
        return entry.waits() ? guard.still(entry) : Optional.of(words.say("closed.pass"));
    }

    /** Why nothing can be returned any more, while it can still be passed on. */
    Optional<Text> over(Actor me) {
        return guard.tooLateToReturn(me);
    }

    private static String text(String typed) {
        return Plain.text(typed).strip();
    }

    /** A state secret never enters (A4). */
    private Optional<Text> unfit(String typed) {
        var text = text(typed);
        if (SecrecyMark.in(text).isPresent()) return Optional.of(words.say("refused.mark"));
        int length = text.codePointCount(0, text.length());
        return length > LONGEST ? Optional.of(words.say("refused.long", length, LONGEST)) : Optional.empty();
    }

    /**
     * What the department's people see of one that waits at a body: whose it is, and where.
     *
     * @throws Faults.NotThere where it isn't there, is another's, or waits nowhere
     */
    Waiting waiting(Actor me, UUID id) {
        var entry = waits(me, id);
        return new Waiting(id, entry.unit().map(unit -> names.units(me.owner()).getOrDefault(unit, "")).orElse(""), body(entry).map(names.bodies(me.owner())::get).orElse(""),
            entry.last().orElseThrow().at(), guard.still(entry));
    }

    /** @param closed why it can't be taken over now; empty while it can */
    record Waiting(UUID id, String unit, String body, java.time.Instant since, Optional<Text> closed) {}

    private Entry waits(Actor me, UUID id) {
        return there(me, id).filter(Entry::waits).orElseThrow(() -> guard.notThere(me, id, "achievement.taken-over"));
    }

    /** The body at which one waits: that of its unit now, so that it follows a unit that reports elsewhere. */
    private Optional<UUID> body(Entry entry) {
        return entry.unit().flatMap(unit -> names.through(entry.department(), unit)).or(() -> entry.last().flatMap(Step::middle));
    }

    /**
     * The department takes one over without waiting for the body.
     *
     * @param word what the body reads on its page; may be empty
     */
    @Transactional
    public Outcome takeOver(Actor me, UUID id, String word) {
        var entry = there(me, id).orElseThrow(() -> guard.notThere(me, id, "achievement.taken-over"));
        if (!entry.waits()) return way.refused(me, entry, Step.Kind.TAKEN_OVER, words.say("closed.take-over"));
        var no = guard.frozen(me, entry, "achievement.taken-over");
        if (no.isPresent()) return new Outcome.Refused(no.get());
        var unfit = unfit(word);
        return unfit.isPresent() ? way.refused(me, entry, Step.Kind.TAKEN_OVER, unfit.get())
            : way.step(me, entry, Step.Kind.TAKEN_OVER, text(word), body(entry));
    }

    /** All that waits at one body, in one step; for a body where nobody acts any more. */
    @Transactional
    public Taken takeOverAll(Actor me, UUID middle, String word) {
        if (!names.bodies(me.owner()).containsKey(middle)) throw way.notThere(me, "achievement.taken-over", "middle:" + middle);
        var unfit = unfit(word).or(() -> open.refusal(me, "achievement.taken-over", "middle:" + middle));
        if (unfit.isPresent()) return new Taken(0, unfit);
        var all = sql.withUnits(me.owner(), open.call().id()).stream().filter(each -> each.waits() && body(each).equals(Optional.of(middle))).toList();
        var no = all.stream().flatMap(each -> guard.frozen(me, each, "achievement.taken-over").stream()).findFirst();
        if (no.isPresent()) return new Taken(0, no);
        all.forEach(each -> way.step(me, each, Step.Kind.TAKEN_OVER, text(word), Optional.of(middle)));
        return new Taken(all.size(), Optional.empty());
    }

    /** @param no why nothing was taken over; empty where it was */
    public record Taken(int count, Optional<Text> no) {}
}
