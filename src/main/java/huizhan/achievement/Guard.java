package huizhan.achievement;

import huizhan.audit.Audit;
import huizhan.call.Field;
import huizhan.kernel.Actor;
import huizhan.kernel.Faults;
import huizhan.kernel.Text;
import huizhan.opening.Forwardings;
import huizhan.opening.OpenCall;
import huizhan.web.Dates;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Who may see and who may change an achievement, and why not. */
final class Guard {
    private final EntrySql sql;
    private final OpenCall open;
    private final Audit audit;
    private final Supplier<Stream<Frozen>> frozen;
    private final Desk desk;

    /** Whom it asks for days, names and words. */
    record Desk(Forwardings forwardings, Names names, Words words) {}

    Guard(EntrySql sql, OpenCall open, Audit audit, Supplier<Stream<Frozen>> frozen, Desk desk) {
        this.sql = sql;
        this.open = open;
        this.audit = audit;
        this.frozen = frozen;
        this.desk = desk;
    }

    static String subject(UUID id) {
        return "achievement:" + id;
    }

    /**
     * The achievement, for someone who may see it.
     *
     * @throws Faults.NotThere where it isn't there or is another's; the attempt is in the trail either way (B15)
     */
    Entry see(Actor me, UUID id) {
        return find(me, id).orElseThrow(() -> notThere(me, id, "achievement.opened"));
    }

    Faults.NotThere notThere(Actor me, UUID id, String what) {
        audit.refused(me, what, subject(id), Map.of("reason", "not there"));
        return new Faults.NotThere();
    }

    Optional<Entry> find(Actor me, UUID id) {
        return me.department().isEmpty() ? Optional.empty() : sql.find(scope(me), open.call().id(), id);
    }

    /**
     * One that the person saw a moment ago and that has gone since: its unit took it back, or a colleague was faster. It is for the words of a
     * refusal only; nothing of its content may be shown.
     */
    Optional<Entry> gone(Actor me, UUID id) {
        if (me.department().isEmpty() || me.unit().isPresent()) return Optional.empty();
        var units = me.middle().map(body -> desk.names().unitsOf(me.owner(), body));
        return sql.some(me.owner(), open.call().id(), List.of(id)).stream()
            .filter(each -> each.last().isPresent() && !each.byDepartment() && units.map(own -> each.unit().filter(own::contains).isPresent()).orElse(true)).findFirst();
    }

    /** Whose achievements the person sees. */
    Scope scope(Actor me) {
        return me.middle().map(body -> new Scope(me.owner(), Optional.empty(), Optional.of(desk.names().unitsOf(me.owner(), body)))).orElseGet(() -> Scope.of(me));
    }

    /** Why a part can't be written now; asked with the attempt's name, under which a refusal stands in the trail. */
    Optional<Text> refusal(Actor me, Entry entry, Field.By part, String what) {
        return refused(me, entry, what, () -> closed(me, entry, part));
    }

    /** Why it can't be erased now. What should never have been written here goes after the department's own day too (A4). */
    Optional<Text> unerasable(Actor me, Entry entry, String what) {
        return told(me, entry, what, stuck(me, entry) ? Optional.empty() : leaving(entry, standing(me, entry).held(Field.By.UNIT)));
    }

    /** Why its content can't leave this place now: whoever has it may send it away, the department also what a unit handed over (A4). */
    Optional<Text> unturnable(Actor me, Entry entry, String what) {
        return told(me, entry, what, untraced(me, entry));
    }

    /** The same for pages that say what is possible. */
    Optional<Text> untraced(Actor me, Entry entry) {
        return stuck(me, entry) ? Optional.empty() : leaving(entry, standing(me, entry).turnable());
    }

    /** After the end nothing can be taken back or returned any more: whoever filled it in, and the department, may then let it leave from wherever it is. */
    boolean stuck(Actor me, Entry entry) {
        return !open.isOpen(entry.department()) && signed(entry).isEmpty() && (me.ofDepartment() || entry.filledBy(me));
    }

    /** What must not be here goes at any time; but after the end a sign-off is withdrawn only where the organizer has given more time. */
    private Optional<Text> leaving(Entry entry, Optional<Text> no) {
        boolean over = no.isPresent() && signed(entry).isPresent() && !open.isOpen(entry.department());
        return over ? no.map(why -> why.and(desk.words().say("leaving.over"))) : no;
    }

    /** Which parts are open and why the others aren't, for whoever asks more than once. */
    Standing standing(Actor me, Entry entry) {
        return new Standing(me, entry, desk.words(), () -> open.isOpen(entry.department()), () -> signed(entry), () -> tooLateForUnit(me, opened(entry)));
    }

    private Optional<Text> refused(Actor me, Entry entry, String what, Supplier<Optional<Text>> why) {
        var late = open.refusal(me, what, subject(entry.id()));
        if (late.isPresent()) return late;
        return told(me, entry, what, why.get());
    }

    private Optional<Text> told(Actor me, Entry entry, String what, Optional<Text> no) {
        no.ifPresent(text -> audit.refused(me, what, subject(entry.id()), Map.of("reason", text.en())));
        return no;
    }

    /** Why an achievement can't move at all: too late, or signed off. A refusal stands in the trail. */
    Optional<Text> frozen(Actor me, Entry entry, String what) {
        return refused(me, entry, what, () -> signed(entry).or(() -> tooLateForUnit(me, false)));
    }

    /** Why it is fixed by a sign-off. */
    Optional<Text> signed(Entry entry) {
        return frozen.get().flatMap(each -> each.frozen(entry.department(), entry.id()).stream()).findFirst();
    }

    /**
     * The day that a department has set for its units; what it has returned is open again.
     *
     * @param returned whether the department wants it corrected
     */
    Optional<Text> tooLateForUnit(Actor me, boolean returned) {
        return returned ? Optional.empty() : me.unit().flatMap(unit -> desk.forwardings().tooLateForUnit(me.owner(), unit));
    }

    /** Whether it is open again whatever the day: the department wants it corrected, or a body does and the department's day is not over. */
    private boolean opened(Entry entry) {
        return entry.returned() && (entry.last().flatMap(Step::middle).isEmpty() || !dayOver(entry.department()));
    }

    private boolean dayOver(UUID department) {
        return desk.forwardings().lastDay(department, true).isBefore(Dates.dayOf(open.arrived()));
    }

    /** Why a body can't return one any more: then its unit could not hand it over again. */
    Optional<Text> tooLateToReturn(Actor me) {
        return me.middle().isPresent() && dayOver(me.owner()) ? Optional.of(desk.words().say("return.over")) : Optional.empty();
    }

    /** Why the person can't return it now, without a trace, for pages that say what is possible; empty while it can. */
    Optional<Text> unreturnable(Actor me, Entry entry) {
        if (!Achievements.returnable(me, entry)) return Optional.of(notReturnable(me, entry));
        return still(entry).or(() -> tooLateToReturn(me));
    }

    /** Why the person can't return what it hasn't got. */
    Text notReturnable(Actor me, Entry entry) {
        return desk.words().say(me.middle().isPresent() ? "closed.pass" : entry.byDepartment() ? "closed.return" : "closed.gone");
    }

    /** Why it can't move at all, without a trace: too late, or signed off. */
    Optional<Text> still(Entry entry) {
        return open.isOpen(entry.department()) ? signed(entry) : Optional.of(open.tooLate(entry.department()));
    }

    /** The last day on which the person can want something back from a unit: a body's lies within the department's own day. */
    LocalDate lastDay(Actor me) {
        return desk.forwardings().lastDay(me.owner(), me.middle().isPresent());
    }

    /** Whether a field is the person's own side's to write: each side sees how it came to its own words, not how the other did. */
    boolean own(Actor me, Entry entry, String field) {
        boolean departments = open.call().field(field).filter(each -> each.by() == Field.By.DEPARTMENT).isPresent();
        return departments ? me.ofDepartment() : entry.filledBy(me);
    }

    /** Those who speak of achievements from above. */
    Stream<Frozen> seams() {
        return frozen.get();
    }

    /** Why a part is closed, without a trace, for pages that show what can be written. */
    Optional<Text> closed(Actor me, Entry entry, Field.By part) {
        return standing(me, entry).closed(part);
    }

    /** Open for a part: neither late nor closed. */
    boolean writable(Actor me, Entry entry, Field.By part) {
        return standing(me, entry).writable(part);
    }
}
