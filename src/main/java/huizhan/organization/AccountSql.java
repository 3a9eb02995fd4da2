package huizhan.organization;

import huizhan.kernel.Role;
import huizhan.organization.Invitation.Purpose;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL on accounts and their roles. */
@Repository
class AccountSql {
    private static final int MOST_IDS = 1000;
    private final JdbcClient db;

    AccountSql(JdbcClient db) {
        this.db = db;
    }

    Optional<Account> find(UUID id) {
        return withRoles(db.sql("""
                select a.id, a.name, a.email, a.telephone, a.department, a.unit, a.middle, b.id as through, a.created_at, a.disabled_at, a.version,
                       c.username, c.totp_at, i.id as link, i.purpose, i.expires_at, i.opened_at, i.used_at, i.revoked_at
                  from account a
                  left join credential c on c.account = a.id
                  left join unit u on u.id = a.unit
                  left join middle_body b on b.id = u.middle and b.invites and b.closed_at is null
                  left join invitation i on i.id = (select n.id from invitation n where n.account = a.id order by n.created_at desc, n.id limit 1)
                 where a.id = :id""").param("id", id.toString()).query(AccountSql::row).list()).stream().findFirst();
    }

    /** The people of a department, its units' too. */
    List<Account> of(UUID owner) {
        return withRoles(db.sql("""
                select a.id, a.name, a.email, a.telephone, a.department, a.unit, a.middle, b.id as through, a.created_at, a.disabled_at, a.version,
                       c.username, c.totp_at, i.id as link, i.purpose, i.expires_at, i.opened_at, i.used_at, i.revoked_at
                  from account a
                  left join credential c on c.account = a.id
                  left join unit u on u.id = a.unit
                  left join middle_body b on b.id = u.middle and b.invites and b.closed_at is null
                  left join invitation i on i.id = (select n.id from invitation n where n.account = a.id order by n.created_at desc, n.id limit 1)
                 where a.department = :owner
                 order by a.created_at, a.id""").param("owner", owner.toString()).query(AccountSql::row).list());
    }

    long count(String like) {
        return db.sql("""
                select count(*) from account a left join credential c on c.account = a.id
                 where a.name like :like escape '!' or c.username like :like escape '!'""").param("like", like).query(Long.class).single();
    }

    List<Account> page(String like, long offset, int most) {
        return withRoles(db.sql("""
                select a.id, a.name, a.email, a.telephone, a.department, a.unit, a.middle, b.id as through, a.created_at, a.disabled_at, a.version,
                       c.username, c.totp_at, i.id as link, i.purpose, i.expires_at, i.opened_at, i.used_at, i.revoked_at
                  from account a
                  left join credential c on c.account = a.id
                  left join unit u on u.id = a.unit
                  left join middle_body b on b.id = u.middle and b.invites and b.closed_at is null
                  left join invitation i on i.id = (select n.id from invitation n where n.account = a.id order by n.created_at desc, n.id limit 1)
                 where a.name like :like escape '!' or c.username like :like escape '!'
                 order by a.created_at desc, a.id
                 limit :most offset :offset""").param("like", like).param("most", most).param("offset", offset).query(AccountSql::row).list());
    }

    boolean isEmpty() {
        return db.sql("select count(*) from account").query(Long.class).single() == 0;
    }

    int countWith(Role role) {
        return db.sql("""
                select count(*) from account_role r join account a on a.id = r.account
                 where r.role = :role and a.disabled_at is null""").param("role", role.name()).query(Integer.class).single();
    }

    void insert(Account account, UUID by) {
        db.sql("""
                insert into account (id, name, email, telephone, department, unit, middle, created_at, created_by, version)
                values (:id, :name, :email, :telephone, :department, :unit, :middle, :at, :by, 1)""")
            .param("id", account.id().toString()).param("name", account.name()).param("email", account.email())
            .param("telephone", account.telephone()).param("department", account.department().map(UUID::toString).orElse(null))
            .param("unit", account.unit().map(UUID::toString).orElse(null)).param("middle", account.middle().map(UUID::toString).orElse(null))
            .param("at", account.createdAt().toEpochMilli()).param("by", by.toString()).update();
    }

    /** The body that may invite people of a unit of its own; empty where the department doesn't let it, or the unit has none. */
    Optional<UUID> inviter(UUID owner, UUID unit) {
        return db.sql("""
                select b.id from unit u join middle_body b on b.id = u.middle
                 where u.department = :owner and u.id = :unit and u.closed_at is null and b.invites and b.closed_at is null""")
            .param("owner", owner.toString()).param("unit", unit.toString()).query((row, n) -> UUID.fromString(row.getString("id"))).optional();
    }

    /** Once: who has a department keeps it. */
    int place(UUID id, String name, UUID department, Optional<UUID> unit) {
        return db.sql("""
                update account set name = :name, department = :department, unit = :unit, version = version + 1
                 where id = :id and department is null""")
            .param("name", name).param("department", department.toString()).param("unit", unit.map(UUID::toString).orElse(null)).param("id", id.toString()).update();
    }

    int rename(UUID id, int version, String name, String email, String telephone) {
        return db.sql("""
                update account set name = :name, email = :email, telephone = :telephone, version = version + 1
                 where id = :id and version = :version""")
            .param("name", name).param("email", email).param("telephone", telephone).param("id", id.toString()).param("version", version).update();
    }

    int disable(UUID id, int version, @Nullable Instant at) {
        return db.sql("update account set disabled_at = :at, version = version + 1 where id = :id and version = :version")
            .param("at", at == null ? null : at.toEpochMilli()).param("id", id.toString()).param("version", version).update();
    }

    void grant(UUID account, Role role, UUID by, Instant now) {
        db.sql("""
                insert into account_role (account, role, granted_at, granted_by) values (:account, :role, :now, :by)
                on conflict (account, role) do nothing""")
            .param("account", account.toString()).param("role", role.name()).param("now", now.toEpochMilli()).param("by", by.toString()).update();
    }

    void revoke(UUID account, Role role) {
        db.sql("delete from account_role where account = :account and role = :role")
            .param("account", account.toString()).param("role", role.name()).update();
    }

    /** One query for the roles of all accounts of a page; a longer list takes more, since a statement bears only so many ids. */
    private List<Account> withRoles(List<Account> bare) {
        if (bare.isEmpty()) return bare;
        Map<UUID, Set<Role>> roles = new HashMap<>();
        for (var from = 0; from < bare.size(); from += MOST_IDS) {
            db.sql("select account, role from account_role where account in (:ids)")
                .param("ids", bare.subList(from, Math.min(from + MOST_IDS, bare.size())).stream().map(each -> each.id().toString()).toList())
                .query((row, n) -> roles.computeIfAbsent(UUID.fromString(row.getString("account")), id -> EnumSet.noneOf(Role.class))
                    .add(Role.valueOf(row.getString("role")))).list();
        }
        return bare.stream().map(a -> new Account(a.id(), a.name(), a.email(), a.telephone(), a.department(), a.unit(), a.middle(), a.through(), a.createdAt(),
            a.disabledAt(), a.username(), a.factor(), roles.getOrDefault(a.id(), Set.of()), a.invitation(), a.version())).toList();
    }

    private static Account row(ResultSet row, int n) throws SQLException {
        var id = UUID.fromString(row.getString("id"));
        return new Account(id, row.getString("name"), row.getString("email"), row.getString("telephone"), uuid(row.getString("department")),
            uuid(row.getString("unit")), uuid(row.getString("middle")), uuid(row.getString("through")), Instant.ofEpochMilli(row.getLong("created_at")), instant(row, "disabled_at"),
            Optional.ofNullable(row.getString("username")), instant(row, "totp_at").isPresent(), Set.of(), invitation(id, row), row.getInt("version"));
    }

    private static Optional<Invitation> invitation(UUID account, ResultSet row) throws SQLException {
        var id = uuid(row.getString("link"));
        if (id.isEmpty()) return Optional.empty();
        return Optional.of(new Invitation(id.get(), account, Purpose.valueOf(row.getString("purpose").toUpperCase(Locale.ROOT)),
            Instant.ofEpochMilli(row.getLong("expires_at")), instant(row, "opened_at"), instant(row, "used_at"), instant(row, "revoked_at")));
    }

    static Optional<UUID> uuid(@Nullable String text) {
        return Optional.ofNullable(text).map(UUID::fromString);
    }

    static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        var millis = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }
}
