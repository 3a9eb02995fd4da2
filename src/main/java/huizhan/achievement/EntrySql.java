package huizhan.achievement;

import huizhan.kernel.Disclosure;
import huizhan.kernel.StaleData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Achievements and their way between unit and department. */
final class EntrySql {
    private final JdbcClient db;

    EntrySql(JdbcClient db) {
        this.db = db;
    }

    Optional<Entry> find(Scope scope, String call, UUID id) {
        return db.sql("""
                select a.id, a.department_id, a.unit_id, a.filled_by, a.disclosure, a.created_at,
                       h.step, h.kind, h.reason, h.stepped_at, h.places, h.until, h.middle,
                       (select count(*) from handover c where c.achievement_id = a.id and c.kind in ('handed', 'passed', 'taken-over')) as handed,
                       (select count(*) from handover c where c.achievement_id = a.id and c.kind in ('sent', 'handed')) as times
                  from achievement a
                  left join handover h on h.achievement_id = a.id
                   and h.step = (select max(l.step) from handover l where l.achievement_id = a.id)
                 where a.department_id = :department and a.call_id = :call and a.id = :id
                   and (:side = 'department' and (a.filled_by = 'department' or h.kind in ('handed', 'passed', 'taken-over'))
                        or a.filled_by = 'unit' and a.unit_id in (:units)
                           and (:side = 'unit' or :side = 'middle' and h.kind in ('sent', 'handed', 'passed', 'taken-over')))""")
            .param("department", scope.department().toString()).param("side", scope.side()).param("units", scope.units())
            .param("call", call).param("id", id.toString())
            .query(EntrySql::entry).optional();
    }

    /** Whose it is. */
    Optional<UUID> owner(String call, UUID id) {
        return db.sql("select department_id from achievement where call_id = :call and id = :id")
            .param("call", call).param("id", id.toString()).query((row, n) -> UUID.fromString(row.getString("department_id"))).optional();
    }

    /** What a person sees, oldest first. */
    List<Entry> list(Scope scope, String call) {
        return db.sql("""
                select a.id, a.department_id, a.unit_id, a.filled_by, a.disclosure, a.created_at,
                       h.step, h.kind, h.reason, h.stepped_at, h.places, h.until, h.middle,
                       (select count(*) from handover c where c.achievement_id = a.id and c.kind in ('handed', 'passed', 'taken-over')) as handed,
                       (select count(*) from handover c where c.achievement_id = a.id and c.kind in ('sent', 'handed')) as times
                  from achievement a
                  left join handover h on h.achievement_id = a.id
                   and h.step = (select max(l.step) from handover l where l.achievement_id = a.id)
                 where a.department_id = :department and a.call_id = :call
                   and (:side = 'department' and (a.filled_by = 'department' or h.kind in ('handed', 'passed', 'taken-over'))
                        or a.filled_by = 'unit' and a.unit_id in (:units)
                           and (:side = 'unit' or :side = 'middle' and h.kind in ('sent', 'handed', 'passed', 'taken-over')))
                 order by a.created_at, a.id""")
            .param("department", scope.department().toString()).param("side", scope.side()).param("units", scope.units()).param("call", call)
            .query(EntrySql::entry).list();
    }

    /** Some of a department's, whatever the state; for what was signed off or is being filled in. */
    List<Entry> some(UUID department, String call, Collection<UUID> ids) {
        if (ids.isEmpty()) return List.of();
        return db.sql("""
                select a.id, a.department_id, a.unit_id, a.filled_by, a.disclosure, a.created_at,
                       h.step, h.kind, h.reason, h.stepped_at, h.places, h.until, h.middle,
                       (select count(*) from handover c where c.achievement_id = a.id and c.kind in ('handed', 'passed', 'taken-over')) as handed,
                       (select count(*) from handover c where c.achievement_id = a.id and c.kind in ('sent', 'handed')) as times
                  from achievement a
                  left join handover h on h.achievement_id = a.id
                   and h.step = (select max(l.step) from handover l where l.achievement_id = a.id)
                 where a.department_id = :department and a.call_id = :call and a.id in (:ids)""")
            .param("department", department.toString()).param("call", call).param("ids", ids.stream().map(UUID::toString).toList())
            .query(EntrySql::entry).list();
    }

    /**
     * What has not reached its department: with the units, or at a body between. Identity and state, for the overview of who has done what (B7).
     */
    List<Entry> withUnits(UUID department, String call) {
        return db.sql("""
                select a.id, a.department_id, a.unit_id, a.filled_by, a.disclosure, a.created_at,
                       h.step, h.kind, h.reason, h.stepped_at, h.places, h.until, h.middle,
                       (select count(*) from handover c where c.achievement_id = a.id and c.kind in ('handed', 'passed', 'taken-over')) as handed,
                       (select count(*) from handover c where c.achievement_id = a.id and c.kind in ('sent', 'handed')) as times
                  from achievement a
                  left join handover h on h.achievement_id = a.id
                   and h.step = (select max(l.step) from handover l where l.achievement_id = a.id)
                 where a.department_id = :department and a.call_id = :call and a.filled_by = 'unit'
                   and (h.kind is null or h.kind not in ('handed', 'passed', 'taken-over'))
                 order by a.created_at, a.id""")
            .param("department", department.toString()).param("call", call)
            .query(EntrySql::entry).list();
    }

    /** Of all departments: where each one is, and no word of it. */
    List<Whereabouts> everywhere(String call) {
        return db.sql("""
                select a.id, a.department_id, a.unit_id, h.kind
                  from achievement a
                  left join handover h on h.achievement_id = a.id
                   and h.step = (select max(l.step) from handover l where l.achievement_id = a.id)
                 where a.call_id = :call""")
            .param("call", call)
            .query((row, n) -> new Whereabouts(UUID.fromString(row.getString("id")), UUID.fromString(row.getString("department_id")),
                Optional.ofNullable(row.getString("unit_id")).map(UUID::fromString), Optional.ofNullable(row.getString("kind")).map(Step.Kind::of).map(Step.Kind::where).orElse(Whereabouts.Place.UNIT))).list();
    }

    private static Entry entry(ResultSet row, int n) throws SQLException {
        var kind = row.getString("kind");
        var step = kind == null ? Optional.<Step>empty() : Optional.of(new Step(row.getInt("step"), Step.Kind.of(kind),
            row.getString("reason"), Instant.ofEpochMilli(row.getLong("stepped_at")), row.getString("places").lines().toList(), day(row.getString("until")),
            id(row.getString("middle"))));
        return new Entry(UUID.fromString(row.getString("id")), UUID.fromString(row.getString("department_id")),
            Optional.ofNullable(row.getString("unit_id")).map(UUID::fromString), row.getString("filled_by").equals("department"),
            Disclosure.of(row.getString("disclosure")).orElseThrow(), Instant.ofEpochMilli(row.getLong("created_at")), step,
            Math.max(1, row.getInt("handed")), Math.max(1, row.getInt("times")));
    }

    private static Optional<LocalDate> day(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    }

    private static Optional<UUID> id(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(text));
    }

    void insert(Entry entry, String call, UUID by) {
        db.sql("""
                insert into achievement (id, call_id, department_id, unit_id, filled_by, disclosure, created_at, created_by)
                values (:id, :call, :department, :unit, :filledBy, :disclosure, :at, :by)""")
            .param("id", entry.id().toString()).param("call", call).param("department", entry.department().toString())
            .param("unit", entry.unit().map(UUID::toString).orElse(null)).param("filledBy", entry.byDepartment() ? "department" : "unit")
            .param("disclosure", entry.disclosure().code()).param("at", entry.createdAt().toEpochMilli()).param("by", by.toString())
            .update();
    }

    /** The step's number is the guard: of two people who take the same step, one is told that the other was faster. */
    void insert(Entry entry, Step step, UUID by) {
        StaleData.unlessOne("the state of achievement " + entry.id(), db.sql("""
                insert into handover (achievement_id, step, kind, reason, stepped_at, stepped_by, places, until, middle)
                select a.id, :step, :kind, :reason, :at, :by, :places, :until, :middle from achievement a where a.department_id = :department and a.id = :id
                on conflict do nothing""")
            .param("department", entry.department().toString()).param("id", entry.id().toString())
            .param("step", step.number()).param("kind", step.kind().code()).param("reason", step.reason())
            .param("at", step.at().toEpochMilli()).param("by", by.toString()).param("places", String.join("\n", step.places()))
            .param("until", step.until().map(LocalDate::toString).orElse(""))
            .param("middle", step.middle().map(UUID::toString).orElse("")).update());
    }

    /** To whom it is shown from now on; only where an achievement came from elsewhere and its newest list says so. */
    void show(Entry entry, Disclosure disclosure) {
        StaleData.unlessOne("achievement " + entry.id(), db.sql("update achievement set disclosure = :disclosure where department_id = :department and id = :id")
            .param("disclosure", disclosure.code()).param("department", entry.department().toString()).param("id", entry.id().toString()).update());
    }

    /** Each word and place; what is left of the files, their keeper clears away. */
    void erase(Entry entry) {
        var id = entry.id().toString();
        db.sql("delete from field_history where achievement_id = :id").param("id", id).update();
        db.sql("delete from field where achievement_id = :id").param("id", id).update();
        db.sql("delete from pasted_picture where achievement_id = :id").param("id", id).update();
        db.sql("delete from achievement_file where achievement_id = :id").param("id", id).update();
        db.sql("delete from exhibit_object where achievement_id = :id").param("id", id).update();
        db.sql("delete from handover where achievement_id = :id").param("id", id).update();
        StaleData.unlessOne("achievement " + id, db.sql("""
                delete from achievement
                 where department_id = :department and id = :id""")
            .param("department", entry.department().toString()).param("id", id).update());
    }
}
