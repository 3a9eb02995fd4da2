package huizhan.achievement;

import huizhan.kernel.Actor;
import huizhan.kernel.Clocks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.transaction.support.TransactionOperations;

/** People who have the same form open see each other, and each sees what the other has saved (B4). Each side sees its own people only. */
class Presence {
    /** A page asks every few seconds; who has missed some is gone. */
    private static final Duration HERE = Duration.ofSeconds(40);

    private final PresenceSql sql;
    private final FieldSql fields;
    private final SlotSql slots;
    private final Guard guard;
    private final Clocks clocks;
    private final TransactionOperations writing;

    Presence(PresenceSql sql, FieldSql fields, SlotSql slots, Guard guard, Clocks clocks, TransactionOperations writing) {
        this.sql = sql;
        this.fields = fields;
        this.slots = slots;
        this.guard = guard;
        this.clocks = clocks;
        this.writing = writing;
    }

    /**
     * How things stand for one page.
     *
     * @param written fields that were written at the instant or after it, the asker's own too
     * @param places  changes with each file and object that comes, goes or moves
     * @param step    the number of the last step between unit and department, 0 for none
     */
    record Now(List<PresenceSql.Seen> others, List<FieldSql.Named> written, String places, int step) {}

    /**
     * Tells that a person is here, and asks who else is and what they wrote.
     *
     * @param field the field with the cursor, empty for none
     * @param since by the business clock
     */
    Now here(Actor me, UUID id, String field, Instant since) {
        var entry = guard.see(me, id);
        var now = clocks.system().instant();
        var side = me.middle().map(body -> "middle:" + body).orElseGet(() -> me.unit().map(UUID::toString).orElse(""));
        writing.executeWithoutResult(status -> {
            sql.forgetBefore(now.minus(HERE));
            sql.seen(entry, me.account(), side, field, now);
        });
        var written = fields.since(entry.department(), id, since).stream().filter(each -> guard.own(me, entry, each.field())).toList();
        return new Now(sql.others(entry, me.account(), side, now.minus(HERE)), written, places(entry), entry.last().map(Step::number).orElse(0));
    }

    /** The page is closed. */
    void gone(Actor me, UUID id) {
        var entry = guard.see(me, id);
        writing.executeWithoutResult(status -> sql.left(entry.id(), me.account()));
    }

    private String places(Entry entry) {
        var achievement = List.of(entry.id());
        return Integer.toHexString(List.of(slots.files(entry.department(), achievement).stream().map(Placed::id).toList(),
            slots.objects(entry.department(), achievement).stream().map(SlotSql.Thing::id).toList()).hashCode());
    }
}
