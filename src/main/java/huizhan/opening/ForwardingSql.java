package huizhan.opening;

import huizhan.kernel.StaleData;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How departments have handed the call on. */
final class ForwardingSql {
    private final JdbcClient db;

    ForwardingSql(JdbcClient db) {
        this.db = db;
    }

    Optional<Forwarding> newest(UUID department, String call) {
        return db.sql("""
                select number, until, note, forwarded_at from forwarding
                 where department_id = :department and call_id = :call
                 order by number desc limit 1""")
            .param("department", department.toString()).param("call", call)
            .query((row, n) -> new Forwarding(row.getLong("number"), Optional.of(row.getString("until")).filter(day -> !day.isEmpty()).map(LocalDate::parse),
                row.getString("note"), Instant.ofEpochMilli(row.getLong("forwarded_at")))).optional();
    }

    /** Departments that have handed the call on. */
    Set<UUID> departments(String call) {
        return Set.copyOf(db.sql("select distinct department_id from forwarding where call_id = :call").param("call", call)
            .query((row, n) -> UUID.fromString(row.getString("department_id"))).list());
    }

    /** The number is the guard: of two who hand it on at once, one is told. */
    void insert(UUID department, String call, Forwarding next, UUID by) {
        StaleData.unlessOne("how the call is handed on", db.sql("""
                insert into forwarding (call_id, department_id, number, until, note, forwarded_at, forwarded_by)
                values (:call, :department, :number, :until, :note, :at, :by)
                on conflict do nothing""")
            .param("call", call).param("department", department.toString()).param("number", next.number())
            .param("until", next.until().map(LocalDate::toString).orElse("")).param("note", next.note()).param("at", next.at().toEpochMilli())
            .param("by", by.toString()).update());
    }
}
