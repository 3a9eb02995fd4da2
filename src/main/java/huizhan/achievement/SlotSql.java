package huizhan.achievement;

import huizhan.kernel.StaleData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files in their slots, and objects. */
final class SlotSql {
    private final JdbcClient db;

    SlotSql(JdbcClient db) {
        this.db = db;
    }

    /** The files of some of a department's achievements, each slot in its order. */
    List<Placed> files(UUID department, Collection<UUID> achievements) {
        if (achievements.isEmpty()) return List.of();
        return db.sql("""
                select f.id, f.achievement_id, f.slot, f.kind, f.object_id, f.file_id, f.position
                  from achievement_file f
                  join achievement a on a.id = f.achievement_id
                 where a.department_id = :department and a.id in (:ids) and f.removed_at is null
                 order by f.achievement_id, f.slot, f.position, f.id""")
            .param("department", department.toString()).param("ids", achievements.stream().map(UUID::toString).toList())
            .query(SlotSql::placed).list();
    }

    /** What was taken away since an instant, the last first: it can be put back. */
    List<Placed> removed(UUID department, UUID achievement, Instant since) {
        return db.sql("""
                select f.id, f.achievement_id, f.slot, f.kind, f.object_id, f.file_id, f.position
                  from achievement_file f
                  join achievement a on a.id = f.achievement_id
                  left join exhibit_object o on o.id = f.object_id
                 where a.department_id = :department and a.id = :id and f.removed_at >= :since and f.past_of is null and o.removed_at is null
                 order by f.removed_at desc, f.id""")
            .param("department", department.toString()).param("id", achievement.toString()).param("since", since.toEpochMilli())
            .query(SlotSql::placed).list();
    }

    private static Placed placed(ResultSet row, int n) throws SQLException {
        return new Placed(UUID.fromString(row.getString("id")), UUID.fromString(row.getString("achievement_id")),
            Slot.of(row.getString("slot")).orElseThrow(), row.getString("kind"),
            Optional.ofNullable(row.getString("object_id")).map(UUID::fromString), UUID.fromString(row.getString("file_id")),
            row.getLong("position"));
    }

    void insert(Placed placed, Instant at, UUID by) {
        db.sql("""
                insert into achievement_file (id, achievement_id, slot, kind, object_id, file_id, position, added_at, added_by)
                values (:id, :achievement, :slot, :kind, :object, :file, :position, :at, :by)""")
            .param("id", placed.id().toString()).param("achievement", placed.achievement().toString()).param("slot", placed.slot().code())
            .param("kind", placed.kind()).param("object", placed.object().map(UUID::toString).orElse(null))
            .param("file", placed.file().toString()).param("position", placed.position()).param("at", at.toEpochMilli())
            .param("by", by.toString()).update();
    }

    void move(UUID achievement, UUID id, long position) {
        StaleData.unlessOne("the place of file " + id, db.sql("""
                update achievement_file set position = :position
                 where achievement_id = :achievement and id = :id and removed_at is null""")
            .param("achievement", achievement.toString()).param("id", id.toString()).param("position", position).update());
    }

    void remove(UUID achievement, UUID id, Instant at, UUID by) {
        StaleData.unlessOne("the place of file " + id, db.sql("""
                update achievement_file set removed_at = :at, removed_by = :by
                 where achievement_id = :achievement and id = :id and removed_at is null""")
            .param("achievement", achievement.toString()).param("id", id.toString()).param("at", at.toEpochMilli())
            .param("by", by.toString()).update());
    }

    /** What was, stays: the file's first stay becomes a row of its own. */
    void putBack(UUID achievement, UUID id, Instant at, UUID by) {
        db.sql("""
                insert into achievement_file (id, achievement_id, slot, kind, object_id, file_id, position, added_at, added_by, removed_at, removed_by, past_of)
                select :past, achievement_id, slot, kind, object_id, file_id, position, added_at, added_by, removed_at, removed_by, id
                  from achievement_file
                 where achievement_id = :achievement and id = :id and removed_at is not null""")
            .param("past", UUID.randomUUID().toString()).param("achievement", achievement.toString()).param("id", id.toString()).update();
        StaleData.unlessOne("the place of file " + id, db.sql("""
                update achievement_file set added_at = :at, added_by = :by, removed_at = null, removed_by = null
                 where achievement_id = :achievement and id = :id and removed_at is not null""")
            .param("achievement", achievement.toString()).param("id", id.toString()).param("at", at.toEpochMilli()).param("by", by.toString()).update());
    }

    /** An object of one of some achievements. */
    record Thing(UUID id, UUID achievement) {}

    List<Thing> objects(UUID department, Collection<UUID> achievements) {
        if (achievements.isEmpty()) return List.of();
        return db.sql("""
                select o.id, o.achievement_id
                  from exhibit_object o
                  join achievement a on a.id = o.achievement_id
                 where a.department_id = :department and a.id in (:ids) and o.removed_at is null
                 order by o.achievement_id, o.added_at, o.id""")
            .param("department", department.toString()).param("ids", achievements.stream().map(UUID::toString).toList())
            .query((row, n) -> new Thing(UUID.fromString(row.getString("id")), UUID.fromString(row.getString("achievement_id")))).list();
    }

    void insert(Thing object, Instant at, UUID by) {
        db.sql("""
                insert into exhibit_object (id, achievement_id, added_at, added_by)
                values (:id, :achievement, :at, :by)""")
            .param("id", object.id().toString()).param("achievement", object.achievement().toString()).param("at", at.toEpochMilli())
            .param("by", by.toString()).update();
    }

    void remove(Thing object, Instant at, UUID by) {
        StaleData.unlessOne("object " + object.id(), db.sql("""
                update exhibit_object set removed_at = :at, removed_by = :by
                 where achievement_id = :achievement and id = :id and removed_at is null""")
            .param("achievement", object.achievement().toString()).param("id", object.id().toString()).param("at", at.toEpochMilli())
            .param("by", by.toString()).update());
        db.sql("""
                update achievement_file set removed_at = :at, removed_by = :by
                 where achievement_id = :achievement and object_id = :id and removed_at is null""")
            .param("achievement", object.achievement().toString()).param("id", object.id().toString()).param("at", at.toEpochMilli())
            .param("by", by.toString()).update();
    }

    /** Whether a person may see an achievement that has, or had, this file, or into which it was brought in a form. */
    boolean seen(Scope scope, String call, UUID file) {
        return db.sql("""
                select count(*)
                  from achievement a
                  left join handover h on h.achievement_id = a.id
                   and h.step = (select max(l.step) from handover l where l.achievement_id = a.id)
                 where a.department_id = :department and a.call_id = :call
                   and a.id in (select achievement_id from achievement_file where file_id = :file
                                union select achievement_id from pasted_picture where file_id = :file)
                   and (:side = 'department' and (a.filled_by = 'department' or h.kind in ('handed', 'passed', 'taken-over'))
                        or a.filled_by = 'unit' and a.unit_id in (:units)
                           and (:side = 'unit' or :side = 'middle' and h.kind in ('sent', 'handed', 'passed', 'taken-over')))""")
            .param("department", scope.department().toString()).param("side", scope.side()).param("units", scope.units()).param("call", call)
            .param("file", file.toString()).query(Long.class).single() > 0;
    }

    /** Every file that an achievement ever had, or that was brought into it in a form. */
    List<UUID> everything(UUID achievement) {
        return db.sql("""
                select file_id from achievement_file where achievement_id = :achievement
                union
                select file_id from pasted_picture where achievement_id = :achievement""")
            .param("achievement", achievement.toString()).query((row, n) -> UUID.fromString(row.getString("file_id"))).list();
    }
}
