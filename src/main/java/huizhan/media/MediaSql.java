package huizhan.media;

import huizhan.kernel.Json;
import huizhan.kernel.Sha256;
import huizhan.kernel.StaleData;
import huizhan.material.FileFacts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** All statements over stored files and the copies made from them. Who may see a file is asked of its place, not here. */
final class MediaSql {
    private static final JsonMapper JSON = Json.mapper().build();
    private static final ObjectReader FACTS = JSON.readerFor(FileFacts.class);
    private final JdbcClient db;

    MediaSql(JdbcClient db) {
        this.db = db;
    }

    /** A stored file and how far its examination has come. */
    record Row(StoredFile file, UUID uploadedBy, Optional<Instant> deepAt, Optional<String> deepFault) {}

    void insert(StoredFile file, UUID uploadedBy, Instant now) {
        db.sql("""
                insert into media_file (id, sha256, size, original_name, uploaded_by, at, facts_json)
                values (:id, :sha256, :size, :name, :by, :now, :facts)""")
            .param("id", file.id().toString()).param("sha256", file.sha256().hex()).param("size", file.size())
            .param("name", file.originalName()).param("by", uploadedBy.toString()).param("now", now.toEpochMilli())
            .param("facts", JSON.writeValueAsString(file.facts())).update();
    }

    Optional<Row> find(UUID id) {
        return db.sql("""
                select id, sha256, size, original_name, uploaded_by, facts_json, deep_at, deep_fault
                  from media_file
                 where id = :id""")
            .param("id", id.toString()).query(MediaSql::row).optional();
    }

    List<Row> find(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return db.sql("""
                select id, sha256, size, original_name, uploaded_by, facts_json, deep_at, deep_fault
                  from media_file
                 where id in (:ids)""")
            .param("ids", ids.stream().map(UUID::toString).toList()).query(MediaSql::row).list();
    }

    /** Files whose examination was never finished: their job may have been lost with a restored back-up. */
    List<UUID> unexamined(Instant before) {
        return db.sql("""
                select id from media_file
                 where deep_at is null and at < :before""")
            .param("before", before.toEpochMilli()).query(String.class).list().stream().map(UUID::fromString).toList();
    }

    void examined(UUID id, FileFacts facts, Instant now) {
        StaleData.unlessOne("media_file", db.sql("""
                update media_file set facts_json = :facts, deep_at = :now, deep_fault = null
                 where id = :id""")
            .param("facts", JSON.writeValueAsString(facts)).param("now", now.toEpochMilli()).param("id", id.toString()).update());
    }

    /** The program could not examine it: that says nothing about the file. */
    void unexaminable(UUID id, String fault, Instant now) {
        StaleData.unlessOne("media_file", db.sql("""
                update media_file set deep_at = :now, deep_fault = :fault
                 where id = :id""")
            .param("fault", fault).param("now", now.toEpochMilli()).param("id", id.toString()).update());
    }

    /** The upload by which the file came no longer names it. */
    void forgetUpload(UUID file) {
        db.sql("""
                delete from upload
                 where file = :file""")
            .param("file", file.toString()).update();
    }

    void delete(UUID id) {
        StaleData.unlessOne("media_file", db.sql("""
                delete from media_file
                 where id = :id""")
            .param("id", id.toString()).update());
    }

    /** Whether a stored file or an upload that is just being moved still needs the content. */
    boolean needed(Sha256 sha256, String but) {
        return db.sql("""
                select (select count(*) from media_file where sha256 = :sha256)
                     + (select count(*) from upload where sha256 = :sha256 and file is null and id <> :but)""")
            .param("sha256", sha256.hex()).param("but", but).query(Long.class).single() > 0;
    }

    boolean hasDerivative(Sha256 sha256, Derivative kind) {
        return db.sql("""
                select count(*) from derivative
                 where sha256 = :sha256 and kind = :kind""")
            .param("sha256", sha256.hex()).param("kind", kind.code()).query(Long.class).single() > 0;
    }

    void insertDerivative(Sha256 sha256, Derivative kind, long size, Instant now) {
        db.sql("""
                insert into derivative (sha256, kind, size, at)
                values (:sha256, :kind, :size, :now)
                on conflict (sha256, kind) do update set size = excluded.size, at = excluded.at""")
            .param("sha256", sha256.hex()).param("kind", kind.code()).param("size", size)
            .param("now", now.toEpochMilli()).update();
    }

    void deleteDerivatives(Sha256 sha256) {
        db.sql("""
                delete from derivative
                 where sha256 = :sha256""")
            .param("sha256", sha256.hex()).update();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        var deep = row.getLong("deep_at");
        var deepAt = row.wasNull() ? Optional.<Instant>empty() : Optional.of(Instant.ofEpochMilli(deep));
        var file = new StoredFile(UUID.fromString(row.getString("id")), new Sha256(row.getString("sha256")), row.getLong("size"),
            row.getString("original_name"), FACTS.readValue(row.getString("facts_json")), deepAt.isPresent());
        return new Row(file, UUID.fromString(row.getString("uploaded_by")), deepAt,
            Optional.ofNullable(row.getString("deep_fault")));
    }
}
