package huizhan.opening;

import huizhan.kernel.StaleData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Requests for more time, and their answers (B18). */
final class ExtensionSql {
    private final JdbcClient db;

    ExtensionSql(JdbcClient db) {
        this.db = db;
    }

    /** A department's own, the newest first. */
    List<Extension> of(UUID department, String call) {
        return db.sql("""
                select r.id, r.department_id, r.wanted, r.reason, r.asked_at, r.asked_by, a.word, a.answered_at, p.until, w.reason as gone
                  from extension_request r
                  left join extension_answer a on a.request_id = r.id
                  left join permit p on p.id = a.permit_id
                  left join permit_withdrawal w on w.permit_id = p.id
                 where r.department_id = :department and r.call_id = :call
                 order by r.asked_at desc, r.id""")
            .param("department", department.toString()).param("call", call).query(ExtensionSql::extension).list();
    }

    /** Of all departments, the newest first. */
    List<Extension> all(String call) {
        return db.sql("""
                select r.id, r.department_id, r.wanted, r.reason, r.asked_at, r.asked_by, a.word, a.answered_at, p.until, w.reason as gone
                  from extension_request r
                  left join extension_answer a on a.request_id = r.id
                  left join permit p on p.id = a.permit_id
                  left join permit_withdrawal w on w.permit_id = p.id
                 where r.call_id = :call
                 order by r.asked_at desc, r.id""")
            .param("call", call).query(ExtensionSql::extension).list();
    }

    int waiting(String call) {
        return db.sql("""
                select count(*) from extension_request r
                 where r.call_id = :call and not exists (select 1 from extension_answer a where a.request_id = r.id)""")
            .param("call", call).query(Integer.class).single();
    }

    private static Extension extension(ResultSet row, int n) throws SQLException {
        var until = row.getLong("until");
        var granted = row.wasNull() ? Optional.<Instant>empty() : Optional.of(Instant.ofEpochMilli(until));
        var answered = row.getLong("answered_at");
        var answer = row.wasNull() ? Optional.<Extension.Answer>empty()
            : Optional.of(new Extension.Answer(granted, row.getString("word"), Instant.ofEpochMilli(answered),
                Optional.ofNullable(row.getString("gone")).orElse("")));
        return new Extension(UUID.fromString(row.getString("id")), UUID.fromString(row.getString("department_id")),
            Optional.of(row.getString("wanted")).filter(day -> !day.isEmpty()).map(LocalDate::parse), row.getString("reason"),
            Instant.ofEpochMilli(row.getLong("asked_at")), UUID.fromString(row.getString("asked_by")), answer);
    }

    void insert(Extension asked, String call) {
        db.sql("""
                insert into extension_request (id, call_id, department_id, wanted, reason, asked_at, asked_by)
                values (:id, :call, :department, :wanted, :reason, :at, :by)""")
            .param("id", asked.id().toString()).param("call", call).param("department", asked.department().toString())
            .param("wanted", asked.wanted().map(LocalDate::toString).orElse("")).param("reason", asked.reason())
            .param("at", asked.at().toEpochMilli()).param("by", asked.by().toString()).update();
    }

    /**
     * Once: of two who answer, one is told.
     *
     * @param permit empty for a refusal
     */
    void answer(UUID request, String permit, String word, Instant at, UUID by) {
        StaleData.unlessOne("request " + request, db.sql("""
                insert into extension_answer (request_id, permit_id, word, answered_at, answered_by)
                values (:request, :permit, :word, :at, :by)
                on conflict do nothing""")
            .param("request", request.toString()).param("permit", permit).param("word", word).param("at", at.toEpochMilli())
            .param("by", by.toString()).update());
    }
}
