package huizhan.achievement;

import huizhan.audit.Audit;
import huizhan.call.Call;
import huizhan.call.Field;
import huizhan.kernel.Actor;
import huizhan.kernel.Disclosure;
import huizhan.kernel.Faults;
import huizhan.kernel.Lang;
import huizhan.kernel.Text;
import huizhan.kernel.Zone;
import huizhan.material.Material;
import huizhan.opening.OpenCall;
import huizhan.opening.exceptions.Exceptions;
import huizhan.opening.exceptions.Grant;
import huizhan.rules.Finding;
import huizhan.rules.Rules;
import huizhan.web.Dates;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.springframework.transaction.annotation.Transactional;

/** Achievements of a department: begun, handed over, taken back, returned; and as material for whoever nominates them (A3, B7, B16). */
public class Achievements {
    private static final long BEGINNING = 60;
    /** Room for all that is to be corrected, in characters. */
    private static final int LONGEST_REASON = 2_000;
    private final EntrySql sql;
    private final Drafts drafts;
    private final Guard guard;
    private final OpenCall open;
    private final Zone zone;
    private final Desk desk;
    private final Way way;

    /** What every use case needs beside the data: the trail, words, who is who, letters, and what was excepted. */
    record Desk(Audit audit, Words words, Names names, FieldSql fields, WayLetters letters, Exceptions exceptions) {}

    Achievements(EntrySql sql, Drafts drafts, Guard guard, OpenCall open, Zone zone, Desk desk) {
        this.sql = sql;
        this.drafts = drafts;
        this.guard = guard;
        this.open = open;
        this.zone = zone;
        this.desk = desk;
        this.way = new Way(sql, open, desk.audit());
    }

    /**
     * Begins one. Disclosure comes before anything else is asked: where this place may not hold it, nothing is kept (A4).
     *
     * @param unit for a department that fills in for one of its units; of a unit's people it is their own
     */
    @Transactional
    public Outcome begin(Actor me, Disclosure disclosure, Optional<UUID> unit) {
        if (!zone.mayHold(disclosure)) return new Outcome.Refused(desk.words().say(me.unit().isPresent() ? "begin.elsewhere.unit" : "begin.elsewhere.department"));
        var late = open.refusal(me, "achievement.begun", "department:" + me.owner());
        if (late.isPresent()) return new Outcome.Refused(late.get());
        var over = guard.tooLateForUnit(me, false);
        if (over.isPresent()) return new Outcome.Refused(over.get());
        if (me.ofDepartment() && unit.filter(id -> !desk.names().isUnit(me.owner(), id)).isPresent()) throw new Faults.NotThere();
        var entry = new Entry(UUID.randomUUID(), me.owner(), me.unit().or(() -> unit), me.ofDepartment(), disclosure, open.arrived(),
            Optional.empty(), 1);
        sql.insert(entry, open.call().id(), me.account());
        desk.audit().record(me, "achievement.begun", Guard.subject(entry.id()), Map.of("disclosure", disclosure.code()));
        entry.unit().map(id -> desk.names().units(me.owner()).getOrDefault(id, "")).filter(name -> !name.isBlank())
            .ifPresent(name -> name(me, entry, name));
        return new Outcome.Done(entry.id());
    }

    /** Nobody types twice what is known: the unit's name stands where the annexes ask for it. */
    private void name(Actor me, Entry entry, String name) {
        for (var field : List.of("undertaker", "board.unit")) {
            if (open.call().field(field).isPresent()) {
                desk.fields().write(entry.department(), entry.id(), 0, field, new Written(name, 1, entry.createdAt(), me.account()));
            }
        }
    }

    /**
     * Hands over to the department, or to the body between where somebody there can act; only without errors in the unit's part, and never
     * without saying what is missing.
     */
    @Transactional
    public Outcome handOver(Actor me, UUID id) {
        var entry = guard.see(me, id);
        var no = guard.refusal(me, entry, Field.By.UNIT, "achievement.handed");
        if (no.isPresent()) return new Outcome.Refused(no.get());
        var findings = findings(drafts.of(entry));
        if (findings.stream().anyMatch(Finding::stops)) return new Outcome.Unfinished(findings);
        var between = entry.byDepartment() ? Optional.<UUID>empty() : entry.unit().flatMap(unit -> desk.names().between(entry.department(), unit));
        var outcome = way.step(me, entry, between.isPresent() ? Step.Kind.SENT : Step.Kind.HANDED, "", between);
        between.ifPresent(body -> desk.letters().waits(me, entry.department(), body, othersWait(entry, body)));
        return outcome;
    }

    private boolean othersWait(Entry entry, UUID body) {
        var units = desk.names().unitsOf(entry.department(), body);
        return sql.withUnits(entry.department(), open.call().id()).stream().anyMatch(each -> each.waits() && !each.id().equals(entry.id()) && each.unit().filter(units::contains).isPresent());
    }

    /** Takes back what was let go: from the body between until that has passed it on, from the department until it has signed off. */
    @Transactional
    public Outcome takeBack(Actor me, UUID id) {
        var entry = guard.see(me, id);
        if (!entry.away() || !entry.filledBy(me)) return way.refused(me, entry, Step.Kind.TAKEN_BACK, desk.words().say("closed.back"));
        if (!entry.retrievable()) return way.refused(me, entry, Step.Kind.TAKEN_BACK, desk.words().say("closed." + entry.last().orElseThrow().kind().code()));
        var no = guard.frozen(me, entry, "achievement.taken-back");
        return no.isPresent() ? new Outcome.Refused(no.get()) : way.step(me, entry, Step.Kind.TAKEN_BACK, "", Optional.empty());
    }

    /**
     * The department, or the body between, returns it to its unit, with a reason (B7), and says what is to be corrected and until when (B19).
     *
     * @param places field ids and codes of slots; what isn't one is left out
     * @param until  the last day, as ISO writes it; empty for none
     */
    @Transactional
    public Outcome giveBack(Actor me, UUID id, String reason, List<String> places, String until) {
        var entry = guard.find(me, id).or(() -> guard.gone(me, id)).orElseThrow(() -> guard.notThere(me, id, "achievement.opened"));
        if (me.unit().isPresent()) throw new Faults.NotThere();
        if (!returnable(me, entry)) return way.refused(me, entry, Step.Kind.RETURNED, guard.notReturnable(me, entry));
        var no = guard.frozen(me, entry, "achievement.returned");
        if (no.isPresent()) return new Outcome.Refused(no.get());
        var over = guard.tooLateToReturn(me);
        if (over.isPresent()) return way.refused(me, entry, Step.Kind.RETURNED, over.get());
        var typed = huizhan.opening.Typed.of(reason, LONGEST_REASON, desk.words().say("return.reason"));
        if (typed.refusal().isPresent()) return way.refused(me, entry, Step.Kind.RETURNED, typed.refusal().get());
        var day = open.dayAhead(entry.department(), until).filter(each -> !each.isAfter(guard.lastDay(me)));
        if (!until.isBlank() && day.isEmpty()) return new Outcome.Refused(desk.words().say("return.until", both(guard.lastDay(me))));
        var known = new Layout(open.call()).places(drafts.of(entry)).values().stream().flatMap(List::stream).filter(places::contains).toList();
        var outcome = way.giveBack(me, entry, typed.text(), known, day);
        desk.letters().returned(me, entry, day, me.middle().map(desk.names().bodies(entry.department())::get));
        return outcome;
    }

    /** Whoever has it can return it: the department what has reached it, a body what waits there. */
    static boolean returnable(Actor me, Entry entry) {
        return !entry.byDepartment() && (me.middle().isPresent() ? entry.waits() : me.ofDepartment() && entry.handed());
    }

    private static Text both(LocalDate day) {
        return new Text(Dates.day(Lang.ZH, day), Dates.day(Lang.EN, day));
    }

    /** Whether nobody has worked on it since the minute in which it was begun: then taking it back takes nothing from anyone. */
    public boolean untouched(Actor me, UUID id) {
        var draft = drafts.of(guard.see(me, id));
        var end = draft.entry().createdAt().plusSeconds(BEGINNING);
        return draft.entry().last().isEmpty() && draft.files().isEmpty() && draft.objects().isEmpty()
            && draft.fields().values().stream().allMatch(each -> each.at().isBefore(end));
    }

    /** Whether the person sees it at all; for modules above that hold something of it. */
    public boolean seen(Actor me, UUID id) {
        return guard.find(me, id).isPresent();
    }

    /** Erases every word and place of it: for what should never have been written here (A4). Only a dated row of the trail remains. */
    @Transactional
    public Outcome erase(Actor me, UUID id) {
        var entry = guard.see(me, id);
        var no = guard.unerasable(me, entry, "achievement.erased");
        if (no.isPresent()) return new Outcome.Refused(no.get());
        guard.seams().forEach(each -> each.erased(me, id));
        forget(entry);
        desk.audit().record(me, "achievement.erased", Guard.subject(id), Map.of());
        return new Outcome.Done(id);
    }

    /** As {@link #erase}, because it turned out not to be for the public; where the department had it on its list, a stub keeps its place (A4). */
    @Transactional
    Outcome turn(Actor me, UUID id, Function<Filled, Optional<Text>> objection) {
        var entry = guard.see(me, id);
        if (holdsNonPublic()) throw new Faults.NotThere();
        var no = guard.unturnable(me, entry, "achievement.turned");
        if (no.isPresent()) return new Outcome.Refused(no.get());
        var objected = objection.apply(FilledFrom.draft(drafts.of(entry), open.call(), huizhan.material.Achievement.folder(1)));
        if (objected.isPresent()) return new Outcome.Refused(objected.get());
        guard.seams().forEach(each -> each.turned(me, id));
        forget(entry);
        desk.audit().record(me, "achievement.turned", Guard.subject(id), Map.of());
        return new Outcome.Done(id);
    }

    private void forget(Entry entry) {
        sql.erase(entry);
        desk.exceptions().forget(entry.department(), entry.id());
        desk.audit().forget(Guard.subject(entry.id()));
    }

    /** Whether this place may hold what is not for the public (A4). */
    boolean holdsNonPublic() {
        return zone.mayHold(Disclosure.NON_PUBLIC);
    }

    /** Why its content can't leave this place now; empty where it can. */
    public Optional<Text> unturnable(Actor me, UUID id) {
        var entry = guard.see(me, id);
        if (holdsNonPublic()) throw new Faults.NotThere();
        return guard.untraced(me, entry);
    }

    /** What a person sees, oldest first. */
    public List<Candidate> list(Actor me) {
        return lines(me.owner(), sql.list(guard.scope(me), open.call().id()));
    }

    /** How much waits at a body's person's own body. */
    public int waiting(Actor me) {
        return (int) sql.list(guard.scope(me), open.call().id()).stream().filter(Entry::waits).count();
    }

    /** Whether the person is written to when something comes. */
    boolean tells(Actor me) {
        return desk.letters().reaches(me);
    }

    /** What a body's units have not let go: how far each is, and no more (B7). */
    List<Candidate> withOwnUnits(Actor me) {
        var units = guard.scope(me).through().orElse(java.util.Set.of());
        return lines(me.owner(), sql.withUnits(me.owner(), open.call().id()).stream().filter(each -> !each.waits() && each.unit().filter(units::contains).isPresent()).toList());
    }

    /** What units have handed over to a department, and what it has filled in itself and marked as ready. */
    public List<Candidate> candidates(UUID department) {
        return lines(department, sql.list(new Scope(department, Optional.empty()), open.call().id()).stream().filter(Entry::handed).toList());
    }

    /** Which of a department's are handed over now. */
    public java.util.Set<UUID> handed(UUID department) {
        return sql.list(new Scope(department, Optional.empty()), open.call().id()).stream().filter(Entry::handed).map(Entry::id)
            .collect(java.util.stream.Collectors.toSet());
    }

    /** After the department's sign-off, which were picked; empty before (A3). */
    Map<UUID, Boolean> picked(Actor me, List<Candidate> of) {
        var ids = of.stream().map(Candidate::id).toList();
        return guard.seams().map(each -> each.picked(me.owner(), ids)).filter(each -> !each.isEmpty()).findFirst().orElse(Map.of());
    }

    /** What has not reached the department: with the units, how much of it is missing, and what waits at a body between (B7). */
    public List<Candidate> withUnits(UUID department) {
        return lines(department, sql.withUnits(department, open.call().id()));
    }

    /** Where each achievement of every department is; for whoever counts steps, not words. */
    public List<Whereabouts> everywhere() {
        return sql.everywhere(open.call().id());
    }

    private List<Candidate> lines(UUID department, List<Entry> entries) {
        var units = desk.names().units(department);
        var bodies = entries.stream().anyMatch(each -> each.last().flatMap(Step::middle).isPresent()) ? desk.names().bodies(department) : Map.<UUID, String>of();
        return drafts.of(department, entries).stream().map(draft -> line(draft, units, bodies)).toList();
    }

    private Candidate line(Draft draft, Map<UUID, String> units, Map<UUID, String> bodies) {
        var entry = draft.entry();
        var findings = findings(draft);
        var errors = (int) findings.stream().filter(Finding::stops).count();
        return new Candidate(entry.id(), entry.unit(), entry.byDepartment(), entry.unit().map(id -> units.getOrDefault(id, "")).orElse(""),
            draft.text("name"), draft.text("kind"), draft.lines("directions").toList(), draft.lines("exhibitForms").toList(), entry.disclosure(),
            state(entry), entry.last().map(Step::at).orElse(entry.createdAt()), entry.last().map(Step::reason).orElse(""),
            entry.returned() ? entry.last().orElseThrow().until() : Optional.empty(),
            entry.last().flatMap(Step::middle), entry.last().flatMap(Step::middle).map(id -> bodies.getOrDefault(id, "")).orElse(""), errors, findings.size() - errors);
    }

    private static Candidate.State state(Entry entry) {
        return entry.last().map(step -> switch (step.kind()) {
            case SENT -> Candidate.State.MIDDLE;
            case HANDED, PASSED -> Candidate.State.HANDED;
            case TAKEN_OVER -> Candidate.State.TAKEN_OVER;
            case RETURNED -> Candidate.State.RETURNED;
            case TAKEN_BACK -> Candidate.State.DRAFT;
        }).orElse(Candidate.State.DRAFT);
    }

    /** Everything that is to be said of the unit's part as it stands. */
    List<Finding> findings(Draft draft) {
        return findings(material(draft));
    }

    List<Finding> findings(Material material) {
        return Rules.findings(material, open.call(), Optional.of(zone));
    }

    Material material(Draft draft) {
        return filled(draft).part(open.call().id());
    }

    Filled filled(Draft draft) {
        return FilledFrom.draft(draft, open.call(), huizhan.material.Achievement.folder(1));
    }

    /**
     * Achievements of a department as material, in the order of the ids, each under its folder {@code 01}, {@code 02} …
     *
     * @throws Faults.NotThere where one of them is not the department's
     */
    public List<Filled> filled(UUID department, List<UUID> ids) {
        var entries = sql.some(department, open.call().id(), ids);
        var found = drafts.of(department, ids.stream()
            .map(id -> entries.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow(Faults.NotThere::new)).toList());
        return IntStream.range(0, found.size())
            .mapToObj(i -> FilledFrom.draft(found.get(i), open.call(), huizhan.material.Achievement.folder(i + 1))).toList();
    }

    /** One of them, under a folder of the caller's choice. */
    public Filled materialOf(UUID department, UUID id, String folder) {
        return materials(department, Map.of(id, folder)).get(id);
    }

    /**
     * Some of them at once, each under a folder of the caller's choice.
     *
     * @param folders by id
     * @throws Faults.NotThere where one of them is not the department's
     */
    public Map<UUID, Filled> materials(UUID department, Map<UUID, String> folders) {
        var entries = sql.some(department, open.call().id(), folders.keySet());
        if (entries.size() < folders.size()) throw new Faults.NotThere();
        return drafts.of(department, entries).stream().collect(java.util.stream.Collectors.toMap(each -> each.entry().id(),
            each -> FilledFrom.draft(each, open.call(), folders.get(each.entry().id()))));
    }

    /** One of whatever department, for whoever checks a paper against the record (B17); empty where there is none. */
    public Optional<Filled> recorded(UUID id) {
        return sql.owner(open.call().id(), id).map(department -> materialOf(department, id, huizhan.material.Achievement.folder(1)));
    }

    /** What was excepted for a department and its units (B24). */
    public List<Grant> granted(UUID department) {
        return desk.exceptions().standing(department);
    }

    Call call() {
        return open.call();
    }

    /** The day on a paper that is printed now. */
    LocalDate today() {
        return Dates.dayOf(open.arrived());
    }
}
