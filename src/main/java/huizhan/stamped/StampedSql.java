package huizhan.stamped;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What became of scans and originals, and what the codes of scans say. */
@Repository
class StampedSql {
    private final JdbcClient db;

    StampedSql(JdbcClient db) {
        this.db = db;
    }

    /** @return false where someone was faster */
    boolean insert(UUID department, String call, Step step) {
        return db.sql("""
                insert into stamped_step (department_id, call_id, paper, achievement_id, side, number, state, file_id, note, day, stepped_at, stepped_by)
                values (:department, :call, :paper, :achievement, :side, :number, :state, :file, :note, :day, :at, :by)
                on conflict do nothing""")
            .param("department", department.toString()).param("call", call).param("paper", step.paper().kind().code())
            .param("achievement", step.paper().achievement().map(UUID::toString).orElse("")).param("side", step.side().code())
            .param("number", step.number()).param("state", step.state().code()).param("file", step.file().map(UUID::toString).orElse(null))
            .param("note", step.note()).param("day", step.day().map(LocalDate::toString).orElse("")).param("at", step.at().toEpochMilli())
            .param("by", step.by().toString()).update() == 1;
    }

    /** Every step of a department, the oldest first. */
    List<Step> of(UUID department, String call) {
        return db.sql("""
                select paper, achievement_id, side, number, state, file_id, note, day, stepped_at, stepped_by from stamped_step
                 where department_id = :department and call_id = :call
                 order by stepped_at, side, number""")
            .param("department", department.toString()).param("call", call).query(StampedSql::step).list();
    }

    /** The last step of each side of each paper, by department. */
    Map<UUID, List<Step>> last(String call) {
        var steps = new HashMap<UUID, List<Step>>();
        db.sql("""
                select s.department_id, s.paper, s.achievement_id, s.side, s.number, s.state, s.file_id, s.note, s.day, s.stepped_at, s.stepped_by
                  from stamped_step s
                 where s.call_id = :call
                   and s.number = (select max(l.number) from stamped_step l
                                    where l.department_id = s.department_id and l.call_id = s.call_id and l.paper = s.paper
                                      and l.achievement_id = s.achievement_id and l.side = s.side)
                 order by s.department_id, s.stepped_at""")
            .param("call", call)
            .query(row -> {
                steps.computeIfAbsent(UUID.fromString(row.getString("department_id")), id -> new ArrayList<>()).add(step(row, 0));
            });
        return steps;
    }

    private static Step step(ResultSet row, int n) throws SQLException {
        var achievement = Optional.of(row.getString("achievement_id")).filter(id -> !id.isEmpty()).map(UUID::fromString);
        return new Step(new Paper(Paper.Kind.of(row.getString("paper")).orElseThrow(), achievement), Paper.Side.of(row.getString("side")).orElseThrow(),
            row.getLong("number"), Step.State.of(row.getString("state")).orElseThrow(), Optional.ofNullable(row.getString("file_id")).map(UUID::fromString),
            row.getString("note"), Optional.of(row.getString("day")).filter(day -> !day.isEmpty()).map(LocalDate::parse),
            Instant.ofEpochMilli(row.getLong("stepped_at")), UUID.fromString(row.getString("stepped_by")));
    }

    /** Where a file is, or was, the scan. */
    record Place(UUID department, Optional<UUID> achievement) {}

    List<Place> places(String call, UUID file) {
        return db.sql("select department_id, achievement_id from stamped_step where call_id = :call and file_id = :file")
            .param("call", call).param("file", file.toString())
            .query((row, n) -> new Place(UUID.fromString(row.getString("department_id")),
                Optional.of(row.getString("achievement_id")).filter(id -> !id.isEmpty()).map(UUID::fromString))).list();
    }

    /** Every scan of an achievement's board form. */
    List<UUID> files(UUID achievement) {
        return db.sql("select distinct file_id from stamped_step where achievement_id = :achievement and file_id is not null")
            .param("achievement", achievement.toString()).query((row, n) -> UUID.fromString(row.getString("file_id"))).list();
    }

    /** Every word of an achievement's board form goes (A4). */
    void erase(UUID achievement) {
        db.sql("delete from stamped_code where file_id in (select file_id from stamped_step where achievement_id = :achievement and file_id is not null)")
            .param("achievement", achievement.toString()).update();
        db.sql("delete from stamped_step where achievement_id = :achievement").param("achievement", achievement.toString()).update();
    }

    void keepCode(UUID file, String code, Instant at) {
        db.sql("insert into stamped_code (file_id, code, read_at) values (:file, :code, :at) on conflict do nothing")
            .param("file", file.toString()).param("code", code).param("at", at.toEpochMilli()).update();
    }

    /** What the codes say, by file; empty text where none could be read, no entry where nobody has looked yet. */
    Map<UUID, String> codes(Collection<UUID> files) {
        var codes = new HashMap<UUID, String>();
        if (files.isEmpty()) {
            return codes;
        }
        db.sql("select file_id, code from stamped_code where file_id in (:files)").param("files", files.stream().map(UUID::toString).toList())
            .query(row -> {
                codes.put(UUID.fromString(row.getString("file_id")), row.getString("code"));
            });
        return codes;
    }
}
