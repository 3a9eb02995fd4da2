package huizhan.organization;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An exhibiting unit (参展单位) of a department.
 *
 * @param middle the body it reports through (city bureau, parent body); empty for none
 * @param closedAt since when it no longer fills in
 */
public record Unit(UUID id, UUID department, String name, Optional<UUID> middle, Optional<Instant> closedAt, int version) {

    public boolean isOpen() {
        return closedAt.isEmpty();
    }
}
