package huizhan.desk;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL on the kits that a desk has gone by. */
@Repository
@ConditionalOnProperty(name = "huizhan.zone", havingValue = "desk")
class DeskSql {
    private final JdbcClient db;

    DeskSql(JdbcClient db) {
        this.db = db;
    }

    /** @param digest of the kit's file */
    record Taken(String digest, String call, Instant made, String organizerKey, Instant at) {}

    /** The one in force; empty before the first. */
    Optional<Taken> newest() {
        return db.sql("select digest, call_id, made_at, organizer_key, taken_at from desk_kit order by made_at desc, taken_at desc limit 1")
            .query((row, n) -> new Taken(row.getString("digest"), row.getString("call_id"), Instant.ofEpochMilli(row.getLong("made_at")),
                row.getString("organizer_key"), Instant.ofEpochMilli(row.getLong("taken_at")))).optional();
    }

    /** Once for each kit. */
    int insert(Taken taken, UUID by) {
        return db.sql("""
                insert into desk_kit (digest, call_id, made_at, organizer_key, taken_at, taken_by)
                values (:digest, :call, :made, :key, :at, :by)
                on conflict do nothing""")
            .param("digest", taken.digest()).param("call", taken.call()).param("made", taken.made().toEpochMilli()).param("key", taken.organizerKey())
            .param("at", taken.at().toEpochMilli()).param("by", by.toString()).update();
    }
}
