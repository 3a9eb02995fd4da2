package huizhan.opening.exceptions;

import huizhan.kernel.StaleData;
import huizhan.kernel.Text;
import huizhan.material.GrantedException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Exceptions: asked for, granted, refused, revoked. */
final class ExceptionSql {
    private static final Pattern FIGURES = Pattern.compile("(?<![^ ])(?:[0-9\\u202F]+\\.[0-9] [kM]B|[0-9]{1,3} B)( · [0-9]+×[0-9]+)*( · [0-9]+:[0-9]{2})?$");
    private final JdbcClient db;

    ExceptionSql(JdbcClient db) {
        this.db = db;
    }

    /** What a department may go by now. */
    List<Grant> standing(UUID department, String call) {
        return db.sql("""
                select g.id, g.department_id, g.achievement_id, g.rule, g.item, g.reason, g.granted_at, null as back_reason, null as revoked_at,
                       null as name, null as finding_zh, null as finding_en, null as facts
                  from exception_grant g
                 where g.department_id = :department and g.call_id = :call
                   and not exists (select 1 from exception_revocation v where v.grant_id = g.id)
                 order by g.granted_at, g.id""")
            .param("department", department.toString()).param("call", call).query(ExceptionSql::grant).list();
    }

    /** What a department may go by no longer, the last revoked first. */
    List<Grant> revoked(UUID department, String call) {
        return db.sql("""
                select g.id, g.department_id, g.achievement_id, g.rule, g.item, g.reason, g.granted_at, v.reason as back_reason, v.revoked_at,
                       null as name, null as finding_zh, null as finding_en, null as facts
                  from exception_grant g
                  join exception_revocation v on v.grant_id = g.id
                 where g.department_id = :department and g.call_id = :call
                 order by v.revoked_at desc, g.id""")
            .param("department", department.toString()).param("call", call).query(ExceptionSql::grant).list();
    }

    /** The unit whose request a grant answers; empty where the department or nobody had asked. */
    Optional<UUID> asker(UUID grant) {
        return db.sql("select r.unit_id from exception_answer a join exception_request r on r.id = a.request_id where a.grant_id = :grant")
            .param("grant", grant.toString()).query((row, n) -> id(row.getString("unit_id"))).optional().flatMap(each -> each);
    }

    /** Of all departments, the newest first, revoked ones too. */
    List<Grant> all(String call) {
        return db.sql("""
                select g.id, g.department_id, g.achievement_id, g.rule, g.item, g.reason, g.granted_at, v.reason as back_reason, v.revoked_at,
                       r.name, r.finding_zh, r.finding_en, r.facts
                  from exception_grant g
                  left join exception_revocation v on v.grant_id = g.id
                  left join exception_answer a on a.grant_id = g.id
                  left join exception_request r on r.id = a.request_id
                 where g.call_id = :call
                 order by g.granted_at desc, g.id""")
            .param("call", call).query(ExceptionSql::grant).list();
    }

    private static Grant grant(ResultSet row, int n) throws SQLException {
        var back = Optional.ofNullable(row.getString("back_reason"));
        var at = Instant.ofEpochMilli(row.getLong("revoked_at"));
        var asked = row.getString("name") == null ? Optional.<Asked>empty() : Optional.of(asked(row));
        return new Grant(UUID.fromString(row.getString("id")), UUID.fromString(row.getString("department_id")), id(row.getString("achievement_id")),
            new GrantedException(row.getString("rule"), row.getString("item"), row.getString("reason")), Instant.ofEpochMilli(row.getLong("granted_at")),
            asked, back.map(reason -> new Grant.Revocation(reason, at)));
    }

    private static Asked asked(ResultSet row) throws SQLException {
        return new Asked(id(row.getString("achievement_id")), row.getString("rule"), row.getString("item"), row.getString("name"),
            new Text(row.getString("finding_zh"), row.getString("finding_en")), "", figures(row.getString("facts")));
    }

    /** Without the file's own name, which stood before the figures in what was asked for by an earlier version (C7). */
    private static String figures(String facts) {
        var found = FIGURES.matcher(facts);
        return found.find() ? found.group() : "";
    }

    private static Optional<UUID> id(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(text));
    }

    private static String text(Optional<UUID> id) {
        return id.map(UUID::toString).orElse("");
    }

    /** A department's and its units' own, the newest first. */
    List<ExceptionRequest> requests(UUID department, String call) {
        return db.sql("""
                select r.id, r.department_id, r.unit_id, r.achievement_id, r.rule, r.item, r.name, r.finding_zh, r.finding_en, r.facts, r.reason,
                       r.asked_at, r.asked_by, a.grant_id, a.word, a.answered_at
                  from exception_request r left join exception_answer a on a.request_id = r.id
                 where r.department_id = :department and r.call_id = :call
                 order by r.asked_at desc, r.id""")
            .param("department", department.toString()).param("call", call).query(ExceptionSql::request).list();
    }

    /** Of all departments, the newest first. */
    List<ExceptionRequest> requests(String call) {
        return db.sql("""
                select r.id, r.department_id, r.unit_id, r.achievement_id, r.rule, r.item, r.name, r.finding_zh, r.finding_en, r.facts, r.reason,
                       r.asked_at, r.asked_by, a.grant_id, a.word, a.answered_at
                  from exception_request r left join exception_answer a on a.request_id = r.id
                 where r.call_id = :call
                 order by r.asked_at desc, r.id""")
            .param("call", call).query(ExceptionSql::request).list();
    }

    int waiting(String call) {
        return db.sql("""
                select count(*) from exception_request r
                 where r.call_id = :call and not exists (select 1 from exception_answer a where a.request_id = r.id)""")
            .param("call", call).query(Integer.class).single();
    }

    private static ExceptionRequest request(ResultSet row, int n) throws SQLException {
        var answered = row.getLong("answered_at");
        var answer = row.wasNull() ? Optional.<ExceptionRequest.Answer>empty()
            : Optional.of(new ExceptionRequest.Answer(!row.getString("grant_id").isEmpty(), row.getString("word"), Instant.ofEpochMilli(answered)));
        return new ExceptionRequest(UUID.fromString(row.getString("id")), UUID.fromString(row.getString("department_id")), id(row.getString("unit_id")),
            asked(row), row.getString("reason"), Instant.ofEpochMilli(row.getLong("asked_at")), UUID.fromString(row.getString("asked_by")), answer);
    }

    void insert(ExceptionRequest request, String call) {
        var what = request.what();
        db.sql("""
                insert into exception_request (id, call_id, department_id, unit_id, achievement_id, rule, item, name, finding_zh, finding_en, facts,
                    reason, asked_at, asked_by)
                values (:id, :call, :department, :unit, :achievement, :rule, :item, :name, :zh, :en, :facts, :reason, :at, :by)""")
            .param("id", request.id().toString()).param("call", call).param("department", request.department().toString())
            .param("unit", text(request.unit())).param("achievement", text(what.achievement())).param("rule", what.rule()).param("item", what.item())
            .param("name", what.name()).param("zh", what.finding().zh()).param("en", what.finding().en()).param("facts", what.facts())
            .param("reason", request.reason()).param("at", request.at().toEpochMilli()).param("by", request.by().toString()).update();
    }

    void insert(Grant grant, String call, UUID by) {
        db.sql("""
                insert into exception_grant (id, call_id, department_id, achievement_id, rule, item, reason, granted_at, granted_by)
                values (:id, :call, :department, :achievement, :rule, :item, :reason, :at, :by)""")
            .param("id", grant.id().toString()).param("call", call).param("department", grant.department().toString())
            .param("achievement", text(grant.achievement())).param("rule", grant.exception().rule()).param("item", grant.exception().item())
            .param("reason", grant.exception().reason()).param("at", grant.at().toEpochMilli()).param("by", by.toString()).update();
    }

    /**
     * Once: of two who answer, one is told.
     *
     * @param grant empty for a refusal
     */
    void answer(UUID request, String grant, String word, Instant at, UUID by) {
        StaleData.unlessOne("request " + request, db.sql("""
                insert into exception_answer (request_id, grant_id, word, answered_at, answered_by)
                values (:request, :grant, :word, :at, :by)
                on conflict do nothing""")
            .param("request", request.toString()).param("grant", grant).param("word", word).param("at", at.toEpochMilli())
            .param("by", by.toString()).update());
    }

    /** Once: of two who revoke it, one is told. */
    void revoke(UUID grant, Grant.Revocation revocation, UUID by) {
        StaleData.unlessOne("exception " + grant, db.sql("""
                insert into exception_revocation (grant_id, reason, revoked_at, revoked_by)
                values (:grant, :reason, :at, :by)
                on conflict do nothing""")
            .param("grant", grant.toString()).param("reason", revocation.reason()).param("at", revocation.at().toEpochMilli())
            .param("by", by.toString()).update());
    }

    /** Every word about an achievement that is erased; its answers and revocations speak of what is gone. */
    void forget(UUID department, UUID achievement) {
        db.sql("""
                delete from exception_answer where request_id in (select id from exception_request
                 where department_id = :department and achievement_id = :achievement)""")
            .param("department", department.toString()).param("achievement", achievement.toString()).update();
        db.sql("""
                delete from exception_revocation where grant_id in (select id from exception_grant
                 where department_id = :department and achievement_id = :achievement)""")
            .param("department", department.toString()).param("achievement", achievement.toString()).update();
        db.sql("delete from exception_request where department_id = :department and achievement_id = :achievement")
            .param("department", department.toString()).param("achievement", achievement.toString()).update();
        db.sql("delete from exception_grant where department_id = :department and achievement_id = :achievement")
            .param("department", department.toString()).param("achievement", achievement.toString()).update();
    }
}
