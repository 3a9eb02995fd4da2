package huizhan.ferry;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Disc images that wait; only for those who receive. */
@Repository
class WaitingDiscSql {
    private final JdbcClient db;

    WaitingDiscSql(JdbcClient db) {
        this.db = db;
    }

    /**
     * An image.
     *
     * @param size bytes
     * @param stay one that may not stay is gone, and its name too
     */
    record Waiting(UUID id, UUID file, String name, long size, Instant at, Stay stay) {}

    /** Whether it may lie here; stored by its place. */
    enum Stay {
        MAY,
        /** It holds what isn't public. */
        MISPLACED,
        /** Nobody can tell what it holds. */
        UNTOLD
    }

    void insert(Waiting disc, UUID by) {
        db.sql("insert into waiting_disc (id, file_id, name, size, sent_at, sent_by) values (:id, :file, :name, :size, :at, :by)")
            .param("id", disc.id().toString()).param("file", disc.file().toString()).param("name", disc.name()).param("size", disc.size())
            .param("at", disc.at().toEpochMilli()).param("by", by.toString()).update();
    }

    List<Waiting> all() {
        return db.sql("select id, file_id, name, size, sent_at, misplaced from waiting_disc order by sent_at, name")
            .query((row, n) -> new Waiting(UUID.fromString(row.getString("id")), UUID.fromString(row.getString("file_id")), row.getString("name"), row.getLong("size"),
                Instant.ofEpochMilli(row.getLong("sent_at")), Stay.values()[row.getInt("misplaced")])).list();
    }

    /** Nothing of it stays but that it came; false where somebody was here before. */
    boolean gone(UUID id, Stay why) {
        return db.sql("update waiting_disc set misplaced = :why, name = '', size = 0 where id = :id and misplaced = 0").param("why", why.ordinal()).param("id", id.toString()).update() == 1;
    }

    void delete(UUID id) {
        db.sql("delete from waiting_disc where id = :id").param("id", id.toString()).update();
    }
}
