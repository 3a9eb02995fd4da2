package huizhan.achievement;

import huizhan.audit.Audit;
import huizhan.audit.Personal;
import huizhan.database.WritesTogether;
import huizhan.kernel.Actor;
import huizhan.opening.OpenCall;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/** Writing one field: each saves itself, and two people on one never overwrite each other without a word (B4). */
class Filling {
    private final Guard guard;
    private final Drafts drafts;
    private final FieldSql sql;
    private final OpenCall open;
    private final Desk desk;

    /** Where it says what it did, and how it reads and writes by itself. */
    record Desk(Audit audit, Words words, TransactionOperations reading, WritesTogether together, TransactionOperations alone) {}

    Filling(Guard guard, Drafts drafts, FieldSql sql, OpenCall open, Desk desk) {
        this.guard = guard;
        this.drafts = drafts;
        this.sql = sql;
        this.open = open;
        this.desk = desk;
    }

    /**
     * One field by itself, as hundreds of people do at once. What decides is looked at before the writer's turn, which is everybody's; within
     * it only that the achievement hasn't moved since. What isn't plainly to be kept goes the long way.
     *
     * @see #write
     */
    Saved save(Actor me, UUID id, String field, String raw, long version) {
        var ready = desk.reading.execute(status -> ready(me, id, field, raw, version));
        var saved = ready.flatMap(each -> desk.together.write(() -> guard.signed(each.entry).isPresent() ? Optional.empty() : put(me, each.entry, field, each.typed, version)));
        return saved.orElseGet(() -> desk.alone.execute(status -> write(me, id, field, raw, version)));
    }

    /** What is plainly to be kept. */
    private record Ready(Entry entry, Typed typed) {}

    private Optional<Ready> ready(Actor me, UUID id, String field, String raw, long version) {
        var found = guard.find(me, id);
        if (found.isEmpty()) return Optional.empty();
        var entry = found.get();
        var known = Catalogue.find(field, () -> drafts.of(entry), open.call());
        if (known.isEmpty() || !guard.writable(me, entry, known.get().by())) return Optional.empty();
        var typed = Typed.of(known.get(), raw, open.call());
        var present = sql.find(entry.department(), entry.id(), field).orElse(Written.NEVER);
        boolean plain = typed.refusal().isEmpty() && present.version() == version && !present.value().equals(typed.value());
        return plain ? Optional.of(new Ready(entry, typed)) : Optional.empty();
    }

    /**
     * @param version the version that the writer has seen, 0 for a field that nobody had touched
     * @throws huizhan.kernel.Faults.NotThere where the achievement is another's or there is none
     */
    @Transactional
    Saved write(Actor me, UUID id, String field, String raw, long version) {
        var entry = guard.see(me, id);
        var known = Catalogue.find(field, () -> drafts.of(entry), open.call());
        if (known.isEmpty()) return new Saved.Refused(desk.words.say("refused.field"));
        var no = guard.refusal(me, entry, known.get().by(), "field.written");
        if (no.isPresent()) return new Saved.Refused(no.get());
        var typed = Typed.of(known.get(), raw, open.call());
        if (typed.refusal().isPresent()) return refused(me, entry, field, typed);
        return kept(me, entry, field, typed, version);
    }

    /** Nothing of what was typed goes into the trail. */
    private Saved refused(Actor me, Entry entry, String field, Typed typed) {
        var why = typed.refusal().orElseThrow();
        desk.audit.refused(me, "field.written", Guard.subject(entry.id()), Map.of("field", field, "reason", why));
        return new Saved.Refused(desk.words.say(why, typed.about().toArray()));
    }

    private Saved kept(Actor me, Entry entry, String field, Typed typed, long version) {
        var present = sql.find(entry.department(), entry.id(), field).orElse(Written.NEVER);
        if (present.value().equals(typed.value())) return new Saved.Kept(present.version() > 0 ? present : first(me), typed.dropped());
        if (present.version() != version) return new Saved.Overtaken(present);
        return put(me, entry, field, typed, version)
            .orElseGet(() -> new Saved.Overtaken(sql.find(entry.department(), entry.id(), field).orElse(Written.NEVER)));
    }

    /** The next version; empty where someone else was faster. */
    private Optional<Saved> put(Actor me, Entry entry, String field, Typed typed, long version) {
        var next = new Written(typed.value(), version + 1, open.arrived(), me.account());
        if (!sql.write(entry.department(), entry.id(), entry.last().map(Step::number).orElse(0), field, next)) return Optional.empty();
        desk.audit.record(me, "field.written", Guard.subject(entry.id()),
            Map.of("field", field, "version", next.version(), "value", new Personal(next.value())));
        return Optional.of(new Saved.Kept(next, typed.dropped()));
    }

    /** An empty field that stays empty has no row and needs none. */
    private Written first(Actor me) {
        return new Written("", 0, open.arrived(), me.account());
    }
}
