package huizhan.ferry.crossing;

import huizhan.disc.Capacity;
import huizhan.kernel.Sha256;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL on ferries that this server writes; only for the organizer. */
@Repository
class CrossingSql {
    private final JdbcClient db;

    CrossingSql(JdbcClient db) {
        this.db = db;
    }

    /** @param size bytes */
    record Image(UUID revision, int number, int of, String fileName, long size, Sha256 sha256) {}

    /** @param list digest of what the disc says is on the ferry */
    record Disc(int number, int of, String fileName, long size, Sha256 sha256, Sha256 list, Instant at) {}

    /** The newest first. */
    List<Ferry> all(String call) {
        return db.sql("""
                select f.id, f.number, f.capacity, f.started_at, e.ended_at from ferry f left join ferry_end e on e.ferry_id = f.id
                 where f.call_id = :call order by f.number desc""")
            .param("call", call).query(CrossingSql::row).list();
    }

    private static Ferry row(ResultSet row, int n) throws SQLException {
        long ended = row.getLong("ended_at");
        var end = row.wasNull() ? Optional.<Instant>empty() : Optional.of(Instant.ofEpochMilli(ended));
        return new Ferry(UUID.fromString(row.getString("id")), row.getInt("number"), new Capacity("", row.getLong("capacity")), Instant.ofEpochMilli(row.getLong("started_at")), end);
    }

    void insert(Ferry ferry, String call, UUID by) {
        db.sql("insert into ferry (id, call_id, number, capacity, started_at, started_by) values (:id, :call, :number, :capacity, :at, :by)")
            .param("id", ferry.id().toString()).param("call", call).param("number", ferry.number()).param("capacity", ferry.capacity().bytes())
            .param("at", ferry.started().toEpochMilli()).param("by", by.toString()).update();
    }

    void carry(UUID ferry, UUID revision) {
        db.sql("insert into ferry_nomination (ferry_id, revision_id) values (:ferry, :revision)")
            .param("ferry", ferry.toString()).param("revision", revision.toString()).update();
    }

    /** Takes a sign-off off a ferry that hasn't ended: the next one carries it. */
    void leave(UUID ferry, UUID revision) {
        db.sql("delete from ferry_image where ferry_id = :ferry and revision_id = :revision").param("ferry", ferry.toString()).param("revision", revision.toString()).update();
        db.sql("delete from ferry_nomination where ferry_id = :ferry and revision_id = :revision").param("ferry", ferry.toString()).param("revision", revision.toString()).update();
    }

    Set<UUID> carried(UUID ferry) {
        return new LinkedHashSet<>(db.sql("select revision_id from ferry_nomination where ferry_id = :ferry").param("ferry", ferry.toString())
            .query((row, n) -> UUID.fromString(row.getString("revision_id"))).list());
    }

    /** Every sign-off that any ferry carries. */
    Set<UUID> everCarried(String call) {
        return new LinkedHashSet<>(db.sql("select n.revision_id from ferry_nomination n join ferry f on f.id = n.ferry_id where f.call_id = :call").param("call", call)
            .query((row, n) -> UUID.fromString(row.getString("revision_id"))).list());
    }

    /** The ferries that carry a sign-off. */
    List<UUID> carrying(UUID revision) {
        return db.sql("select ferry_id from ferry_nomination where revision_id = :revision").param("revision", revision.toString())
            .query((row, n) -> UUID.fromString(row.getString("ferry_id"))).list();
    }

    List<Image> images(UUID ferry) {
        return db.sql("select revision_id, number, of, file_name, size, sha256 from ferry_image where ferry_id = :ferry order by revision_id, number")
            .param("ferry", ferry.toString())
            .query((row, n) -> new Image(UUID.fromString(row.getString("revision_id")), row.getInt("number"), row.getInt("of"), row.getString("file_name"), row.getLong("size"),
                new Sha256(row.getString("sha256")))).list();
    }

    /** Puts the images of a sign-off in the place of those before. */
    void replace(UUID ferry, UUID revision, List<Image> images) {
        db.sql("delete from ferry_image where ferry_id = :ferry and revision_id = :revision").param("ferry", ferry.toString()).param("revision", revision.toString()).update();
        for (var image : images) {
            db.sql("""
                    insert into ferry_image (ferry_id, revision_id, number, of, file_name, size, sha256)
                    values (:ferry, :revision, :number, :of, :name, :size, :sha256)""")
                .param("ferry", ferry.toString()).param("revision", revision.toString()).param("number", image.number()).param("of", image.of())
                .param("name", image.fileName()).param("size", image.size()).param("sha256", image.sha256().hex()).update();
        }
    }

    List<Disc> discs(UUID ferry) {
        return db.sql("select number, of, file_name, size, sha256, list, written_at from ferry_disc where ferry_id = :ferry order by number")
            .param("ferry", ferry.toString())
            .query((row, n) -> new Disc(row.getInt("number"), row.getInt("of"), row.getString("file_name"), row.getLong("size"), new Sha256(row.getString("sha256")),
                new Sha256(row.getString("list")), Instant.ofEpochMilli(row.getLong("written_at")))).list();
    }

    void replace(UUID ferry, Disc disc) {
        db.sql("delete from ferry_disc where ferry_id = :ferry and (number = :number or number > :of)").param("ferry", ferry.toString()).param("number", disc.number())
            .param("of", disc.of()).update();
        db.sql("""
                insert into ferry_disc (ferry_id, number, of, file_name, size, sha256, list, written_at)
                values (:ferry, :number, :of, :name, :size, :sha256, :list, :at)""")
            .param("ferry", ferry.toString()).param("number", disc.number()).param("of", disc.of()).param("name", disc.fileName()).param("size", disc.size())
            .param("sha256", disc.sha256().hex()).param("list", disc.list().hex()).param("at", disc.at().toEpochMilli()).update();
    }

    void end(UUID ferry, Instant at) {
        db.sql("insert into ferry_end (ferry_id, ended_at) values (:ferry, :at) on conflict do nothing").param("ferry", ferry.toString()).param("at", at.toEpochMilli()).update();
    }
}
