package huizhan.opening;

import huizhan.kernel.StaleData;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
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

    /**
     * The newest word of a department and of each body between it and its units.
     *
     * @return by the body's id; the department's own without one
     */
    Map<Optional<UUID>, Forwarding> newest(UUID department, String call) {
        var newest = new HashMap<Optional<UUID>, Forwarding>();
        db.sql("""
                select f.middle_id, f.number, f.until, f.note, f.forwarded_at
                  from forwarding f
                 where f.department_id = :department and f.call_id = :call
                   and f.number = (select max(n.number) from forwarding n
                                    where n.call_id = f.call_id and n.department_id = f.department_id and n.middle_id = f.middle_id)""")
            .param("department", department.toString()).param("call", call)
            .query((row, n) -> newest.put(text(row.getString("middle_id")).map(UUID::fromString), new Forwarding(row.getLong("number"),
                text(row.getString("until")).map(LocalDate::parse), row.getString("note"), Instant.ofEpochMilli(row.getLong("forwarded_at"))))).list();
        return newest;
    }

    private static Optional<String> text(String text) {
        return Optional.of(text).filter(each -> !each.isEmpty());
    }

    /** Departments that have handed the call on. */
    Set<UUID> departments(String call) {
        return Set.copyOf(db.sql("select distinct department_id from forwarding where call_id = :call and middle_id = ''").param("call", call)
            .query((row, n) -> UUID.fromString(row.getString("department_id"))).list());
    }

    /**
     * The number is the guard: of two who hand it on at once, one is told.
     *
     * @param middle the body whose word it is; empty for the department's own
     */
    void insert(UUID department, Optional<UUID> middle, String call, Forwarding next, UUID by) {
        StaleData.unlessOne("how the call is handed on", db.sql("""
                insert into forwarding (call_id, department_id, middle_id, number, until, note, forwarded_at, forwarded_by)
                values (:call, :department, :middle, :number, :until, :note, :at, :by)
                on conflict do nothing""")
            .param("call", call).param("department", department.toString()).param("middle", middle.map(UUID::toString).orElse("")).param("number", next.number())
            .param("until", next.until().map(LocalDate::toString).orElse("")).param("note", next.note()).param("at", next.at().toEpochMilli())
            .param("by", by.toString()).update());
    }
}
