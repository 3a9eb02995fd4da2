package huizhan.nomination;

import huizhan.kernel.StaleData;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The steps between drafting and approving. */
@Repository
class ApprovalSql {
    private final JdbcClient db;

    ApprovalSql(JdbcClient db) {
        this.db = db;
    }

    Optional<Approval.Step> last(UUID nomination) {
        return db.sql("""
                select number, kind, digest, note, stepped_at, stepped_by, stepper from approval_step
                 where nomination_id = :nomination
                 order by number desc limit 1""")
            .param("nomination", nomination.toString())
            .query((row, n) -> new Approval.Step(row.getLong("number"), Approval.Kind.of(row.getString("kind")), row.getString("digest"), row.getString("note"),
                Instant.ofEpochMilli(row.getLong("stepped_at")), UUID.fromString(row.getString("stepped_by")), row.getString("stepper"))).optional();
    }

    /** The kind of the last step of a department's list; empty where there is none. */
    Optional<Approval.Kind> stands(UUID department, String call) {
        return db.sql("""
                select s.kind from approval_step s join nomination n on n.id = s.nomination_id
                 where n.department_id = :department and n.call_id = :call
                 order by s.number desc limit 1""")
            .param("department", department.toString()).param("call", call).query(String.class).optional().map(Approval.Kind::of);
    }

    /** The number is the guard: of two who step at once, one is told. */
    void insert(UUID nomination, Approval.Step step) {
        StaleData.unlessOne("the approval of nomination " + nomination, db.sql("""
                insert into approval_step (nomination_id, number, kind, digest, note, stepped_at, stepped_by, stepper)
                values (:nomination, :number, :kind, :digest, :note, :at, :by, :name)
                on conflict do nothing""")
            .param("nomination", nomination.toString()).param("number", step.number()).param("kind", step.kind().code()).param("digest", step.digest())
            .param("note", step.note()).param("at", step.at().toEpochMilli()).param("by", step.by().toString()).param("name", step.name()).update());
    }

    boolean twoPeople(UUID department) {
        return db.sql("select wanted from two_people where department_id = :department order by number desc limit 1")
            .param("department", department.toString()).query(Integer.class).optional().filter(wanted -> wanted == 1).isPresent();
    }

    /** Whether it was this person who said last that one is enough. */
    boolean loosenedBy(UUID department, UUID account) {
        return db.sql("select wanted, set_by from two_people where department_id = :department order by number desc limit 1")
            .param("department", department.toString())
            .query((row, n) -> row.getInt("wanted") == 0 && row.getString("set_by").equals(account.toString())).optional().orElse(false);
    }

    void twoPeople(UUID department, boolean wanted, Instant at, UUID by) {
        StaleData.unlessOne("how department " + department + " approves", db.sql("""
                insert into two_people (department_id, number, wanted, set_at, set_by)
                select :department, coalesce(max(number), 0) + 1, :wanted, :at, :by from two_people where department_id = :department
                on conflict do nothing""")
            .param("department", department.toString()).param("wanted", wanted ? 1 : 0).param("at", at.toEpochMilli()).param("by", by.toString()).update());
    }
}
