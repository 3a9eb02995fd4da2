package huizhan.turning;

import huizhan.kernel.StaleData;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The steps on the way back of stubs. */
@Repository
class ReopeningSql {
    private final JdbcClient db;

    ReopeningSql(JdbcClient db) {
        this.db = db;
    }

    enum Kind {
        ASKED, WITHDRAWN, REFUSED, CONFIRMED, BEGUN;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param name the person's as it stood then */
    record Step(UUID line, long number, UUID department, Kind kind, String reason, Instant at, UUID by, String name) {}

    Optional<Step> last(UUID line) {
        return db.sql("""
                select line_id, number, department_id, kind, reason, stepped_at, stepped_by, stepper from reopening_step
                 where line_id = :line
                 order by number desc limit 1""")
            .param("line", line.toString()).query(ReopeningSql::row).optional();
    }

    /** Who asked and hasn't been answered, of all departments, the oldest first. */
    List<Step> asked() {
        return db.sql("""
                select line_id, number, department_id, kind, reason, stepped_at, stepped_by, stepper from reopening_step s
                 where kind = 'asked' and number = (select max(number) from reopening_step o where o.line_id = s.line_id)
                 order by stepped_at, line_id""")
            .query(ReopeningSql::row).list();
    }

    private static Step row(java.sql.ResultSet row, int n) throws java.sql.SQLException {
        return new Step(UUID.fromString(row.getString("line_id")), row.getLong("number"), UUID.fromString(row.getString("department_id")),
            Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)), row.getString("reason"), Instant.ofEpochMilli(row.getLong("stepped_at")),
            UUID.fromString(row.getString("stepped_by")), row.getString("stepper"));
    }

    /** A reason is for whoever answers it. */
    void forgetReasons(UUID line) {
        db.sql("update reopening_step set reason = '' where line_id = :line").param("line", line.toString()).update();
    }

    /** The number is the guard: of two who step at once, one is told. */
    void insert(Step step) {
        StaleData.unlessOne("the way back of line " + step.line(), db.sql("""
                insert into reopening_step (line_id, number, department_id, kind, reason, stepped_at, stepped_by, stepper)
                values (:line, :number, :department, :kind, :reason, :at, :by, :name)
                on conflict do nothing""")
            .param("line", step.line().toString()).param("number", step.number()).param("department", step.department().toString()).param("kind", step.kind().code())
            .param("reason", step.reason()).param("at", step.at().toEpochMilli()).param("by", step.by().toString()).param("name", step.name()).update());
    }
}
