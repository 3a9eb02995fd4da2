package huizhan.achievement;

import huizhan.web.Version;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.RowMapper;

/** What was: every version of a field, every file and object with its days, every step (B4, B19). */
final class HistorySql {
    private final JdbcClient db;

    HistorySql(JdbcClient db) {
        this.db = db;
    }

    /** Every version of every field, field by field, oldest first. */
    List<Version> versions(UUID department, UUID achievement) {
        return db.sql("""
                select h.field_id, h.version, h.written_at, h.written_by
                  from field_history h
                  join achievement a on a.id = h.achievement_id
                 where a.department_id = :department and a.id = :id
                 order by h.field_id, h.version""")
            .param("department", department.toString()).param("id", achievement.toString())
            .query((row, n) -> new Version(row.getString("field_id"), row.getLong("version"), Instant.ofEpochMilli(row.getLong("written_at")),
                UUID.fromString(row.getString("written_by")))).list();
    }

    /** One version of a field with its text; empty where there is none of that number. */
    Optional<Written> version(UUID department, UUID achievement, String field, long number) {
        return db.sql("""
                select h.value, h.version, h.written_at, h.written_by
                  from field_history h
                  join achievement a on a.id = h.achievement_id
                 where a.department_id = :department and a.id = :id and h.field_id = :field and h.version = :number""")
            .param("department", department.toString()).param("id", achievement.toString()).param("field", field).param("number", number)
            .query((row, n) -> written(row)).optional();
    }

    /** The fields as they stood at an instant; one that nobody had touched by then is missing. */
    Map<String, Written> at(UUID department, UUID achievement, Instant instant) {
        var fields = new LinkedHashMap<String, Written>();
        db.sql("""
                select h.field_id, h.value, h.version, h.written_at, h.written_by
                  from (select l.field_id, max(l.version) as version
                          from field_history l
                          join achievement a on a.id = l.achievement_id
                         where a.department_id = :department and a.id = :id and l.written_at <= :at
                         group by l.field_id) last
                  join field_history h on h.achievement_id = :id and h.field_id = last.field_id and h.version = last.version
                 order by h.field_id""")
            .param("department", department.toString()).param("id", achievement.toString()).param("at", instant.toEpochMilli())
            .query(row -> {
                fields.put(row.getString("field_id"), written(row));
            });
        return fields;
    }

    private static Written written(ResultSet row) throws SQLException {
        return new Written(row.getString("value"), row.getLong("version"), Instant.ofEpochMilli(row.getLong("written_at")),
            UUID.fromString(row.getString("written_by")));
    }

    /** A step with who took it. */
    record Taken(Step step, UUID by) {

        /** Without what the body between and the department wrote to each other. */
        Taken forUnit() {
            return new Taken(step.forUnit(), by);
        }
    }

    /** The way between unit and department, oldest first. */
    List<Taken> steps(UUID department, UUID achievement) {
        return db.sql("""
                select h.step, h.kind, h.reason, h.stepped_at, h.stepped_by
                  from handover h
                  join achievement a on a.id = h.achievement_id
                 where a.department_id = :department and a.id = :id
                 order by h.step""")
            .param("department", department.toString()).param("id", achievement.toString())
            .query((row, n) -> new Taken(new Step(row.getInt("step"), Step.Kind.of(row.getString("kind")), row.getString("reason"),
                Instant.ofEpochMilli(row.getLong("stepped_at"))), UUID.fromString(row.getString("stepped_by")))).list();
    }

    /**
     * A file or an object that was added, and perhaps taken away.
     *
     * @param file absent for an object
     */
    record Stay(Optional<Slot> slot, Optional<UUID> file, Instant from, UUID by, Optional<Instant> to, Optional<UUID> removedBy) {

        boolean there(Instant at) {
            return !from.isAfter(at) && to.filter(end -> !end.isAfter(at)).isEmpty();
        }
    }

    private static final RowMapper<Stay> STAY = (row, n) -> {
        var removed = row.getString("removed_by");
        return new Stay(Optional.ofNullable(row.getString("slot")).flatMap(Slot::of), Optional.ofNullable(row.getString("file_id")).map(UUID::fromString),
            Instant.ofEpochMilli(row.getLong("added_at")), UUID.fromString(row.getString("added_by")),
            removed == null ? Optional.empty() : Optional.of(Instant.ofEpochMilli(row.getLong("removed_at"))),
            Optional.ofNullable(removed).map(UUID::fromString));
    };

    /** Every file and every object that there ever was, in the order in which they came. */
    List<Stay> stays(UUID department, UUID achievement) {
        return db.sql("""
                select f.slot, f.file_id, f.added_at, f.added_by, f.removed_at, f.removed_by
                  from achievement_file f
                  join achievement a on a.id = f.achievement_id
                 where a.department_id = :department and a.id = :id
                union all
                select null, null, o.added_at, o.added_by, o.removed_at, o.removed_by
                  from exhibit_object o
                  join achievement b on b.id = o.achievement_id
                 where b.department_id = :department and b.id = :id
                 order by 3""")
            .param("department", department.toString()).param("id", achievement.toString()).query(STAY).list();
    }
}
