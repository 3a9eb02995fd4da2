package huizhan.mail;

import huizhan.audit.Audit;
import huizhan.kernel.Actor;
import huizhan.kernel.Clocks;
import huizhan.kernel.Faults;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.transaction.annotation.Transactional;

/** What a person does with a letter: has it tried again, takes it back, notes that it went another way. */
class Desk {
    private final OutboxSql sql;
    private final Outbox outbox;
    private final Pace pace;
    private final Audit audit;
    private final Clocks clocks;

    Desk(OutboxSql sql, Outbox outbox, Pace pace, Audit audit, Clocks clocks) {
        this.sql = sql;
        this.outbox = outbox;
        this.pace = pace;
        this.audit = audit;
        this.clocks = clocks;
    }

    /** False where its state has changed meanwhile. */
    @Transactional
    boolean again(Actor me, UUID letter, int seen) {
        var number = note(me, letter, seen, Fact.Kind.AGAIN, Fact.State::mayGoAgain);
        if (number > 0) {
            pace.forget();
            outbox.plan(letter, number);
        }
        return number > 0;
    }

    @Transactional
    boolean withdraw(Actor me, UUID letter, int seen) {
        return note(me, letter, seen, Fact.Kind.WITHDRAWN, Fact.State::mayBeWithdrawn) > 0;
    }

    @Transactional
    boolean byHand(Actor me, UUID letter, int seen) {
        return note(me, letter, seen, Fact.Kind.BY_HAND, Fact.State::mayBeWithdrawn) > 0;
    }

    /** The new fact's number; 0 where it can't be noted. A refusal stands in the trail. */
    private int note(Actor me, UUID letter, int seen, Fact.Kind kind, Predicate<Fact.State> may) {
        var last = sql.facts(letter).stream().reduce((one, other) -> other).orElseThrow(Faults.NotThere::new);
        var what = "letter." + kind.code();
        if (last.number() != seen || !may.test(Fact.State.of(last.kind()))) {
            audit.refused(me, what, Outbox.subject(letter), Map.of("state", last.kind().code()));
            return 0;
        }
        sql.insert(letter, new Fact(seen + 1, kind, clocks.business().instant(), me.account(), ""));
        audit.record(me, what, Outbox.subject(letter), Map.of());
        return seen + 1;
    }
}
