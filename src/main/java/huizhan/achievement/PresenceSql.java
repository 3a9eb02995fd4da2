package huizhan.achievement;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who has an achievement open just now, and what was written since. */
final class PresenceSql {
    private final JdbcClient db;

    PresenceSql(JdbcClient db) {
        this.db = db;
    }

    /** @param field with the cursor, empty for none */
    record Seen(UUID account, String field) {}

    void seen(Entry entry, UUID account, String side, String field, Instant at) {
        db.sql("""
                insert into presence (achievement_id, account, side, field_id, seen_at)
                select a.id, :account, :side, :field, :at from achievement a where a.department_id = :department and a.id = :id
                on conflict (achievement_id, account) do update set side = excluded.side, field_id = excluded.field_id, seen_at = excluded.seen_at""")
            .param("department", entry.department().toString()).param("id", entry.id().toString()).param("account", account.toString())
            .param("side", side).param("field", field).param("at", at.toEpochMilli()).update();
    }

    void left(UUID achievement, UUID account) {
        db.sql("""
                delete from presence
                 where achievement_id = :id and account = :account""")
            .param("id", achievement.toString()).param("account", account.toString()).update();
    }

    void forgetBefore(Instant end) {
        db.sql("""
                delete from presence
                 where seen_at < :end""")
            .param("end", end.toEpochMilli()).update();
    }

    /** The others of the same side who were seen since then. */
    List<Seen> others(Entry entry, UUID account, String side, Instant since) {
        return db.sql("""
                select p.account, p.field_id
                  from presence p
                  join achievement a on a.id = p.achievement_id
                 where a.department_id = :department and a.id = :id and p.side = :side and p.account <> :account and p.seen_at >= :since
                 order by p.account""")
            .param("department", entry.department().toString()).param("id", entry.id().toString()).param("side", side)
            .param("account", account.toString()).param("since", since.toEpochMilli())
            .query((row, n) -> new Seen(UUID.fromString(row.getString("account")), row.getString("field_id"))).list();
    }
}
