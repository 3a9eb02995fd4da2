package huizhan.opening.exceptions;

import huizhan.material.GrantedException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An exception that was granted.
 *
 * @param achievement absent where it is about the nomination, or about a file wherever it lies
 * @param asked       what it answers; absent where it was granted unasked
 * @param revocation  when and why it was revoked; such a one is kept, and lifts nothing
 */
public record Grant(UUID id, UUID department, Optional<UUID> achievement, GrantedException exception, Instant at, Optional<Asked> asked,
                    Optional<Revocation> revocation) {

    public record Revocation(String reason, Instant at) {}

    /** Whether it may be of any weight for an achievement. */
    public boolean concerns(UUID other) {
        return achievement.map(other::equals).orElse(true);
    }
}
