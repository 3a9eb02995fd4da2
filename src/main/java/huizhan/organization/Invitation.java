package huizhan.organization;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A link that works once. Only the digest of its token is kept. */
public record Invitation(UUID id, UUID account, Purpose purpose, Instant expiresAt, Optional<Instant> openedAt, Optional<Instant> usedAt,
        Optional<Instant> revokedAt) {

    /** Joining: choose user name and password. Password: choose a new password. */
    public enum Purpose { JOIN, PASSWORD }

    /** How far it has come. */
    public enum State { SENT, OPENED, USED, EXPIRED, REVOKED }

    /** Its state at an instant of the system clock. */
    public State state(Instant now) {
        if (usedAt.isPresent()) return State.USED;
        if (revokedAt.isPresent()) return State.REVOKED;
        if (!now.isBefore(expiresAt)) return State.EXPIRED;
        return openedAt.isPresent() ? State.OPENED : State.SENT;
    }

    /** Whether it still lets someone in. */
    boolean works(Instant now) {
        var state = state(now);
        return state == State.SENT || state == State.OPENED;
    }
}
