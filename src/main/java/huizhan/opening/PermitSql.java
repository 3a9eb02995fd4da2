package huizhan.opening;

import huizhan.kernel.StaleData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Leaves to hand in later (B18). */
final class PermitSql {
    private final JdbcClient db;

    PermitSql(JdbcClient db) {
        this.db = db;
    }

    /** The latest that a department holds. */
    Optional<Permit> standing(UUID department, String call) {
        return db.sql("""
                select p.id, p.department_id, p.until, p.reason, p.granted_at, w.reason as back_reason, w.withdrawn_at
                  from permit p left join permit_withdrawal w on w.permit_id = p.id
                 where p.department_id = :department and p.call_id = :call and w.permit_id is null
                 order by p.until desc limit 1""")
            .param("department", department.toString()).param("call", call).query(PermitSql::permit).optional();
    }

    /** One that still stands, of whatever department. */
    Optional<Permit> find(UUID id, String call) {
        return db.sql("""
                select p.id, p.department_id, p.until, p.reason, p.granted_at, w.reason as back_reason, w.withdrawn_at
                  from permit p left join permit_withdrawal w on w.permit_id = p.id
                 where p.id = :id and p.call_id = :call and w.permit_id is null""")
            .param("id", id.toString()).param("call", call).query(PermitSql::permit).optional();
    }

    /** Of all departments, the newest first, those taken back too. */
    List<Permit> all(String call) {
        return db.sql("""
                select p.id, p.department_id, p.until, p.reason, p.granted_at, w.reason as back_reason, w.withdrawn_at
                  from permit p left join permit_withdrawal w on w.permit_id = p.id
                 where p.call_id = :call
                 order by p.granted_at desc, p.id""")
            .param("call", call).query(PermitSql::permit).list();
    }

    record OfOutage(UUID outage, int departments) {}

    /** How many departments hold time that was granted for each outage; what was taken back is held by none. */
    List<OfOutage> ofOutages(String call) {
        return db.sql("""
                select p.outage_id, count(distinct p.department_id) as departments from permit p
                 where p.call_id = :call and p.outage_id <> ''
                   and not exists (select 1 from permit_withdrawal w where w.permit_id = p.id)
                 group by p.outage_id""")
            .param("call", call).query((row, n) -> new OfOutage(UUID.fromString(row.getString("outage_id")), row.getInt("departments"))).list();
    }

    private static Permit permit(ResultSet row, int n) throws SQLException {
        var back = Optional.ofNullable(row.getString("back_reason"));
        var at = Instant.ofEpochMilli(row.getLong("withdrawn_at"));
        return new Permit(UUID.fromString(row.getString("id")), UUID.fromString(row.getString("department_id")),
            Instant.ofEpochMilli(row.getLong("until")), row.getString("reason"), Instant.ofEpochMilli(row.getLong("granted_at")),
            back.map(reason -> new Permit.Withdrawal(reason, at)));
    }

    void insert(Permit permit, String call, String outage, UUID by) {
        db.sql("""
                insert into permit (id, call_id, department_id, until, reason, granted_at, granted_by, outage_id)
                values (:id, :call, :department, :until, :reason, :at, :by, :outage)""")
            .param("id", permit.id().toString()).param("call", call).param("department", permit.department().toString())
            .param("until", permit.until().toEpochMilli()).param("reason", permit.reason()).param("at", permit.at().toEpochMilli())
            .param("by", by.toString()).param("outage", outage).update();
    }

    /** Once: of two who take it back, one is told. */
    void withdraw(UUID permit, Permit.Withdrawal withdrawal, UUID by) {
        StaleData.unlessOne("permit " + permit, db.sql("""
                insert into permit_withdrawal (permit_id, reason, withdrawn_at, withdrawn_by)
                values (:permit, :reason, :at, :by)
                on conflict do nothing""")
            .param("permit", permit.toString()).param("reason", withdrawal.reason()).param("at", withdrawal.at().toEpochMilli())
            .param("by", by.toString()).update());
    }
}
