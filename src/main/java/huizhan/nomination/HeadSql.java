package huizhan.nomination;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The head of the summary table and the overview film. */
@Repository
public class HeadSql {
    private final JdbcClient db;

    HeadSql(JdbcClient db) {
        this.db = db;
    }

    public record Written(String value, long version, Instant at) {}

    Map<String, Written> head(UUID nomination) {
        var head = new LinkedHashMap<String, Written>();
        db.sql("select field_id, value, version, written_at from nomination_head where nomination_id = :nomination")
            .param("nomination", nomination.toString())
            .query(row -> {
                head.put(row.getString("field_id"), new Written(row.getString("value"), row.getLong("version"),
                    Instant.ofEpochMilli(row.getLong("written_at"))));
            });
        return head;
    }

    /** Writes a field over the version that was read; false where someone was faster. */
    boolean write(UUID nomination, String field, Written written, UUID by) {
        int rows = written.version() == 1 ? insert(nomination, field, written, by) : update(nomination, field, written, by);
        if (rows == 1) {
            keep(nomination, field, written, by);
        }
        return rows == 1;
    }

    private void keep(UUID nomination, String field, Written written, UUID by) {
        db.sql("""
                insert into nomination_head_history (nomination_id, field_id, version, value, written_at, written_by)
                values (:nomination, :field, :version, :value, :at, :by)""")
            .param("nomination", nomination.toString()).param("field", field).param("version", written.version()).param("value", written.value())
            .param("at", written.at().toEpochMilli()).param("by", by.toString()).update();
    }

    private int insert(UUID nomination, String field, Written written, UUID by) {
        return db.sql("""
                insert into nomination_head (nomination_id, field_id, value, version, written_at, written_by)
                values (:nomination, :field, :value, 1, :at, :by) on conflict do nothing""")
            .param("nomination", nomination.toString()).param("field", field).param("value", written.value())
            .param("at", written.at().toEpochMilli()).param("by", by.toString()).update();
    }

    private int update(UUID nomination, String field, Written written, UUID by) {
        return db.sql("""
                update nomination_head set value = :value, version = :version, written_at = :at, written_by = :by
                 where nomination_id = :nomination and field_id = :field and version = :version - 1""")
            .param("nomination", nomination.toString()).param("field", field).param("value", written.value())
            .param("version", written.version()).param("at", written.at().toEpochMilli()).param("by", by.toString()).update();
    }

    record Film(UUID id, UUID file, String disclosure) {}

    Optional<Film> film(UUID nomination) {
        List<Film> films = db.sql("""
                select id, file_id, disclosure from overview_video
                 where nomination_id = :nomination and removed_at is null order by added_at desc""")
            .param("nomination", nomination.toString())
            .query((row, n) -> new Film(UUID.fromString(row.getString("id")), UUID.fromString(row.getString("file_id")), row.getString("disclosure")))
            .list();
        return films.stream().findFirst();
    }

    void insert(UUID nomination, Film film, Instant at, UUID by) {
        db.sql("""
                insert into overview_video (id, nomination_id, file_id, disclosure, added_at, added_by)
                values (:id, :nomination, :file, :disclosure, :at, :by)""")
            .param("id", film.id().toString()).param("nomination", nomination.toString()).param("file", film.file().toString())
            .param("disclosure", film.disclosure()).param("at", at.toEpochMilli()).param("by", by.toString()).update();
    }

    void remove(UUID nomination, UUID film, Instant at, UUID by) {
        db.sql("""
                update overview_video set removed_at = :at, removed_by = :by
                 where nomination_id = :nomination and id = :id and removed_at is null""")
            .param("nomination", nomination.toString()).param("id", film.toString()).param("at", at.toEpochMilli())
            .param("by", by.toString()).update();
    }

    /** Whether a department's film, present or frozen, is this file. */
    boolean holds(UUID department, UUID file) {
        return db.sql("""
                select (select count(*) from overview_video o join nomination n on n.id = o.nomination_id
                         where n.department_id = :department and o.file_id = :file)
                     + (select count(*) from revision_file f join nomination_revision r on r.id = f.revision_id
                          join nomination n on n.id = r.nomination_id
                         where n.department_id = :department and f.file_id = :file)""")
            .param("department", department.toString()).param("file", file.toString()).query(Integer.class).single() > 0;
    }

    /** Whether a sign-off that holds contains the file, whosever it is: what the organizer may see. */
    boolean signed(UUID file) {
        return db.sql("""
                select count(*) from revision_file f
                  left join withdrawal w on w.revision_id = f.revision_id
                 where f.file_id = :file and w.revision_id is null""")
            .param("file", file.toString()).query(Integer.class).single() > 0;
    }
}
