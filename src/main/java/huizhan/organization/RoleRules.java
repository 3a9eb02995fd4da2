package huizhan.organization;

import huizhan.kernel.Actor;
import huizhan.kernel.Role;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Who may hold which roles, and who may hand out which (standards §1.4, B16). */
final class RoleRules {
    private static final Set<Role> NEEDS_TRAIL_APART = EnumSet.of(Role.SYSADMIN, Role.SECADMIN);

    private RoleRules() {}

    /** Why one person can't hold these roles together; the key of a text. */
    static Optional<String> conflict(Account account, Set<Role> roles) {
        var administrates = roles.stream().anyMatch(Role::isAdministrator);
        if (roles.contains(Role.AUDITADMIN) && roles.stream().anyMatch(NEEDS_TRAIL_APART::contains)) return text("audit-apart");
        if (administrates && roles.stream().anyMatch(role -> !role.isAdministrator())) return text("no-business");
        if (administrates && account.department().isPresent()) return text("no-business");
        if (roles.stream().anyMatch(Role::isOfDepartment) && account.department().isEmpty()) return text("needs-department");
        if (roles.stream().anyMatch(Role::isOfDepartment) && account.unit().isPresent()) return text("unit-only");
        if (roles.contains(Role.UNIT) && account.unit().isEmpty()) return text("needs-unit");
        if (roles.contains(Role.MIDDLE) && account.middle().isEmpty()) return text("needs-middle");
        if (account.middle().isPresent() && !Set.of(Role.MIDDLE).containsAll(roles)) return text("middle-only");
        if (roles.contains(Role.ORGANIZER) && account.department().isPresent()) return text("organizer-apart");
        return Optional.empty();
    }

    private static Optional<String> text(String key) {
        return Optional.of("organization.roles." + key);
    }

    /** The roles that a person hands out with an invitation. */
    static Set<Role> givenBy(Actor by) {
        var given = EnumSet.noneOf(Role.class);
        if (by.is(Role.ORGANIZER)) given.addAll(EnumSet.of(Role.DRAFTER, Role.APPROVER));
        if (by.is(Role.APPROVER)) given.addAll(EnumSet.of(Role.DRAFTER, Role.APPROVER, Role.UNIT, Role.MIDDLE));
        if (by.is(Role.DRAFTER)) given.addAll(EnumSet.of(Role.DRAFTER, Role.UNIT, Role.MIDDLE));
        if (by.is(Role.MIDDLE)) given.add(Role.UNIT);
        return given;
    }

    /**
     * Whether a person may make links for an account: its inviter's kind may, for roles it could have given. Whoever holds the link
     * chooses the password, so a drafter never gets one for an approver, and the system administrator none for a department's
     * people, and for another administrator only a new password, behind which the second factor still stands. A middle body's person may for
     * the people of its own units who haven't come in yet, where the department lets it: a new password would let it read what a unit hasn't let go. The program itself may, at its own console.
     */
    static boolean looksAfter(Actor by, Account account) {
        if (by.account().equals(Actor.PROGRAM)) return true;
        if (by.is(Role.SYSADMIN)) return systemLooksAfter(account);
        if (by.middle().isPresent()) return ofItsUnits(by, account) && account.username().isEmpty();
        var own = account.department().isPresent() && (by.is(Role.ORGANIZER) || account.department().equals(by.department()));
        return own && !account.roles().isEmpty() && givenBy(by).containsAll(account.roles());
    }

    private static boolean ofItsUnits(Actor by, Account account) {
        return by.middle().isPresent() && account.through().equals(by.middle()) && account.roles().equals(Set.of(Role.UNIT));
    }

    private static boolean systemLooksAfter(Account account) {
        if (account.roles().isEmpty()) return true;
        if (account.department().isPresent()) return false;
        return account.username().isPresent() || account.roles().stream().noneMatch(Role::isAdministrator);
    }

    /** Whether a person may switch an account off and on. */
    static boolean switches(Actor by, Account account) {
        return by.is(Role.SYSADMIN) || ofItsUnits(by, account) || looksAfter(by, account);
    }
}
