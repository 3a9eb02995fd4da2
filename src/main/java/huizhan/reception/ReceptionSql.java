package huizhan.reception;

import huizhan.kernel.StaleData;
import huizhan.reception.Item.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Parcels, and what was found in them. */
@Repository
class ReceptionSql {
    private final JdbcClient db;

    ReceptionSql(JdbcClient db) {
        this.db = db;
    }

    void insert(Parcel parcel, String call) {
        db.sql("""
                insert into reception_parcel (id, call_id, department_id, channel, number, dispatched, arrived, arrived_time, remark, noted_at, noted_by)
                values (:id, :call, :department, :channel, :number, :dispatched, :arrived, :time, :remark, :at, :by)""")
            .param("id", parcel.id().toString()).param("call", call).param("department", parcel.department().toString())
            .param("channel", parcel.channel().code()).param("number", parcel.number()).param("dispatched", parcel.dispatched().map(LocalDate::toString).orElse(""))
            .param("arrived", parcel.arrived().toString()).param("time", parcel.time().map(LocalTime::toString).orElse("")).param("remark", parcel.remark())
            .param("at", parcel.at().toEpochMilli()).param("by", parcel.by().toString()).update();
    }

    /** Of two who withdraw it at once, one is told. */
    void withdraw(UUID parcel, Parcel.Withdrawal withdrawal) {
        StaleData.unlessOne("the parcel", db.sql("""
                insert into reception_parcel_withdrawal (parcel_id, reason, withdrawn_at, withdrawn_by) values (:parcel, :reason, :at, :by)
                on conflict do nothing""")
            .param("parcel", parcel.toString()).param("reason", withdrawal.reason()).param("at", withdrawal.at().toEpochMilli())
            .param("by", withdrawal.by().toString()).update());
    }

    /** A department's parcels, the oldest first. */
    List<Parcel> parcels(UUID department, String call) {
        return db.sql("""
                select p.id, p.department_id, p.channel, p.number, p.dispatched, p.arrived, p.arrived_time, p.remark, p.noted_at, p.noted_by,
                       w.reason, w.withdrawn_at, w.withdrawn_by
                  from reception_parcel p
                  left join reception_parcel_withdrawal w on w.parcel_id = p.id
                 where p.department_id = :department and p.call_id = :call
                 order by p.noted_at, p.id""")
            .param("department", department.toString()).param("call", call).query(ReceptionSql::parcel).list();
    }

    /** Everybody's. */
    List<Parcel> parcels(String call) {
        return db.sql("""
                select p.id, p.department_id, p.channel, p.number, p.dispatched, p.arrived, p.arrived_time, p.remark, p.noted_at, p.noted_by,
                       w.reason, w.withdrawn_at, w.withdrawn_by
                  from reception_parcel p
                  left join reception_parcel_withdrawal w on w.parcel_id = p.id
                 where p.call_id = :call
                 order by p.noted_at, p.id""")
            .param("call", call).query(ReceptionSql::parcel).list();
    }

    private static Parcel parcel(ResultSet row, int n) throws SQLException {
        var reason = Optional.ofNullable(row.getString("reason"));
        var withdrawal = reason.isEmpty() ? Optional.<Parcel.Withdrawal>empty() : Optional.of(new Parcel.Withdrawal(reason.get(),
            Instant.ofEpochMilli(row.getLong("withdrawn_at")), UUID.fromString(row.getString("withdrawn_by"))));
        return new Parcel(UUID.fromString(row.getString("id")), UUID.fromString(row.getString("department_id")),
            Channel.of(row.getString("channel")).orElseThrow(), row.getString("number"), text(row, "dispatched").map(LocalDate::parse),
            LocalDate.parse(row.getString("arrived")), text(row, "arrived_time").map(LocalTime::parse), row.getString("remark"),
            Instant.ofEpochMilli(row.getLong("noted_at")), UUID.fromString(row.getString("noted_by")), withdrawal);
    }

    private static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.of(row.getString(column)).filter(each -> !each.isEmpty());
    }

    /** @return false where someone was faster */
    boolean insert(UUID department, String call, Step step) {
        return db.sql("""
                insert into reception_step (department_id, call_id, part, kind, achievement_id, disc, number, state, way, parcel_id, note, shelf, disc_id,
                                            stepped_at, stepped_by)
                values (:department, :call, :part, :kind, :achievement, :disc, :number, :state, :way, :parcel, :note, :shelf, :discId, :at, :by)
                on conflict do nothing""")
            .param("department", department.toString()).param("call", call).param("part", step.item().part().code()).param("kind", step.item().kind().code())
            .param("achievement", step.item().achievement().map(UUID::toString).orElse("")).param("disc", step.item().disc()).param("number", step.number())
            .param("state", step.state().code()).param("way", step.way().code()).param("parcel", step.parcel().map(UUID::toString).orElse(null))
            .param("note", step.note()).param("shelf", step.shelf()).param("discId", step.disc().map(UUID::toString).orElse(null))
            .param("at", step.at().toEpochMilli()).param("by", step.by().toString()).update() == 1;
    }

    /** Every step of a department, the oldest first. */
    List<Step> steps(UUID department, String call) {
        return db.sql("""
                select part, kind, achievement_id, disc, number, state, way, parcel_id, note, shelf, disc_id, stepped_at, stepped_by from reception_step
                 where department_id = :department and call_id = :call
                 order by stepped_at, part, kind, achievement_id, disc, number""")
            .param("department", department.toString()).param("call", call).query(ReceptionSql::step).list();
    }

    /** A step with whose it is. */
    record Taken(UUID department, Step step) {}

    /** The steps that count, of all departments: the last of each item. */
    List<Taken> last(String call) {
        return db.sql("""
                select s.department_id, s.part, s.kind, s.achievement_id, s.disc, s.number, s.state, s.way, s.parcel_id, s.note, s.shelf, s.disc_id,
                       s.stepped_at, s.stepped_by
                  from reception_step s
                 where s.call_id = :call
                   and s.number = (select max(l.number) from reception_step l
                                    where l.department_id = s.department_id and l.call_id = s.call_id and l.part = s.part and l.kind = s.kind
                                      and l.achievement_id = s.achievement_id and l.disc = s.disc)
                 order by s.department_id, s.stepped_at""")
            .param("call", call).query((row, n) -> new Taken(UUID.fromString(row.getString("department_id")), step(row, n))).list();
    }

    private static Step step(ResultSet row, int n) throws SQLException {
        var item = new Item(Part.of(row.getString("part")).orElseThrow(), Kind.of(row.getString("kind")).orElseThrow(),
            text(row, "achievement_id").map(UUID::fromString), row.getInt("disc"));
        return new Step(item, row.getLong("number"), Step.State.of(row.getString("state")).orElseThrow(), Step.Way.of(row.getString("way")),
            Optional.ofNullable(row.getString("parcel_id")).map(UUID::fromString), row.getString("note"), row.getString("shelf"),
            Optional.ofNullable(row.getString("disc_id")).map(UUID::fromString), Instant.ofEpochMilli(row.getLong("stepped_at")),
            UUID.fromString(row.getString("stepped_by")));
    }

    /** Every word of an erased achievement goes (A4). */
    void erase(UUID achievement) {
        db.sql("delete from reception_step where achievement_id = :achievement").param("achievement", achievement.toString()).update();
    }
}
