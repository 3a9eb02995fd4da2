package huizhan.turning;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The sealed discs of what is about to leave, and what has left. */
@Repository
class TurningSql {
    private final JdbcClient db;

    TurningSql(JdbcClient db) {
        this.db = db;
    }

    /**
     * @param content   digest of what was sealed
     * @param addressee id of the key card it was sealed to
     */
    record Disc(int number, int count, String name, long bytes, String digest, String content, String addressee, Instant at) {}

    List<Disc> discs(UUID achievement) {
        return db.sql("""
                select number, count, name, bytes, digest, content, addressee, made_at from turning_disc
                 where achievement_id = :id order by number""")
            .param("id", achievement.toString())
            .query((row, n) -> new Disc(row.getInt("number"), row.getInt("count"), row.getString("name"), row.getLong("bytes"), row.getString("digest"),
                row.getString("content"), row.getString("addressee"), Instant.ofEpochMilli(row.getLong("made_at")))).list();
    }

    void forget(UUID achievement) {
        db.sql("delete from turning_disc where achievement_id = :id").param("id", achievement.toString()).update();
    }

    void insert(UUID achievement, Disc disc, UUID by) {
        db.sql("""
                insert into turning_disc (achievement_id, number, count, name, bytes, digest, content, addressee, made_at, made_by)
                values (:id, :number, :count, :name, :bytes, :digest, :content, :addressee, :at, :by)""")
            .param("id", achievement.toString()).param("number", disc.number()).param("count", disc.count()).param("name", disc.name())
            .param("bytes", disc.bytes()).param("digest", disc.digest()).param("content", disc.content()).param("addressee", disc.addressee())
            .param("at", disc.at().toEpochMilli()).param("by", by.toString()).update();
    }

    void left(UUID department, UUID achievement, Optional<UUID> unit, String addressee, int discs, Instant at, UUID by) {
        db.sql("""
                insert into turning (achievement_id, department_id, unit_id, addressee, discs, turned_at, turned_by)
                values (:id, :department, :unit, :addressee, :discs, :at, :by)""")
            .param("id", achievement.toString()).param("department", department.toString()).param("unit", unit.map(UUID::toString).orElse(""))
            .param("addressee", addressee).param("discs", discs).param("at", at.toEpochMilli()).param("by", by.toString()).update();
    }

    /** Those of which there are discs. */
    List<UUID> made() {
        return db.sql("select distinct achievement_id from turning_disc").query((row, n) -> UUID.fromString(row.getString("achievement_id"))).list();
    }
}
