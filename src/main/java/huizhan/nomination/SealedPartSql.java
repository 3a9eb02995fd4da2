package huizhan.nomination;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL on the sealed discs of sign-offs. */
@Repository
class SealedPartSql {
    private final JdbcClient db;

    SealedPartSql(JdbcClient db) {
        this.db = db;
    }

    /**
     * @param addressee id of the key card that it is sealed to
     * @param signer    id of the department's own; empty where nobody signed
     */
    record Image(int number, int of, String fileName, long size, String sha256, String addressee, String signer) {}

    List<Image> images(UUID revision) {
        return db.sql("""
                select number, of, file_name, size, sha256, addressee, signer from sealed_image where revision_id = :revision order by number""")
            .param("revision", revision.toString())
            .query((row, n) -> new Image(row.getInt("number"), row.getInt("of"), row.getString("file_name"), row.getLong("size"), row.getString("sha256"),
                row.getString("addressee"), row.getString("signer"))).list();
    }

    /** Puts a new set in the place of the one before. */
    void replace(UUID revision, List<Image> images, Instant at) {
        db.sql("delete from sealed_image where revision_id = :revision").param("revision", revision.toString()).update();
        for (var image : images) {
            db.sql("""
                    insert into sealed_image (revision_id, number, of, file_name, size, sha256, addressee, signer, written_at)
                    values (:revision, :number, :of, :name, :size, :sha256, :addressee, :signer, :at)""")
                .param("revision", revision.toString()).param("number", image.number()).param("of", image.of()).param("name", image.fileName())
                .param("size", image.size()).param("sha256", image.sha256()).param("addressee", image.addressee()).param("signer", image.signer())
                .param("at", at.toEpochMilli()).update();
        }
    }
}
