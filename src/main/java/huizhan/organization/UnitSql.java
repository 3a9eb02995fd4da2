package huizhan.organization;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL on units; the department is the owner. */
@Repository
class UnitSql {
    private final JdbcClient db;

    UnitSql(JdbcClient db) {
        this.db = db;
    }

    List<Unit> of(UUID owner) {
        return db.sql("select id, department, name, middle, closed_at, version from unit where department = :owner order by created_at, id")
            .param("owner", owner.toString()).query(UnitSql::row).list();
    }

    Optional<Unit> find(UUID owner, UUID id) {
        return db.sql("select id, department, name, middle, closed_at, version from unit where department = :owner and id = :id")
            .param("owner", owner.toString()).param("id", id.toString()).query(UnitSql::row).optional();
    }

    void insert(Unit unit, Instant now) {
        db.sql("""
                insert into unit (id, department, name, middle, created_at, version) values (:id, :owner, :name, :middle, :now, 1)""")
            .param("id", unit.id().toString()).param("owner", unit.department().toString()).param("name", unit.name())
            .param("middle", unit.middle().map(UUID::toString).orElse(null)).param("now", now.toEpochMilli()).update();
    }

    int update(Unit unit) {
        return db.sql("""
                update unit set name = :name, middle = :middle, closed_at = :closedAt, version = version + 1
                 where department = :owner and id = :id and version = :version""")
            .param("name", unit.name()).param("middle", unit.middle().map(UUID::toString).orElse(null))
            .param("closedAt", unit.closedAt().map(Instant::toEpochMilli).orElse(null)).param("owner", unit.department().toString())
            .param("id", unit.id().toString()).param("version", unit.version()).update();
    }

    private static Unit row(ResultSet row, int n) throws SQLException {
        return new Unit(UUID.fromString(row.getString("id")), UUID.fromString(row.getString("department")), row.getString("name"),
            AccountSql.uuid(row.getString("middle")), AccountSql.instant(row, "closed_at"), row.getInt("version"));
    }
}
