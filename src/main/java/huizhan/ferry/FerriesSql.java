package huizhan.ferry;

import huizhan.disc.FerryList;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which discs of which ferry came; only for those who receive. */
@Repository
class FerriesSql {
    private final JdbcClient db;

    FerriesSql(JdbcClient db) {
        this.db = db;
    }

    /** @param signer id of the key that signed it; empty for none */
    record Came(UUID ferry, int number, int disc, int discs, String signer, Instant at) {}

    /** @return whether it hadn't come before, or now is one of another number of discs: written again, a ferry may need fewer */
    boolean insert(FerryList list, String signer, Instant at) {
        return db.sql("""
                insert into ferry_come (call_id, ferry_id, number, disc, discs, signer, came_at) values (:call, :ferry, :number, :disc, :discs, :signer, :at)
                on conflict (ferry_id, disc) do update set discs = excluded.discs, came_at = excluded.came_at where ferry_come.discs <> excluded.discs""")
            .param("call", list.call()).param("ferry", list.ferry().toString()).param("number", list.number()).param("disc", list.disc()).param("discs", list.discs())
            .param("signer", signer).param("at", at.toEpochMilli()).update() > 0;
    }

    List<Came> all(String call) {
        return db.sql("select ferry_id, number, disc, discs, signer, came_at from ferry_come where call_id = :call order by number, ferry_id, disc").param("call", call)
            .query((row, n) -> new Came(UUID.fromString(row.getString("ferry_id")), row.getInt("number"), row.getInt("disc"), row.getInt("discs"), row.getString("signer"),
                Instant.ofEpochMilli(row.getLong("came_at")))).list();
    }
}
