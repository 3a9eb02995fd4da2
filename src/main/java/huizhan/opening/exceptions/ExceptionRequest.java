package huizhan.opening.exceptions;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A request for an exception.
 *
 * @param unit   absent where the department itself asks
 * @param at     by the business clock
 * @param answer absent while it waits
 */
public record ExceptionRequest(UUID id, UUID department, Optional<UUID> unit, Asked what, String reason, Instant at, UUID by, Optional<Answer> answer) {

    /** @param word the organizer's */
    public record Answer(boolean granted, String word, Instant at) {}

    public boolean waits() {
        return answer.isEmpty();
    }
}
