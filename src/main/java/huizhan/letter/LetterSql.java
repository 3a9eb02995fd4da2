package huizhan.letter;

import huizhan.web.Version;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** A department's letter, one row a field, and every version that a field ever had. */
@Repository
class LetterSql {
    private final JdbcClient db;

    LetterSql(JdbcClient db) {
        this.db = db;
    }

    /** @param version counted from 1; 0 for what nobody has written */
    record Written(String value, long version, Instant at) {}

    Map<LetterField, Written> of(UUID department, String call) {
        var fields = new EnumMap<LetterField, Written>(LetterField.class);
        db.sql("select field_id, value, version, written_at from recommendation where department_id = :department and call_id = :call")
            .param("department", department.toString()).param("call", call)
            .query(row -> {
                fields.put(LetterField.of(row.getString("field_id")).orElseThrow(), new Written(row.getString("value"), row.getLong("version"),
                    Instant.ofEpochMilli(row.getLong("written_at"))));
            });
        return fields;
    }

    /** Writes a field over the version that was read; false where someone was faster. */
    boolean write(UUID department, String call, LetterField field, Written written, UUID by) {
        boolean done = (written.version() == 1 ? insert(department, call, field, written) : update(department, call, field, written)) == 1;
        if (done) {
            keep(department, call, field, written, by);
        }
        return done;
    }

    private int insert(UUID department, String call, LetterField field, Written written) {
        return db.sql("""
                insert into recommendation (department_id, call_id, field_id, value, version, written_at)
                values (:department, :call, :field, :value, 1, :at) on conflict do nothing""")
            .param("department", department.toString()).param("call", call).param("field", field.code()).param("value", written.value())
            .param("at", written.at().toEpochMilli()).update();
    }

    private int update(UUID department, String call, LetterField field, Written written) {
        return db.sql("""
                update recommendation set value = :value, version = :version, written_at = :at
                 where department_id = :department and call_id = :call and field_id = :field and version = :version - 1""")
            .param("department", department.toString()).param("call", call).param("field", field.code()).param("value", written.value())
            .param("version", written.version()).param("at", written.at().toEpochMilli()).update();
    }

    private void keep(UUID department, String call, LetterField field, Written written, UUID by) {
        db.sql("""
                insert into recommendation_history (department_id, call_id, field_id, version, value, written_at, written_by)
                values (:department, :call, :field, :version, :value, :at, :by)""")
            .param("department", department.toString()).param("call", call).param("field", field.code()).param("version", written.version())
            .param("value", written.value()).param("at", written.at().toEpochMilli()).param("by", by.toString()).update();
    }

    /** Every version of one field, oldest first. */
    List<Version> versions(UUID department, String call, LetterField field) {
        return db.sql("""
                select version, written_at, written_by from recommendation_history
                 where department_id = :department and call_id = :call and field_id = :field
                 order by version""")
            .param("department", department.toString()).param("call", call).param("field", field.code())
            .query((row, n) -> new Version(field.code(), row.getLong("version"), Instant.ofEpochMilli(row.getLong("written_at")),
                UUID.fromString(row.getString("written_by")))).list();
    }

    Optional<String> value(UUID department, String call, LetterField field, long version) {
        return db.sql("""
                select value from recommendation_history
                 where department_id = :department and call_id = :call and field_id = :field and version = :version""")
            .param("department", department.toString()).param("call", call).param("field", field.code()).param("version", version)
            .query(String.class).optional();
    }
}
