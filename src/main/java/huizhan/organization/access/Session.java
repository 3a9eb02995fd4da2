package huizhan.organization.access;

import huizhan.kernel.Actor;
import java.time.Instant;
import java.util.UUID;

/**
 * One browser's stay.
 *
 * @param token the cookie's value, never stored
 * @param factor whether the second factor was given
 * @param enrolled whether the person has one
 * @param complete whether the stay is a sign-in: a person who needs a second factor is nobody before it is given
 */
record Session(UUID id, String token, Actor actor, Instant createdAt, Instant seenAt, boolean factor, boolean enrolled, boolean complete) {
    /** The request attribute. */
    static final String NAME = Session.class.getName();

    @Override public String toString() {
        return "Session[" + id + "]";
    }
}
