package huizhan.organization;

import huizhan.kernel.Role;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who is there, over all departments: for the organizer alone. */
@Repository
class TurnoutSql {
    private final JdbcClient db;

    TurnoutSql(JdbcClient db) {
        this.db = db;
    }

    record Member(UUID department, UUID account, String name, String telephone, String email, Role role, boolean joined) {}

    /** Each department's own people, once for each role. */
    List<Member> members() {
        return db.sql("""
                select a.department, a.id, a.name, a.telephone, a.email, r.role, c.account as joined
                  from account a
                  join account_role r on r.account = a.id
                  left join credential c on c.account = a.id
                 where a.department is not null and a.unit is null and a.middle is null and a.disabled_at is null and r.role in ('DRAFTER', 'APPROVER')
                 order by a.created_at, a.id, r.role""")
            .query((row, n) -> new Member(UUID.fromString(row.getString("department")), UUID.fromString(row.getString("id")), row.getString("name"),
                row.getString("telephone"), row.getString("email"), Role.valueOf(row.getString("role")), row.getString("joined") != null)).list();
    }

    record UnitCount(UUID department, long open, long invited, long joined) {}

    List<UnitCount> units() {
        return db.sql("""
                select u.department, count(distinct u.id) as units, count(distinct a.unit) as invited,
                       count(distinct case when c.account is not null then a.unit end) as joined
                  from unit u
                  left join account a on a.unit = u.id and a.disabled_at is null
                  left join credential c on c.account = a.id
                 where u.closed_at is null
                 group by u.department""")
            .query((row, n) -> new UnitCount(UUID.fromString(row.getString("department")), row.getLong("units"), row.getLong("invited"), row.getLong("joined"))).list();
    }

    record BodyCount(UUID department, long open, long joined) {}

    List<BodyCount> bodies() {
        return db.sql("""
                select b.department, count(distinct b.id) as bodies, count(distinct case when c.account is not null then a.middle end) as joined
                  from middle_body b
                  left join account a on a.middle = b.id and a.disabled_at is null
                  left join credential c on c.account = a.id
                 where b.closed_at is null
                 group by b.department""")
            .query((row, n) -> new BodyCount(UUID.fromString(row.getString("department")), row.getLong("bodies"), row.getLong("joined"))).list();
    }
}
