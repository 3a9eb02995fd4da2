package huizhan.nomination;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the organizer counts of all departments' lists. */
@Repository
class StandingSql {
    private final JdbcClient db;

    StandingSql(JdbcClient db) {
        this.db = db;
    }

    /** @param filled how many of the wanted fields of its head say something */
    record Head(UUID department, int filled, boolean submitted, Optional<Standing.Signed> signed) {}

    List<Head> lists(String call, Collection<String> wanted) {
        return db.sql("""
                select n.department_id, r.id as revision, r.receipt, r.signed_at,
                       (select count(*) from disc_image d where d.revision_id = r.id) as discs,
                       (select count(*) from nomination_head h where h.nomination_id = n.id and h.field_id in (:wanted) and h.value <> '') as filled,
                       (select count(*) from approval_step s where s.nomination_id = n.id and s.kind = 'submitted'
                           and s.number = (select max(l.number) from approval_step l where l.nomination_id = n.id)) as submitted
                  from nomination n
                  left join nomination_revision r on r.nomination_id = n.id
                   and not exists (select 1 from withdrawal w where w.revision_id = r.id)
                 where n.call_id = :call""")
            .param("call", call).param("wanted", wanted)
            .query((row, n) -> new Head(UUID.fromString(row.getString("department_id")), row.getInt("filled"), row.getInt("submitted") > 0,
                Optional.ofNullable(row.getString("revision")).isEmpty() ? Optional.empty() : Optional.of(new Standing.Signed(UUID.fromString(row.getString("revision")),
                    row.getString("receipt"), Instant.ofEpochMilli(row.getLong("signed_at")), row.getInt("discs") > 0)))).list();
    }

    record Listed(UUID department, Line line) {}

    List<Listed> lines(String call) {
        return db.sql("""
                select n.department_id, l.line_id, l.stub from nomination n join nomination_line l on l.nomination_id = n.id where n.call_id = :call""")
            .param("call", call)
            .query((row, n) -> new Listed(UUID.fromString(row.getString("department_id")), new Line(UUID.fromString(row.getString("line_id")), row.getInt("stub") == 1))).list();
    }

    record Content(UUID department, String json) {}

    /** What was frozen by the sign-offs that hold. */
    List<Content> contents(String call) {
        return db.sql("""
                select n.department_id, r.content from nomination n
                  join nomination_revision r on r.nomination_id = n.id
                 where n.call_id = :call and not exists (select 1 from withdrawal w where w.revision_id = r.id)
                 order by r.signed_at, r.id""")
            .param("call", call).query((row, n) -> new Content(UUID.fromString(row.getString("department_id")), row.getString("content"))).list();
    }
}
