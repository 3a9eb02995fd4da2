package huizhan.achievement;

import huizhan.audit.Audit;
import huizhan.audit.Personal;
import huizhan.kernel.Actor;
import huizhan.opening.OpenCall;
import java.util.Map;
import java.util.UUID;
import org.springframework.transaction.annotation.Transactional;

/** Writing one field: each saves itself, and two people on one never overwrite each other without a word (B4). */
class Filling {
    private final Guard guard;
    private final Drafts drafts;
    private final FieldSql sql;
    private final OpenCall open;
    private final Audit audit;
    private final Words words;

    Filling(Guard guard, Drafts drafts, FieldSql sql, OpenCall open, Audit audit, Words words) {
        this.guard = guard;
        this.drafts = drafts;
        this.sql = sql;
        this.open = open;
        this.audit = audit;
        this.words = words;
    }

    /**
     * @param version the version that the writer has seen, 0 for a field that nobody had touched
     * @throws huizhan.kernel.Faults.NotThere where the achievement is another's or there is none
     */
    @Transactional
    Saved write(Actor me, UUID id, String field, String raw, long version) {
        var entry = guard.see(me, id);
        var known = Catalogue.find(field, () -> drafts.of(entry), open.call());
        if (known.isEmpty()) return new Saved.Refused(words.say("refused.field"));
        var no = guard.refusal(me, entry, known.get().by(), "field.written");
        if (no.isPresent()) return new Saved.Refused(no.get());
        var typed = Typed.of(known.get(), raw, open.call());
        if (typed.refusal().isPresent()) return refused(me, entry, field, typed);
        return kept(me, entry, field, typed, version);
    }

    /** Nothing of what was typed goes into the trail. */
    private Saved refused(Actor me, Entry entry, String field, Typed typed) {
        var why = typed.refusal().orElseThrow();
        audit.refused(me, "field.written", Guard.subject(entry.id()), Map.of("field", field, "reason", why));
        return new Saved.Refused(words.say(why, typed.about().toArray()));
    }

    private Saved kept(Actor me, Entry entry, String field, Typed typed, long version) {
        var present = sql.find(entry.department(), entry.id(), field).orElse(Written.NEVER);
        if (present.value().equals(typed.value())) return new Saved.Kept(present.version() > 0 ? present : first(me), typed.dropped());
        if (present.version() != version) return new Saved.Overtaken(present);
        var next = new Written(typed.value(), version + 1, open.arrived(), me.account());
        if (!sql.write(entry.department(), entry.id(), field, next)) {
            return new Saved.Overtaken(sql.find(entry.department(), entry.id(), field).orElse(Written.NEVER));
        }
        audit.record(me, "field.written", Guard.subject(entry.id()),
            Map.of("field", field, "version", next.version(), "value", new Personal(next.value())));
        return new Saved.Kept(next, typed.dropped());
    }

    /** An empty field that stays empty has no row and needs none. */
    private Written first(Actor me) {
        return new Written("", 0, open.arrived(), me.account());
    }
}
