package huizhan.outcome;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Sheets that leave the restricted server. */
@Repository
class SheetSql {
    private final JdbcClient db;

    SheetSql(JdbcClient db) {
        this.db = db;
    }

    /** @return false where a colleague made one of this number at the same time */
    boolean insert(String call, Sheet sheet) {
        boolean first = db.sql("insert into outcome_sheet (call_id, number, made_at, made_by, maker) values (:call, :number, :at, :by, :maker) on conflict do nothing")
            .param("call", call).param("number", sheet.number()).param("at", sheet.made().toEpochMilli()).param("by", sheet.by().toString()).param("maker", sheet.maker()).update() == 1;
        if (!first) return false;
        int place = 0;
        for (var line : sheet.lines().entrySet()) {
            db.sql("insert into outcome_line (call_id, number, place, achievement_id, verdict) values (:call, :number, :place, :achievement, :verdict)")
                .param("call", call).param("number", sheet.number()).param("place", ++place).param("achievement", line.getKey().toString()).param("verdict", line.getValue().code()).update();
        }
        return true;
    }

    /** The newest first. */
    List<Sheet> all(String call) {
        var lines = new HashMap<Integer, Map<UUID, Verdict>>();
        db.sql("select number, achievement_id, verdict from outcome_line where call_id = :call order by number, place").param("call", call)
            .query(row -> {
                lines.computeIfAbsent(row.getInt("number"), any -> new LinkedHashMap<>()).put(UUID.fromString(row.getString("achievement_id")), Verdict.of(row.getString("verdict")).orElseThrow());
            });
        return db.sql("select number, made_at, made_by, maker, signed_at, signed_by, signer, voided_at from outcome_sheet where call_id = :call order by number desc").param("call", call)
            .query((row, n) -> sheet(row, lines.getOrDefault(row.getInt("number"), Map.of()))).list();
    }

    private static Sheet sheet(ResultSet row, Map<UUID, Verdict> lines) throws SQLException {
        var signer = Optional.ofNullable(row.getString("signer"));
        var signature = signer.isEmpty() ? Optional.<Sheet.Signature>empty()
            : Optional.of(new Sheet.Signature(Instant.ofEpochMilli(row.getLong("signed_at")), UUID.fromString(row.getString("signed_by")), signer.get()));
        long voided = row.getLong("voided_at");
        return new Sheet(row.getInt("number"), Instant.ofEpochMilli(row.getLong("made_at")), UUID.fromString(row.getString("made_by")), row.getString("maker"), lines, signature,
            voided == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(voided)));
    }

    /** @return false where a colleague signed it or put it aside in the meantime */
    boolean sign(String call, int number, Sheet.Signature signature, List<SheetCode> codes) {
        boolean first = db.sql("update outcome_sheet set signed_at = :at, signed_by = :by, signer = :signer where call_id = :call and number = :number and signed_at is null and voided_at is null")
            .param("at", signature.at().toEpochMilli()).param("by", signature.by().toString()).param("signer", signature.signer()).param("call", call).param("number", number).update() == 1;
        if (!first) return false;
        codes.forEach(code -> db.sql("insert into outcome_code (call_id, number, part, code) values (:call, :number, :part, :code)")
            .param("call", call).param("number", number).param("part", code.part()).param("code", code.text()).update());
        return true;
    }

    List<String> codes(String call, int number) {
        return db.sql("select code from outcome_code where call_id = :call and number = :number order by part").param("call", call).param("number", number).query(String.class).list();
    }

    /** @return false where a colleague was faster */
    boolean putAside(String call, int number, Instant at, UUID by) {
        return db.sql("update outcome_sheet set voided_at = :at, voided_by = :by where call_id = :call and number = :number and voided_at is null")
            .param("at", at.toEpochMilli()).param("by", by.toString()).param("call", call).param("number", number).update() == 1;
    }
}
