package huizhan.nomination;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The disc images that were made of a sign-off. */
@Repository
class DiscSql {
    private final JdbcClient db;

    DiscSql(JdbcClient db) {
        this.db = db;
    }

    /** @param size bytes */
    record Image(int number, int of, String fileName, long size, String sha256) {}

    List<Image> images(UUID revision) {
        return db.sql("""
                select number, of, file_name, size, sha256 from disc_image where revision_id = :revision order by number""")
            .param("revision", revision.toString())
            .query((row, n) -> new Image(row.getInt("number"), row.getInt("of"), row.getString("file_name"), row.getLong("size"),
                row.getString("sha256"))).list();
    }

    /** Puts a new set in the place of the one before. */
    void replace(UUID revision, List<Image> images, Instant at) {
        db.sql("delete from disc_image where revision_id = :revision").param("revision", revision.toString()).update();
        for (var image : images) {
            db.sql("""
                    insert into disc_image (id, revision_id, number, of, file_name, size, sha256, written_at)
                    values (:id, :revision, :number, :of, :name, :size, :sha256, :at)""")
                .param("id", UUID.randomUUID().toString()).param("revision", revision.toString()).param("number", image.number())
                .param("of", image.of()).param("name", image.fileName()).param("size", image.size()).param("sha256", image.sha256())
                .param("at", at.toEpochMilli()).update();
        }
    }
}
