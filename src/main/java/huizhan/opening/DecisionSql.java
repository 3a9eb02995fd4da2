package huizhan.opening;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was decided about a department, and who has read it. */
final class DecisionSql {
    private final JdbcClient db;

    DecisionSql(JdbcClient db) {
        this.db = db;
    }

    /**
     * What a person of the department hasn't read, the oldest first; of what was taken back only that, and of more time only the end that holds.
     *
     * @param since who was not there yet has missed nothing
     */
    List<Decision> unread(UUID department, String call, UUID account, Instant since) {
        return db.sql("""
                select d.id, d.kind, d.rule, d.until, d.reason, d.said_at from (
                    select p.id, 'permit' as kind, '' as rule, p.until, p.reason, p.granted_at as said_at from permit p
                     where p.department_id = :department and p.call_id = :call
                       and not exists (select 1 from permit_withdrawal w where w.permit_id = p.id)
                       and not exists (select 1 from permit n where n.department_id = p.department_id and n.call_id = p.call_id and n.until > p.until
                                          and not exists (select 1 from permit_withdrawal w where w.permit_id = n.id))
                    union all
                    select p.id, 'permit-back' as kind, '' as rule, p.until, w.reason, w.withdrawn_at as said_at
                      from permit p join permit_withdrawal w on w.permit_id = p.id
                     where p.department_id = :department and p.call_id = :call
                    union all
                    select g.id, 'exception' as kind, g.rule, 0 as until, g.reason, g.granted_at as said_at from exception_grant g
                     where g.department_id = :department and g.call_id = :call
                       and not exists (select 1 from exception_revocation v where v.grant_id = g.id)
                    union all
                    select g.id, 'exception-back' as kind, g.rule, 0 as until, v.reason, v.revoked_at as said_at
                      from exception_grant g join exception_revocation v on v.grant_id = g.id
                     where g.department_id = :department and g.call_id = :call) d
                 where d.said_at >= :since
                   and not exists (select 1 from decision_reading r where r.decision_id = d.id and r.kind = d.kind and r.account = :account)
                 order by d.said_at, d.id""")
            .param("department", department.toString()).param("call", call).param("account", account.toString())
            .param("since", since.toEpochMilli()).query(DecisionSql::decision).list();
    }

    /** Whether something such was ever decided about the department, read or not, whatever became of it since. */
    boolean isOf(UUID department, String call, UUID id) {
        return db.sql("""
                select (select count(*) from permit p where p.id = :id and p.department_id = :department and p.call_id = :call)
                     + (select count(*) from exception_grant g where g.id = :id and g.department_id = :department and g.call_id = :call)""")
            .param("id", id.toString()).param("department", department.toString()).param("call", call).query(Long.class).single() > 0;
    }

    private static Decision decision(ResultSet row, int n) throws SQLException {
        var until = row.getLong("until");
        return new Decision(UUID.fromString(row.getString("id")), Decision.Kind.of(row.getString("kind")), row.getString("rule"),
            until == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(until)), row.getString("reason"), Instant.ofEpochMilli(row.getLong("said_at")));
    }

    /** A second reading changes nothing. */
    void read(Decision decision, UUID account, Instant at) {
        db.sql("""
                insert into decision_reading (decision_id, kind, account, read_at) values (:id, :kind, :account, :at)
                on conflict do nothing""")
            .param("id", decision.id().toString()).param("kind", decision.kind().code()).param("account", account.toString()).param("at", at.toEpochMilli()).update();
    }
}
