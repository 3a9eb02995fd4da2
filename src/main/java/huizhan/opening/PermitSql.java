package huizhan.opening;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Leaves to hand in later (B18). */
final class PermitSql {
    private final JdbcClient db;

    PermitSql(JdbcClient db) {
        this.db = db;
    }

    /** The latest end that a department was ever granted. */
    Optional<Instant> until(UUID department, String call) {
        return db.sql("""
                select until from permit
                 where department_id = :department and call_id = :call
                 order by until desc limit 1""")
            .param("department", department.toString()).param("call", call)
            .query((row, n) -> Instant.ofEpochMilli(row.getLong("until"))).optional();
    }
}
