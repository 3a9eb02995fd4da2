package huizhan.organization;

import huizhan.organization.Invitation.Purpose;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL on invitations and on the set-up of the first start. */
@Repository
class InvitationSql {
    private final JdbcClient db;

    InvitationSql(JdbcClient db) {
        this.db = db;
    }

    void insert(Invitation invitation, String tokenHash, UUID by, Instant now) {
        db.sql("""
                insert into invitation (id, account, purpose, token_hash, created_at, created_by, expires_at)
                values (:id, :account, :purpose, :hash, :now, :by, :expiresAt)""")
            .param("id", invitation.id().toString()).param("account", invitation.account().toString())
            .param("purpose", invitation.purpose().name().toLowerCase(Locale.ROOT)).param("hash", tokenHash).param("now", now.toEpochMilli())
            .param("by", by.toString()).param("expiresAt", invitation.expiresAt().toEpochMilli()).update();
    }

    Optional<Invitation> find(String tokenHash) {
        return db.sql("select id, account, purpose, expires_at, opened_at, used_at, revoked_at from invitation where token_hash = :hash")
            .param("hash", tokenHash).query(InvitationSql::row).optional();
    }

    Optional<Invitation> byId(UUID id) {
        return db.sql("select id, account, purpose, expires_at, opened_at, used_at, revoked_at from invitation where id = :id")
            .param("id", id.toString()).query(InvitationSql::row).optional();
    }

    private static Invitation row(ResultSet row, int n) throws SQLException {
        return new Invitation(UUID.fromString(row.getString("id")), UUID.fromString(row.getString("account")),
            Purpose.valueOf(row.getString("purpose").toUpperCase(Locale.ROOT)), Instant.ofEpochMilli(row.getLong("expires_at")),
            AccountSql.instant(row, "opened_at"), AccountSql.instant(row, "used_at"), AccountSql.instant(row, "revoked_at"));
    }

    void open(UUID id, Instant now) {
        db.sql("update invitation set opened_at = :now where id = :id and opened_at is null")
            .param("now", now.toEpochMilli()).param("id", id.toString()).update();
    }

    /** Single use: of two that use it at once one gets no row. */
    int use(UUID id, Instant now) {
        return db.sql("""
                update invitation set used_at = :now
                 where id = :id and used_at is null and revoked_at is null and expires_at > :now""")
            .param("now", now.toEpochMilli()).param("id", id.toString()).update();
    }

    int revoke(UUID account, Instant now) {
        return db.sql("update invitation set revoked_at = :now where account = :account and used_at is null and revoked_at is null")
            .param("now", now.toEpochMilli()).param("account", account.toString()).update();
    }

    void writeSetUp(String codeHash, Instant now) {
        db.sql("""
                insert into set_up (id, code_hash, made_at) values (1, :hash, :now)
                on conflict (id) do update set code_hash = excluded.code_hash, made_at = excluded.made_at where set_up.used_at is null""")
            .param("hash", codeHash).param("now", now.toEpochMilli()).update();
    }

    /** The digest of the code that still opens the set-up. */
    Optional<String> setUp() {
        return db.sql("select code_hash from set_up where id = 1 and used_at is null").query(String.class).optional();
    }

    int useSetUp(Instant now) {
        return db.sql("update set_up set used_at = :now where id = 1 and used_at is null").param("now", now.toEpochMilli()).update();
    }
}
