package huizhan.organization;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL on middle bodies; the department is the owner. */
@Repository
class MiddleBodySql {
    private final JdbcClient db;

    MiddleBodySql(JdbcClient db) {
        this.db = db;
    }

    List<MiddleBody> of(UUID owner) {
        return db.sql("select id, department, name, invites, closed_at, version from middle_body where department = :owner order by created_at, id")
            .param("owner", owner.toString()).query(MiddleBodySql::row).list();
    }

    Optional<MiddleBody> find(UUID owner, UUID id) {
        return db.sql("select id, department, name, invites, closed_at, version from middle_body where department = :owner and id = :id")
            .param("owner", owner.toString()).param("id", id.toString()).query(MiddleBodySql::row).optional();
    }

    /** The body of a unit, closed or not. */
    Optional<MiddleBody> ofUnit(UUID owner, UUID unit) {
        return db.sql("""
                select b.id, b.department, b.name, b.invites, b.closed_at, b.version
                  from unit u join middle_body b on b.id = u.middle
                 where u.department = :owner and u.id = :unit""")
            .param("owner", owner.toString()).param("unit", unit.toString()).query(MiddleBodySql::row).optional();
    }

    /** Open bodies with at least one person who has joined and is not switched off. */
    Set<UUID> acting(UUID owner) {
        return Set.copyOf(db.sql("""
                select distinct b.id
                  from middle_body b
                  join account a on a.middle = b.id
                  join account_role r on r.account = a.id and r.role = 'MIDDLE'
                  join credential c on c.account = a.id
                 where b.department = :owner and b.closed_at is null and a.disabled_at is null""")
            .param("owner", owner.toString()).query((row, n) -> UUID.fromString(row.getString("id"))).list());
    }

    /** A name that another of the department's bodies has is a {@code DuplicateKeyException}. */
    void insert(MiddleBody body, Instant now) {
        db.sql("""
                insert into middle_body (id, department, name, name_key, invites, created_at, version)
                values (:id, :owner, :name, :key, :invites, :now, 1)""")
            .param("id", body.id().toString()).param("owner", body.department().toString()).param("name", body.name())
            .param("key", body.key()).param("invites", body.invites()).param("now", now.toEpochMilli()).update();
    }

    /**
     * A new name that another of the department's bodies has is a {@code DuplicateKeyException}. One that stays as it is keeps its key: two from
     * before there were keys may be told apart by no more than a space, and each must still close.
     */
    int update(MiddleBody body) {
        return db.sql("""
                update middle_body set name = :name, name_key = case when name = :name then name_key else :key end, invites = :invites, closed_at = :closedAt,
                       version = version + 1
                 where department = :owner and id = :id and version = :version""")
            .param("name", body.name()).param("key", body.key()).param("invites", body.invites()).param("closedAt", body.closedAt().map(Instant::toEpochMilli).orElse(null))
            .param("owner", body.department().toString()).param("id", body.id().toString()).param("version", body.version()).update();
    }

    private static MiddleBody row(ResultSet row, int n) throws SQLException {
        return new MiddleBody(UUID.fromString(row.getString("id")), UUID.fromString(row.getString("department")), row.getString("name"),
            row.getBoolean("invites"), AccountSql.instant(row, "closed_at"), row.getInt("version"));
    }
}
