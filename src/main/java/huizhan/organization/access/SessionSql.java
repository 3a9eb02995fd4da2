package huizhan.organization.access;

import huizhan.kernel.Actor;
import huizhan.kernel.Role;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL on sessions. Roles are read with the session at each request, so that a revoked one acts at once. */
@Repository
class SessionSql {
    private final JdbcClient db;

    SessionSql(JdbcClient db) {
        this.db = db;
    }

    /** A stay as it stands in the database; accounts that are switched off have none. */
    record Row(UUID id, Actor actor, Instant createdAt, Instant seenAt, boolean factor, boolean enrolled) {}

    /** A stay in the list of a person's own. */
    record Stay(UUID id, Instant createdAt, Instant seenAt, String address, String agent) {}

    void insert(String tokenHash, UUID id, UUID account, Instant now, boolean factor, String address, String agent) {
        db.sql("""
                insert into session (token_hash, id, account, created_at, seen_at, factor, address, agent)
                values (:hash, :id, :account, :now, :now, :factor, :address, :agent)""")
            .param("hash", tokenHash).param("id", id.toString()).param("account", account.toString()).param("now", now.toEpochMilli())
            .param("factor", factor).param("address", address).param("agent", agent).update();
    }

    Optional<Row> find(String tokenHash) {
        return db.sql("""
                select s.id, s.created_at, s.seen_at, s.factor, a.id as account, a.name, a.department, a.unit, a.middle, c.totp_at, r.role
                  from session s
                  join account a on a.id = s.account
                  left join credential c on c.account = a.id
                  left join account_role r on r.account = a.id
                 where s.token_hash = :hash and a.disabled_at is null""")
            .param("hash", tokenHash)
            .query(rows -> {
                if (!rows.next()) return Optional.<Row>empty();
                var roles = EnumSet.noneOf(Role.class);
                var id = UUID.fromString(rows.getString("id"));
                var account = UUID.fromString(rows.getString("account"));
                var name = rows.getString("name");
                var department = uuid(rows.getString("department"));
                var unit = uuid(rows.getString("unit"));
                var middle = uuid(rows.getString("middle"));
                var createdAt = Instant.ofEpochMilli(rows.getLong("created_at"));
                var seenAt = Instant.ofEpochMilli(rows.getLong("seen_at"));
                var factor = rows.getBoolean("factor");
                var enrolled = rows.getObject("totp_at") != null;
                do {
                    var role = rows.getString("role");
                    if (role != null) roles.add(Role.valueOf(role));
                } while (rows.next());
                return Optional.of(new Row(id, new Actor(account, name, roles, department, unit, middle), createdAt, seenAt, factor, enrolled));
            });
    }

    private static Optional<UUID> uuid(@Nullable String text) {
        return Optional.ofNullable(text).map(UUID::fromString);
    }

    void touch(String tokenHash, Instant now) {
        db.sql("update session set seen_at = :now where token_hash = :hash").param("now", now.toEpochMilli()).param("hash", tokenHash).update();
    }

    int delete(String tokenHash) {
        return db.sql("delete from session where token_hash = :hash").param("hash", tokenHash).update();
    }

    int delete(UUID account, UUID id) {
        return db.sql("delete from session where account = :account and id = :id")
            .param("account", account.toString()).param("id", id.toString()).update();
    }

    int deleteOthers(UUID account, UUID keep) {
        return db.sql("delete from session where account = :account and id <> :keep")
            .param("account", account.toString()).param("keep", keep.toString()).update();
    }

    int deleteAll(UUID account) {
        return db.sql("delete from session where account = :account").param("account", account.toString()).update();
    }

    int deleteOlder(Instant limit) {
        return db.sql("delete from session where created_at < :limit").param("limit", limit.toEpochMilli()).update();
    }

    List<Stay> of(UUID account) {
        return db.sql("select id, created_at, seen_at, address, agent from session where account = :account order by seen_at desc")
            .param("account", account.toString())
            .query((row, n) -> new Stay(UUID.fromString(row.getString("id")), Instant.ofEpochMilli(row.getLong("created_at")),
                Instant.ofEpochMilli(row.getLong("seen_at")), row.getString("address"), row.getString("agent"))).list();
    }
}
