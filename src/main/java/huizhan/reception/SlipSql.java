package huizhan.reception;

import huizhan.reception.Item.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Receipts and returns of reception. */
@Repository
class SlipSql {
    private final JdbcClient db;

    SlipSql(JdbcClient db) {
        this.db = db;
    }

    /** @return false where someone made one of that number at the same moment */
    boolean insert(Slip.Receipt receipt, String call) {
        boolean mine = db.sql("""
                insert into reception_receipt (id, call_id, department_id, part, number, label, signed, issued_at, issued_by)
                values (:id, :call, :department, :part, :number, :label, :signed, :at, :by)
                on conflict do nothing""")
            .param("id", receipt.id().toString()).param("call", call).param("department", receipt.department().toString()).param("part", receipt.part().code())
            .param("number", receipt.number()).param("label", receipt.label()).param("signed", receipt.signed()).param("at", receipt.at().toEpochMilli())
            .param("by", receipt.by().toString()).update() == 1;
        if (mine) lines(receipt);
        return mine;
    }

    /** @return false where someone made one of that number at the same moment */
    boolean insert(Slip.Return back, String call) {
        boolean mine = db.sql("""
                insert into reception_return (id, call_id, department_id, part, number, reason, due, permit_id, returned_at, returned_by)
                values (:id, :call, :department, :part, :number, :reason, :due, :permit, :at, :by)
                on conflict do nothing""")
            .param("id", back.id().toString()).param("call", call).param("department", back.department().toString()).param("part", back.part().code())
            .param("number", back.number()).param("reason", back.reason()).param("due", back.due().toString())
            .param("permit", back.permit().map(UUID::toString).orElse(null)).param("at", back.at().toEpochMilli()).param("by", back.by().toString()).update() == 1;
        if (mine) lines(back);
        return mine;
    }

    private void lines(Slip slip) {
        long position = 0;
        for (var line : slip.lines()) {
            db.sql("""
                    insert into reception_slip_line (slip_id, position, kind, achievement_id, disc, rank, state, note)
                    values (:slip, :position, :kind, :achievement, :disc, :rank, :state, :note)""")
                .param("slip", slip.id().toString()).param("position", ++position).param("kind", line.kind().code())
                .param("achievement", line.achievement().map(UUID::toString).orElse("")).param("disc", line.disc()).param("rank", line.rank())
                .param("state", line.state()).param("note", line.note()).update();
        }
    }

    private List<Slip.Line> lines(String slip) {
        return db.sql("select kind, achievement_id, disc, rank, state, note from reception_slip_line where slip_id = :slip order by position").param("slip", slip)
            .query((row, n) -> new Slip.Line(Kind.of(row.getString("kind")).orElseThrow(),
                Optional.of(row.getString("achievement_id")).filter(id -> !id.isEmpty()).map(UUID::fromString), row.getInt("disc"), row.getInt("rank"),
                row.getString("state"), row.getString("note"))).list();
    }

    /** A department's receipts, the newest first. */
    List<Slip.Receipt> receipts(UUID department, String call) {
        return db.sql("""
                select id, department_id, part, number, label, signed, issued_at, issued_by from reception_receipt
                 where department_id = :department and call_id = :call
                 order by issued_at desc, number desc""")
            .param("department", department.toString()).param("call", call).query(this::receipt).list();
    }

    private Slip.Receipt receipt(ResultSet row, int n) throws SQLException {
        var id = row.getString("id");
        return new Slip.Receipt(UUID.fromString(id), UUID.fromString(row.getString("department_id")), Part.of(row.getString("part")).orElseThrow(),
            row.getLong("number"), row.getString("label"), row.getString("signed"), lines(id), Instant.ofEpochMilli(row.getLong("issued_at")),
            UUID.fromString(row.getString("issued_by")));
    }

    /** What went back to a department, the newest first. */
    List<Slip.Return> returns(UUID department, String call) {
        return db.sql("""
                select id, department_id, part, number, reason, due, permit_id, returned_at, returned_by from reception_return
                 where department_id = :department and call_id = :call
                 order by returned_at desc, number desc""")
            .param("department", department.toString()).param("call", call).query(this::back).list();
    }

    private Slip.Return back(ResultSet row, int n) throws SQLException {
        var id = row.getString("id");
        return new Slip.Return(UUID.fromString(id), UUID.fromString(row.getString("department_id")), Part.of(row.getString("part")).orElseThrow(),
            row.getLong("number"), row.getString("reason"), LocalDate.parse(row.getString("due")), Optional.ofNullable(row.getString("permit_id")).map(UUID::fromString),
            lines(id), Instant.ofEpochMilli(row.getLong("returned_at")), UUID.fromString(row.getString("returned_by")));
    }

    /** The extensions that were granted to correct something. */
    Set<UUID> permits(String call) {
        return new HashSet<>(db.sql("select permit_id from reception_return where call_id = :call and permit_id is not null").param("call", call)
            .query((row, n) -> UUID.fromString(row.getString("permit_id"))).list());
    }

    /** No line tells of an erased achievement (A4). */
    void erase(UUID achievement) {
        db.sql("delete from reception_slip_line where achievement_id = :achievement").param("achievement", achievement.toString()).update();
    }
}
