package huizhan.organization.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL on what people sign in with. */
@Repository
class CredentialSql {
    private final JdbcClient db;

    CredentialSql(JdbcClient db) {
        this.db = db;
    }

    /**
     * @param totpSecret sealed; empty without a second factor
     * @param totpAt when the second factor was confirmed; before that the secret only waits
     * @param disabled whether the account is switched off
     */
    record Credential(UUID account, String username, String passwordHash, String totpSecret, Optional<Instant> totpAt, long totpStep,
            boolean disabled) {

        boolean hasFactor() {
            return totpAt.isPresent();
        }

        @Override public String toString() {
            return "Credential[" + account + "]";
        }
    }

    Optional<Credential> byKey(String usernameKey) {
        return db.sql("""
                select c.account, c.username, c.password_hash, c.totp_secret, c.totp_at, c.totp_step, a.disabled_at
                  from credential c join account a on a.id = c.account
                 where c.username_key = :key""").param("key", usernameKey).query(CredentialSql::row).optional();
    }

    Optional<Credential> of(UUID account) {
        return db.sql("""
                select c.account, c.username, c.password_hash, c.totp_secret, c.totp_at, c.totp_step, a.disabled_at
                  from credential c join account a on a.id = c.account
                 where c.account = :account""").param("account", account.toString()).query(CredentialSql::row).optional();
    }

    void insert(UUID account, String username, String usernameKey, String hash, Instant now) {
        db.sql("""
                insert into credential (account, username, username_key, password_hash, password_at)
                values (:account, :username, :key, :hash, :now)""")
            .param("account", account.toString()).param("username", username).param("key", usernameKey).param("hash", hash)
            .param("now", now.toEpochMilli()).update();
    }

    int changePassword(UUID account, String hash, Instant now) {
        return db.sql("update credential set password_hash = :hash, password_at = :now where account = :account")
            .param("hash", hash).param("now", now.toEpochMilli()).param("account", account.toString()).update();
    }

    int keepFactor(UUID account, String sealed) {
        return db.sql("update credential set totp_secret = :sealed, totp_at = null, totp_step = 0 where account = :account and totp_at is null")
            .param("sealed", sealed).param("account", account.toString()).update();
    }

    int confirmFactor(UUID account, long step, Instant now) {
        return db.sql("update credential set totp_at = :now, totp_step = :step where account = :account and totp_at is null and totp_secret <> ''")
            .param("now", now.toEpochMilli()).param("step", step).param("account", account.toString()).update();
    }

    /** Each code once only: of two requests with the same code one gets no row. */
    int spendStep(UUID account, long step) {
        return db.sql("update credential set totp_step = :step where account = :account and totp_step < :step")
            .param("step", step).param("account", account.toString()).update();
    }

    int dropFactor(UUID account) {
        db.sql("delete from recovery_code where account = :account").param("account", account.toString()).update();
        return db.sql("update credential set totp_secret = '', totp_at = null, totp_step = 0 where account = :account")
            .param("account", account.toString()).update();
    }

    void insertRecovery(UUID account, String hash) {
        db.sql("insert into recovery_code (account, code_hash) values (:account, :hash)")
            .param("account", account.toString()).param("hash", hash).update();
    }

    int spendRecovery(UUID account, String hash, Instant now) {
        return db.sql("update recovery_code set used_at = :now where account = :account and code_hash = :hash and used_at is null")
            .param("now", now.toEpochMilli()).param("account", account.toString()).param("hash", hash).update();
    }

    int unspentRecovery(UUID account) {
        return db.sql("select count(*) from recovery_code where account = :account and used_at is null")
            .param("account", account.toString()).query(Integer.class).single();
    }

    private static Credential row(ResultSet row, int n) throws SQLException {
        var confirmed = row.getLong("totp_at");
        var confirmedAt = row.wasNull() ? Optional.<Instant>empty() : Optional.of(Instant.ofEpochMilli(confirmed));
        row.getLong("disabled_at");
        var disabled = !row.wasNull();
        return new Credential(UUID.fromString(row.getString("account")), row.getString("username"), row.getString("password_hash"),
            row.getString("totp_secret"), confirmedAt, row.getLong("totp_step"), disabled);
    }
}
