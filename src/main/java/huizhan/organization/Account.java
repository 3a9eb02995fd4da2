package huizhan.organization;

import huizhan.kernel.Actor;
import huizhan.kernel.Role;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * One person's account; nobody shares one.
 *
 * @param middle   the body between department and units that the person works for
 * @param through  the open body that this person's unit reports through, where the department lets it look after its units' people
 * @param username the name it signs in by; empty before its invitation is accepted
 * @param factor whether it has a second factor
 * @param invitation the newest link made for it
 */
public record Account(UUID id, String name, String email, String telephone, Optional<UUID> department, Optional<UUID> unit,
        Optional<UUID> middle, Optional<UUID> through, Instant createdAt, Optional<Instant> disabledAt, Optional<String> username, boolean factor, Set<Role> roles, Optional<Invitation> invitation, int version) {

    public Account {
        roles = Set.copyOf(roles);
    }

    /** The person as the one who acts. */
    public Actor actor() {
        return new Actor(id, name, roles, department, unit, middle);
    }

    /** Without name and address: they are personal data. */
    @Override public String toString() {
        return "Account[" + id + " " + roles + "]";
    }
}
