package huizhan.bench;

import huizhan.database.Database;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What lies in the folder of a stopped server. */
final class SavedSql {
    private final JdbcClient db;

    SavedSql(Path data) {
        this.db = JdbcClient.create(Database.reading(data.resolve("huizhan.db")));
    }

    /** A field's values by version, after the first and up to the last. */
    Map<Long, List<String>> history(UUID achievement, String field, long first, long last) {
        var rows = new HashMap<Long, List<String>>();
        db.sql("""
                select version, value from field_history
                 where achievement_id = :id and field_id = :field and version > :first and version <= :last""")
            .param("id", achievement.toString()).param("field", field).param("first", first).param("last", last)
            .query(row -> {
                rows.computeIfAbsent(row.getLong("version"), any -> new ArrayList<>()).add(row.getString("value"));
            });
        return rows;
    }

    /** The version that the form holds. */
    long version(UUID achievement, String field) {
        return db.sql("select version from field where achievement_id = :id and field_id = :field")
            .param("id", achievement.toString()).param("field", field).query(Long.class).single();
    }
}
