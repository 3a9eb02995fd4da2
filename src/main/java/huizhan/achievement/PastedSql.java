package huizhan.achievement;

import huizhan.kernel.StaleData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Pictures out of Word forms that were brought in. */
final class PastedSql {
    private final JdbcClient db;

    PastedSql(JdbcClient db) {
        this.db = db;
    }

    Optional<Pasted> find(UUID department, UUID achievement, UUID id) {
        return db.sql("""
                select p.id, p.achievement_id, p.file_id
                  from pasted_picture p
                  join achievement a on a.id = p.achievement_id
                 where a.department_id = :department and a.id = :achievement and p.id = :id""")
            .param("department", department.toString()).param("achievement", achievement.toString()).param("id", id.toString())
            .query(PastedSql::pasted).optional();
    }

    /** All of one achievement, the first first. */
    List<Pasted> of(UUID department, UUID achievement) {
        return db.sql("""
                select p.id, p.achievement_id, p.file_id
                  from pasted_picture p
                  join achievement a on a.id = p.achievement_id
                 where a.department_id = :department and a.id = :achievement
                 order by p.brought_at, p.id""")
            .param("department", department.toString()).param("achievement", achievement.toString()).query(PastedSql::pasted).list();
    }

    private static Pasted pasted(ResultSet row, int n) throws SQLException {
        return new Pasted(UUID.fromString(row.getString("id")), UUID.fromString(row.getString("achievement_id")), UUID.fromString(row.getString("file_id")));
    }

    void insert(Pasted picture, Instant at, UUID by) {
        db.sql("""
                insert into pasted_picture (id, achievement_id, file_id, brought_at, brought_by)
                values (:id, :achievement, :file, :at, :by)""")
            .param("id", picture.id().toString()).param("achievement", picture.achievement().toString()).param("file", picture.file().toString())
            .param("at", at.toEpochMilli()).param("by", by.toString()).update();
    }

    /** Counts its time anew: it was brought once more. */
    void renew(Pasted picture, Instant at) {
        StaleData.unlessOne("the picture of a form " + picture.id(), db.sql("""
                update pasted_picture set brought_at = :at
                 where achievement_id = :achievement and id = :id""")
            .param("achievement", picture.achievement().toString()).param("id", picture.id().toString()).param("at", at.toEpochMilli()).update());
    }

    /** Places in which a person has put pictures out of forms, as they are now. */
    List<UUID> placedBy(UUID department, UUID achievement, UUID account) {
        return db.sql("""
                select f.id
                  from achievement_file f
                  join achievement a on a.id = f.achievement_id
                 where a.department_id = :department and a.id = :achievement and f.added_by = :account and f.removed_at is null
                   and f.file_id in (select file_id from pasted_picture where achievement_id = :achievement)
                 order by f.id""")
            .param("department", department.toString()).param("achievement", achievement.toString()).param("account", account.toString())
            .query((row, n) -> UUID.fromString(row.getString("id"))).list();
    }

    /** Of every department: what was brought before an instant. */
    List<Pasted> before(Instant instant) {
        return db.sql("""
                select id, achievement_id, file_id from pasted_picture
                 where brought_at < :instant
                 order by brought_at, id""")
            .param("instant", instant.toEpochMilli()).query(PastedSql::pasted).list();
    }

    /** Zero rows: its achievement was erased meanwhile, or another node was faster. */
    boolean delete(Pasted picture) {
        return db.sql("delete from pasted_picture where achievement_id = :achievement and id = :id")
            .param("achievement", picture.achievement().toString()).param("id", picture.id().toString()).update() > 0;
    }

    /** Whether its file has, or had, a place, or was brought again since. */
    boolean needed(Pasted picture) {
        return db.sql("""
                select (select count(*) from achievement_file where file_id = :file)
                     + (select count(*) from pasted_picture where file_id = :file)""")
            .param("file", picture.file().toString()).query(Long.class).single() > 0;
    }
}
