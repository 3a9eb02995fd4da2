package huizhan.organization;

import huizhan.audit.Audit;
import huizhan.kernel.Actor;
import huizhan.kernel.Clocks;
import huizhan.kernel.Role;
import huizhan.organization.access.Credentials;
import huizhan.organization.access.Sessions;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The security administrator's work: roles, and taking away a lost second factor. There is no super-user. */
@Service
public class Grants {
    private final AccountSql sql;
    private final Credentials credentials;
    private final Sessions sessions;
    private final Audit audit;
    private final Clocks clocks;

    Grants(AccountSql sql, Credentials credentials, Sessions sessions, Audit audit, Clocks clocks) {
        this.sql = sql;
        this.credentials = credentials;
        this.sessions = sessions;
        this.audit = audit;
        this.clocks = clocks;
    }

    /**
     * Gives an account exactly these roles; they act at its next request. The answer is the key of the text that says why not, or
     * empty when it is done.
     */
    @Transactional public Optional<String> set(Actor by, UUID account, Set<Role> wanted) {
        var found = sql.find(account);
        if (found.isEmpty()) return Optional.of("organization.roles.unknown");
        var refusal = refusal(by, found.get(), wanted);
        if (refusal.isPresent()) {
            audit.refused(by, "account.grant-refused", Accounts.subject(account), Map.of("roles", Invitations.sorted(wanted)));
            return refusal;
        }
        var before = found.get().roles();
        for (var role : Role.values()) {
            if (wanted.contains(role) && !before.contains(role)) sql.grant(account, role, by.account(), clocks.business().instant());
            if (!wanted.contains(role) && before.contains(role)) sql.revoke(account, role);
        }
        audit.record(by, "account.granted", Accounts.subject(account),
            Map.of("before", Invitations.sorted(before), "after", Invitations.sorted(wanted)));
        return Optional.empty();
    }

    private Optional<String> refusal(Actor by, Account account, Set<Role> wanted) {
        if (account.id().equals(by.account())) return Optional.of("organization.roles.not-oneself");
        var lost = EnumSet.noneOf(Role.class);
        lost.addAll(account.roles());
        lost.removeAll(wanted);
        if (lost.stream().anyMatch(role -> role.isAdministrator() && sql.countWith(role) < 2)) return Optional.of("organization.roles.last");
        return RoleRules.conflict(account, wanted);
    }

    /** Takes away a lost second factor; its owner sets up a new one at the next sign-in. Refused for oneself. */
    @Transactional public boolean dropFactor(Actor by, UUID account) {
        if (account.equals(by.account()) || sql.find(account).isEmpty()) {
            audit.refused(by, "factor.removal-refused", Accounts.subject(account), Map.of());
            return false;
        }
        credentials.dropFactor(account);
        sessions.endAll(account);
        audit.record(by, "factor.removed", Accounts.subject(account), Map.of());
        return true;
    }
}
