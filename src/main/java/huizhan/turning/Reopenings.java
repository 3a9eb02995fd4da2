package huizhan.turning;

import huizhan.achievement.Achievements;
import huizhan.achievement.Outcome;
import huizhan.audit.Audit;
import huizhan.kernel.Actor;
import huizhan.kernel.Disclosure;
import huizhan.kernel.StaleData;
import huizhan.kernel.Faults;
import huizhan.kernel.Role;
import huizhan.kernel.Text;
import huizhan.kernel.Zone;
import huizhan.nomination.Nominations;
import huizhan.opening.OpenCall;
import huizhan.opening.Typed;
import huizhan.organization.Accounts;
import huizhan.turning.ReopeningSql.Kind;
import huizhan.turning.ReopeningSql.Step;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The way back on the open network (A4): a stub can be filled in only when one person of the department has asked for it with a reason and a
 * second one has confirmed; the organizer confirms where the department has nobody else. What left does not come back by itself (ADR 0036).
 */
@Service
class Reopenings {
    private final ReopeningSql sql;
    private final Nominations nominations;
    private final Achievements achievements;
    private final Desk desk;

    /** The call, people, the trail and where this is. */
    @org.springframework.stereotype.Component
    record Desk(OpenCall open, Accounts accounts, Audit audit, Zone zone) {}

    Reopenings(ReopeningSql sql, Nominations nominations, Achievements achievements, Desk desk) {
        this.sql = sql;
        this.nominations = nominations;
        this.achievements = achievements;
        this.desk = desk;
    }

    /**
     * How far it is.
     *
     * @param closed why nothing can be done now
     * @param alone  whether the organizer must confirm, because the department has nobody else
     */
    record State(int rank, Optional<Step> last, Optional<Text> closed, boolean alone) {
        boolean is(Kind kind) {
            return last.filter(step -> step.kind() == kind).isPresent();
        }
    }

    /** @throws Faults.NotThere where it is no stub of the person's department, or where non-public material may lie anyway */
    @Transactional(readOnly = true)
    State state(Actor me, UUID line) {
        int rank = nominations.stub(me.owner(), line).orElseThrow(Faults.NotThere::new);
        if (desk.zone().mayHold(Disclosure.NON_PUBLIC)) throw new Faults.NotThere();
        return new State(rank, sql.last(line), nominations.unwritable(me.owner()), alone(me.owner()));
    }

    private boolean alone(UUID department) {
        return desk.accounts().of(department).stream().filter(each -> each.disabledAt().isEmpty() && each.username().isPresent()
            && each.roles().stream().anyMatch(role -> role == Role.DRAFTER || role == Role.APPROVER)).count() < 2;
    }

    @Transactional
    Optional<Text> ask(Actor me, UUID line, String reason) {
        var state = state(me, line);
        var typed = Typed.of(reason, Typed.REASON, NO_REASON);
        return refusal(me, line, "reopening.asked", state, state.is(Kind.ASKED) || state.is(Kind.CONFIRMED) ? Optional.of(MOVED) : typed.refusal())
            .or(() -> step(me, me.owner(), line, Kind.ASKED, typed.text()));
    }

    /** Whoever asked takes it back; anybody else of the department says no. */
    @Transactional
    Optional<Text> end(Actor me, UUID line, long seen) {
        var state = state(me, line);
        boolean own = state.last().filter(step -> step.by().equals(me.account())).isPresent();
        return refusal(me, line, "reopening.ended", state, waits(state.last(), seen)).or(() -> step(me, me.owner(), line, own ? Kind.WITHDRAWN : Kind.REFUSED, ""));
    }

    /**
     * The second person says yes.
     *
     * @param seen the number of the step that this person has read
     */
    @Transactional
    Optional<Text> confirm(Actor me, UUID line, long seen) {
        var state = state(me, line);
        boolean own = state.last().filter(step -> step.by().equals(me.account())).isPresent();
        return refusal(me, line, "reopening.confirmed", state, waits(state.last(), seen).or(() -> own ? Optional.of(SAME) : Optional.empty()))
            .or(() -> step(me, me.owner(), line, Kind.CONFIRMED, ""));
    }

    /** Begins a new achievement in the stub's place, empty and public. */
    @Transactional
    Outcome begin(Actor me, UUID line) {
        var state = state(me, line);
        var no = refusal(me, line, "reopening.begun", state, state.is(Kind.CONFIRMED) ? Optional.empty() : Optional.of(MOVED));
        if (no.isPresent()) return new Outcome.Refused(no.get());
        var outcome = achievements.begin(me, Disclosure.PUBLIC, Optional.empty());
        if (outcome instanceof Outcome.Done done) {
            if (nominations.reopen(me, line, done.achievement()) instanceof huizhan.nomination.Outcome.Refused) throw new StaleData("the list of the stub " + line);
            step(me, me.owner(), line, Kind.BEGUN, "");
        }
        return outcome;
    }

    /** What waits for the organizer: of departments in which nobody else could confirm. */
    @Transactional(readOnly = true)
    List<Step> waiting() {
        return sql.asked().stream().filter(step -> nominations.stub(step.department(), step.line()).isPresent() && alone(step.department())).toList();
    }

    /** What waits for a second person of this department, the oldest first; nothing while its list can't be changed. */
    @Transactional(readOnly = true)
    List<Step> waiting(UUID department) {
        var asked = sql.asked().stream().filter(step -> step.department().equals(department) && nominations.stub(department, step.line()).isPresent()).toList();
        return asked.isEmpty() || alone(department) || nominations.unwritable(department).isPresent() ? List.of() : asked;
    }

    /** The organizer's answer. */
    @Transactional
    Optional<Text> answer(Actor me, UUID line, long seen, boolean yes) {
        var step = waiting().stream().filter(each -> each.line().equals(line) && each.number() == seen).findFirst();
        return step.isEmpty() ? Optional.of(MOVED) : step(me, step.get().department(), line, yes ? Kind.CONFIRMED : Kind.REFUSED, "");
    }

    private static Optional<Text> waits(Optional<Step> last, long seen) {
        return last.filter(step -> step.kind() == Kind.ASKED && step.number() == seen).isPresent() ? Optional.empty() : Optional.of(MOVED);
    }

    private Optional<Text> refusal(Actor me, UUID line, String what, State state, Optional<Text> why) {
        var no = state.closed().or(() -> why);
        no.ifPresent(text -> desk.audit().refused(me, what, "achievement:" + line, Map.of("reason", text.en())));
        return no;
    }

    private Optional<Text> step(Actor me, UUID department, UUID line, Kind kind, String reason) {
        long number = sql.last(line).map(Step::number).orElse(0L) + 1;
        // where it stays non-public, no word about it stays either
        if (kind == Kind.WITHDRAWN || kind == Kind.REFUSED) sql.forgetReasons(line);
        sql.insert(new Step(line, number, department, kind, reason, desk.open().arrived(), me.account(), me.name()));
        desk.audit().record(me, "reopening." + kind.code(), "achievement:" + line, Map.of("step", number));
        return Optional.empty();
    }

    private static final Text NO_REASON = new Text("请写明为什么可以公开，确认的人要看。不要写成果内容。", "Say why it may be public; whoever confirms reads it. Write nothing of its content.");
    private static final Text SAME = new Text("这是你自己提出的，请本部门另一位同事确认。", "You asked for this yourself, so a colleague of your department must confirm it.");
    private static final Text MOVED = new Text("这件事刚有变动，没有办理。请看过现在的情况再定。", "This has just moved on, so nothing was done. Look at how it stands now.");
}
