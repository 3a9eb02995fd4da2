package huizhan.kernel;

import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The signed-in person on whose behalf something is done; first argument of every use case. Page handlers get it by
 * declaring a parameter of this type.
 *
 * @param account the account's id, never reused
 * @param name the person's display name as it stands in the trail
 * @param roles all roles granted, possibly none
 * @param department the recommending department that the person works for, absent for the organizer and administrators
 * @param unit the exhibiting unit, only for people of a unit
 * @param middle the body between the department and some of its units, only for people of one
 */
public record Actor(UUID account, String name, Set<Role> roles, Optional<UUID> department, Optional<UUID> unit, Optional<UUID> middle) {

    /** The account id under which the program itself acts (jobs, first start). */
    public static final UUID PROGRAM = new UUID(0, 0);

    /** The program itself, for jobs and the first start; holds no role. */
    public static Actor program() {
        return new Actor(PROGRAM, "huizhan", Set.of(), Optional.empty(), Optional.empty());
    }

    /** Someone who isn't signed in, for refused attempts in the trail; holds no role. */
    public static Actor nobody() {
        return new Actor(new UUID(0, 1), "", Set.of(), Optional.empty(), Optional.empty());
    }

    public Actor {
        roles = Set.copyOf(roles);
    }

    /** Someone who is of no middle body. */
    public Actor(UUID account, String name, Set<Role> roles, Optional<UUID> department, Optional<UUID> unit) {
        this(account, name, roles, department, unit, Optional.empty());
    }

    /** Whether the person works for the department itself: neither for one of its units nor for a body between. */
    public boolean ofDepartment() {
        return department.isPresent() && unit.isEmpty() && middle.isEmpty();
    }

    /** Whether the person holds the role. */
    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** Whether the person holds at least one of the roles. */
    public boolean isAny(Role... wanted) {
        for (var role : wanted) {
            if (roles.contains(role)) return true;
        }
        return false;
    }

    /**
     * The department, owner of every query.
     *
     * @throws NoSuchElementException for a person without one; the permission table keeps such people away
     */
    public UUID owner() {
        return department.orElseThrow(() -> new NoSuchElementException("account " + account + " has no department"));
    }

    /** Without the name: it is personal data. */
    @Override
    public String toString() {
        return "Actor[" + account + " " + roles + "]";
    }
}
