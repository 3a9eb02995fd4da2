package huizhan.organization;

import huizhan.audit.Audit;
import huizhan.audit.Personal;
import huizhan.kernel.Actor;
import huizhan.kernel.Clocks;
import huizhan.kernel.Role;
import huizhan.kernel.StaleData;
import huizhan.organization.Invitations.Link;
import huizhan.organization.Invitations.Person;
import huizhan.organization.access.Sessions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The accounts of people: one each, made by the system administrator without any right, or by an invitation. */
@Service
public class Accounts {
    private final AccountSql sql;
    private final Invitations invitations;
    private final Sessions sessions;
    private final Audit audit;
    private final Clocks clocks;

    Accounts(AccountSql sql, Invitations invitations, Sessions sessions, Audit audit, Clocks clocks) {
        this.sql = sql;
        this.invitations = invitations;
        this.sessions = sessions;
        this.audit = audit;
        this.clocks = clocks;
    }

    static String subject(UUID id) {
        return "account:" + id;
    }

    public Optional<Account> find(UUID id) {
        return sql.find(id);
    }

    /** What a person is called; empty for an unknown account. */
    public Optional<String> nameOf(UUID id) {
        return sql.find(id).map(Account::name);
    }

    /** The people of a department, its units' too, in the order they were invited. */
    public List<Account> of(UUID owner) {
        return sql.of(owner);
    }

    /** Everybody, the newest first. */
    public List<Account> all() {
        return sql.page("%", 0, Integer.MAX_VALUE);
    }

    long count(String typed) {
        return sql.count(like(typed));
    }

    List<Account> page(String typed, long offset, int most) {
        return sql.page(like(typed), offset, most);
    }

    private static String like(String typed) {
        return "%" + typed.strip().replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }

    /** The system administrator makes an account. It can do nothing until the security administrator grants it a role. */
    @Transactional public Link create(Actor by, String name, String email, String telephone, Optional<UUID> department) {
        return invitations.begin(by, invitations.account(new Person(name, email, telephone, department, Optional.empty(), Set.of())), Set.of());
    }

    /** A person changes what is known of him. */
    @Transactional public void describe(Actor by, Account account, String name, String email, String telephone) {
        StaleData.unlessOne("account " + account.id(), sql.rename(account.id(), account.version(), name, email, telephone));
        audit.record(by, "account.described", subject(account.id()),
            Map.of("name", new Personal(name), "email", new Personal(email), "telephone", new Personal(telephone)));
    }

    /**
     * Switches an account off, which ends its sessions and links at once, or on again. Refused for oneself, for the last of the
     * three administrators, and for whoever doesn't look after it.
     */
    @Transactional public boolean switchTo(Actor by, Account account, boolean on) {
        var last = account.roles().stream().filter(Role::isAdministrator).anyMatch(role -> sql.countWith(role) < 2);
        if (!RoleRules.switches(by, account) || account.id().equals(by.account()) || !on && last) {
            audit.refused(by, on ? "account.switch-on-refused" : "account.switch-off-refused", subject(account.id()), Map.of());
            return false;
        }
        StaleData.unlessOne("account " + account.id(), sql.disable(account.id(), account.version(), on ? null : clocks.business().instant()));
        if (!on) {
            sessions.endAll(account.id());
            invitations.end(account.id());
        }
        audit.record(by, on ? "account.switched-on" : "account.switched-off", subject(account.id()), Map.of());
        return true;
    }
}
