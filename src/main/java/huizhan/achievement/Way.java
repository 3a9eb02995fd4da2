package huizhan.achievement;

import huizhan.audit.Audit;
import huizhan.kernel.Actor;
import huizhan.kernel.Faults;
import huizhan.kernel.Text;
import huizhan.opening.OpenCall;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Takes a step on the way of an achievement, or refuses one; either stands in the trail (B15, B16). */
final class Way {
    private final EntrySql sql;
    private final OpenCall open;
    private final Audit audit;

    Way(EntrySql sql, OpenCall open, Audit audit) {
        this.sql = sql;
        this.open = open;
        this.audit = audit;
    }

    /**
     * @param reason what the step's taker wrote, possibly empty
     * @param middle the body between that has to do with it
     */
    Outcome step(Actor me, Entry entry, Step.Kind kind, String reason, Optional<UUID> middle) {
        return step(me, entry, new Step(next(entry), kind, reason, open.arrived(), List.of(), Optional.empty(), middle));
    }

    /** To the unit again: what is to be corrected, and until when. */
    Outcome giveBack(Actor me, Entry entry, String reason, List<String> places, Optional<LocalDate> until) {
        return step(me, entry, new Step(next(entry), Step.Kind.RETURNED, reason, open.arrived(), places, until, me.middle()));
    }

    /** An attempt on what is another's, or isn't there. */
    Faults.NotThere notThere(Actor me, String what, String subject) {
        audit.refused(me, what, subject, Map.of("reason", "not there"));
        return new Faults.NotThere();
    }

    private static int next(Entry entry) {
        return entry.last().map(Step::number).orElse(0) + 1;
    }

    private Outcome step(Actor me, Entry entry, Step step) {
        sql.insert(entry, step, me.account());
        audit.record(me, "achievement." + step.kind().code(), Guard.subject(entry.id()),
            Map.of("step", step.number(), "middle", step.middle().map(UUID::toString).orElse("")));
        return new Outcome.Done(entry.id());
    }

    Outcome refused(Actor me, Entry entry, Step.Kind kind, Text why) {
        audit.refused(me, "achievement." + kind.code(), Guard.subject(entry.id()), Map.of("reason", why.en()));
        return new Outcome.Refused(why);
    }
}
