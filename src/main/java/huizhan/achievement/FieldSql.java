package huizhan.achievement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Fields, one row each, and every version they ever had (B4). */
final class FieldSql {
    private final JdbcClient db;

    FieldSql(JdbcClient db) {
        this.db = db;
    }

    /** The fields of some of a department's achievements, by achievement and field id. */
    Map<UUID, Map<String, Written>> all(UUID department, Collection<UUID> achievements) {
        var all = new HashMap<UUID, Map<String, Written>>();
        // a form has a hundred rows of a few people: each id is read once
        var byText = new HashMap<String, Map<String, Written>>();
        var writers = new HashMap<String, UUID>();
        achievements.forEach(id -> {
            var fields = new LinkedHashMap<String, Written>();
            all.put(id, fields);
            byText.put(id.toString(), fields);
        });
        if (achievements.isEmpty()) return all;
        db.sql("""
                select f.achievement_id, f.field_id, f.value, f.version, f.written_at, f.written_by
                  from field f
                  join achievement a on a.id = f.achievement_id
                 where a.department_id = :department and a.id in (:ids)
                 order by f.achievement_id, f.field_id""")
            .param("department", department.toString()).param("ids", achievements.stream().map(UUID::toString).toList())
            .query(row -> {
                byText.get(row.getString(1)).put(row.getString(2), new Written(row.getString(3), row.getLong(4), Instant.ofEpochMilli(row.getLong(5)),
                    writers.computeIfAbsent(row.getString(6), UUID::fromString)));
            });
        return all;
    }

    /** A field with its name. */
    record Named(String field, Written written) {}

    /** Those that were written at an instant or after it. */
    List<Named> since(UUID department, UUID achievement, Instant since) {
        return db.sql("""
                select f.field_id, f.value, f.version, f.written_at, f.written_by
                  from field f
                  join achievement a on a.id = f.achievement_id
                 where a.department_id = :department and a.id = :id and f.written_at >= :since
                 order by f.field_id""")
            .param("department", department.toString()).param("id", achievement.toString()).param("since", since.toEpochMilli())
            .query((row, n) -> new Named(row.getString("field_id"), written(row))).list();
    }

    Optional<Written> find(UUID department, UUID achievement, String field) {
        return db.sql("""
                select f.value, f.version, f.written_at, f.written_by
                  from field f
                  join achievement a on a.id = f.achievement_id
                 where a.department_id = :department and a.id = :id and f.field_id = :field""")
            .param("department", department.toString()).param("id", achievement.toString()).param("field", field)
            .query((row, n) -> written(row)).optional();
    }

    private static Written written(ResultSet row) throws SQLException {
        return new Written(row.getString("value"), row.getLong("version"), Instant.ofEpochMilli(row.getLong("written_at")),
            UUID.fromString(row.getString("written_by")));
    }

    /**
     * Writes the next version; the version is the guard, and the step at which the achievement stood when it was read.
     *
     * @param step the number of its last step between unit and department, 0 for none
     * @param next the field with the version that it is to have, 1 for its first
     * @return false where someone else was faster, and then nothing was written
     */
    boolean write(UUID department, UUID achievement, int step, String field, Written next) {
        var rows = next.version() == 1 ? insert(department, achievement, step, field, next) : update(department, achievement, step, field, next);
        if (rows == 1) remember(achievement, field, next);
        return rows == 1;
    }

    private int insert(UUID department, UUID achievement, int step, String field, Written next) {
        return db.sql("""
                insert into field (achievement_id, field_id, value, version, written_at, written_by)
                select a.id, :field, :value, 1, :at, :by from achievement a where a.department_id = :department and a.id = :id
                   and (select coalesce(max(h.step), 0) from handover h where h.achievement_id = a.id) = :step
                on conflict do nothing""")
            .param("department", department.toString()).param("id", achievement.toString()).param("field", field)
            .param("value", next.value()).param("at", next.at().toEpochMilli()).param("by", next.by().toString()).param("step", step).update();
    }

    private int update(UUID department, UUID achievement, int step, String field, Written next) {
        return db.sql("""
                update field
                   set value = :value, version = :version, written_at = :at, written_by = :by
                 where achievement_id = :id and field_id = :field and version = :version - 1
                   and exists (select 1 from achievement a where a.id = :id and a.department_id = :department)
                   and (select coalesce(max(h.step), 0) from handover h where h.achievement_id = :id) = :step""")
            .param("department", department.toString()).param("id", achievement.toString()).param("field", field)
            .param("value", next.value()).param("version", next.version()).param("at", next.at().toEpochMilli())
            .param("by", next.by().toString()).param("step", step).update();
    }

    private void remember(UUID achievement, String field, Written next) {
        db.sql("""
                insert into field_history (achievement_id, field_id, version, value, written_at, written_by)
                values (:id, :field, :version, :value, :at, :by)""")
            .param("id", achievement.toString()).param("field", field).param("version", next.version()).param("value", next.value())
            .param("at", next.at().toEpochMilli()).param("by", next.by().toString()).update();
    }
}
