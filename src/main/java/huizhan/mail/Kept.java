package huizhan.mail;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A letter as it lies in the outbox.
 *
 * @param name      of the recipient, as of the day it was put
 * @param messageId the same at each attempt, so that a mailbox can tell a second copy
 */
record Kept(UUID id, Letter.Kind kind, Optional<UUID> account, String name, String address, String subject, String body, String reference,
            Optional<UUID> department, String messageId, Instant at, UUID by) {

    public boolean hasLink() {
        return body.contains(Letter.LINK);
    }

    /** The text with a link in its place. */
    String body(String link) {
        return body.replace(Letter.LINK, link);
    }

    /** Without its words, which may name people. */
    @Override public String toString() {
        return "Kept[" + id + " " + kind + "]";
    }
}
