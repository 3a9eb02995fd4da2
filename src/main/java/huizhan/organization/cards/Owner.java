package huizhan.organization.cards;

import huizhan.kernel.Actor;
import huizhan.kernel.Role;
import java.util.UUID;

/**
 * Whose card it is.
 *
 * @param name a department's id, {@code organizer}, or {@code open-server}
 */
record Owner(String name) {
    static final Owner ORGANIZER = new Owner("organizer");
    /** On the restricted server: of the open one, which signs ferries; the organizer looks after it. */
    static final Owner OPEN_SERVER = new Owner("open-server");

    static Owner department(UUID id) {
        return new Owner(id.toString());
    }

    /** For whom a person looks after a card. */
    static Owner of(Actor me) {
        return me.is(Role.ORGANIZER) ? ORGANIZER : department(me.owner());
    }

    /** What the trail calls it. */
    String subject() {
        if (equals(OPEN_SERVER)) return "open-server:card";
        return equals(ORGANIZER) ? "organizer:card" : "department:" + name;
    }
}
