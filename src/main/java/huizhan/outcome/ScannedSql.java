package huizhan.outcome;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** On the open server: codes of sheets as they were scanned. */
@Repository
class ScannedSql {
    private final JdbcClient db;

    ScannedSql(JdbcClient db) {
        this.db = db;
    }

    /**
     * A sheet as far as its codes were scanned.
     *
     * @param scanned  which of its codes
     * @param entries  what they say
     * @param released when it came into force
     */
    record Scanned(int number, Instant made, int parts, List<Integer> scanned, Map<UUID, Verdict> entries, Optional<Instant> released) {
        public boolean complete() {
            return scanned.size() == parts;
        }
    }

    /**
     * Notes a code.
     *
     * @param entries what of it is kept
     * @return false where this code was scanned before
     */
    boolean insert(String call, SheetCode code, Map<UUID, Verdict> entries, Instant at, UUID by) {
        boolean first = db.sql("""
                insert into outcome_scan (call_id, number, part, parts, sheet_at, key_id, scanned_at, scanned_by)
                values (:call, :number, :part, :parts, :made, :key, :at, :by)
                on conflict do nothing""")
            .param("call", call).param("number", code.sheet()).param("part", code.part()).param("parts", code.parts()).param("made", code.made().toEpochMilli()).param("key", code.signed().key())
            .param("at", at.toEpochMilli()).param("by", by.toString()).update() == 1;
        if (!first) return false;
        entries.forEach((id, verdict) -> db.sql("""
                insert into outcome_entry (call_id, number, part, achievement_id, verdict) values (:call, :number, :part, :achievement, :verdict)
                on conflict do nothing""")
            .param("call", call).param("number", code.sheet()).param("part", code.part()).param("achievement", id.toString()).param("verdict", verdict.code()).update());
        return true;
    }

    /** The newest first. */
    List<Scanned> all(String call) {
        var parts = new HashMap<Integer, List<Integer>>();
        db.sql("select number, part from outcome_scan where call_id = :call order by number, part").param("call", call)
            .query(row -> {
                parts.computeIfAbsent(row.getInt("number"), any -> new ArrayList<>()).add(row.getInt("part"));
            });
        var entries = new HashMap<Integer, Map<UUID, Verdict>>();
        db.sql("select number, achievement_id, verdict from outcome_entry where call_id = :call order by number, part, achievement_id").param("call", call)
            .query(row -> {
                entries.computeIfAbsent(row.getInt("number"), any -> new LinkedHashMap<>()).put(UUID.fromString(row.getString("achievement_id")), Verdict.of(row.getString("verdict")).orElseThrow());
            });
        return db.sql("""
                select s.number, min(s.sheet_at) as made, min(s.parts) as parts, max(r.released_at) as released from outcome_scan s
                  left join outcome_release r on r.call_id = s.call_id and r.number = s.number
                 where s.call_id = :call group by s.number order by s.number desc""").param("call", call)
            .query((row, n) -> {
                int number = row.getInt("number");
                long released = row.getLong("released");
                return new Scanned(number, Instant.ofEpochMilli(row.getLong("made")), row.getInt("parts"), parts.getOrDefault(number, List.of()), entries.getOrDefault(number, Map.of()),
                    released == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(released)));
            }).list();
    }

    /** Whether any sheet was released: most of the year none was. */
    boolean any(String call) {
        return db.sql("select count(*) from outcome_release where call_id = :call").param("call", call).query(Long.class).single() > 0;
    }

    /** Which cards proved its codes. */
    Set<String> keys(String call, int number) {
        return db.sql("select distinct key_id from outcome_scan where call_id = :call and number = :number").param("call", call).param("number", number).query(String.class).set();
    }

    /** One that was not released is forgotten; false where it was. */
    boolean forget(String call, int number) {
        if (db.sql("select count(*) from outcome_release where call_id = :call and number = :number").param("call", call).param("number", number).query(Long.class).single() > 0) return false;
        db.sql("delete from outcome_entry where call_id = :call and number = :number").param("call", call).param("number", number).update();
        return db.sql("delete from outcome_scan where call_id = :call and number = :number").param("call", call).param("number", number).update() > 0;
    }

    /** @return false where a colleague was faster */
    boolean release(String call, int number, Instant at, UUID by) {
        return db.sql("insert into outcome_release (call_id, number, released_at, released_by) values (:call, :number, :at, :by) on conflict do nothing")
            .param("call", call).param("number", number).param("at", at.toEpochMilli()).param("by", by.toString()).update() == 1;
    }
}
