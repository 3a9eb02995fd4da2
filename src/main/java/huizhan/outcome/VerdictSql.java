package huizhan.outcome;

import huizhan.kernel.Actor;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What became of each achievement. */
@Repository
class VerdictSql {
    private final JdbcClient db;

    VerdictSql(JdbcClient db) {
        this.db = db;
    }

    /**
     * What was said last.
     *
     * @param number of this decision, from 1; where it came back on a sheet, the sheet's
     */
    record Said(Verdict verdict, long number, UUID by) {
        static final Said NOTHING = new Said(Verdict.NONE, 0, Actor.PROGRAM);
    }

    /** @return false where somebody was faster */
    boolean insert(String call, UUID achievement, Said said, Instant at) {
        return db.sql("""
                insert into outcome_verdict (call_id, achievement_id, number, verdict, said_at, said_by) values (:call, :achievement, :number, :verdict, :at, :by)
                on conflict do nothing""")
            .param("call", call).param("achievement", achievement.toString()).param("number", said.number()).param("verdict", said.verdict().code())
            .param("at", at.toEpochMilli()).param("by", said.by().toString()).update() == 1;
    }

    Map<UUID, Said> last(String call) {
        var all = new HashMap<UUID, Said>();
        db.sql("select achievement_id, number, verdict, said_by from outcome_verdict where call_id = :call order by number").param("call", call)
            .query(row -> {
                all.put(UUID.fromString(row.getString("achievement_id")), new Said(Verdict.of(row.getString("verdict")).orElseThrow(), row.getLong("number"), UUID.fromString(row.getString("said_by"))));
            });
        return all;
    }

    /** No word stays about one that was erased or isn't public any more (A4); a sheet with it is put aside, with its codes. */
    void erase(UUID achievement, Instant at, UUID by) {
        db.sql("""
                update outcome_sheet set voided_at = :at, voided_by = :by
                 where voided_at is null and exists (select 1 from outcome_line l where l.call_id = outcome_sheet.call_id and l.number = outcome_sheet.number and l.achievement_id = :achievement)""")
            .param("at", at.toEpochMilli()).param("by", by.toString()).param("achievement", achievement.toString()).update();
        db.sql("""
                delete from outcome_code
                 where exists (select 1 from outcome_line l where l.call_id = outcome_code.call_id and l.number = outcome_code.number and l.achievement_id = :achievement)""")
            .param("achievement", achievement.toString()).update();
        for (var statement : List.of("delete from outcome_verdict where achievement_id = :achievement", "delete from outcome_line where achievement_id = :achievement",
                "delete from outcome_entry where achievement_id = :achievement")) {
            db.sql(statement).param("achievement", achievement.toString()).update();
        }
    }
}
