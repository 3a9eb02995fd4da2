package huizhan.organization.cards;

import huizhan.kernel.Actor;
import huizhan.kernel.Role;
import java.util.UUID;

/**
 * Whose card it is.
 *
 * @param name a department's id, or {@code organizer}
 */
record Owner(String name) {
    static final Owner ORGANIZER = new Owner("organizer");

    static Owner department(UUID id) {
        return new Owner(id.toString());
    }

    /** For whom a person looks after a card. */
    static Owner of(Actor me) {
        return me.is(Role.ORGANIZER) ? ORGANIZER : department(me.owner());
    }

    /** What the trail calls it. */
    String subject() {
        return equals(ORGANIZER) ? "organizer:card" : "department:" + name;
    }
}
