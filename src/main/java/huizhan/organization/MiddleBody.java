package huizhan.organization;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A level between a department and some of its units (归口单位): a city bureau, a parent body (B7).
 *
 * @param invites  whether its people may add units of their own and invite their people
 * @param closedAt since when nothing goes through it any more
 */
public record MiddleBody(UUID id, UUID department, String name, boolean invites, Optional<Instant> closedAt, int version) {

    public boolean isOpen() {
        return closedAt.isEmpty();
    }
}
