package huizhan.opening.outage;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A time in which nobody could work, by the business clock.
 *
 * @param reason  empty where the program noted it by itself
 * @param closing when and why no time is to be granted for it; absent while that is open, or time was granted
 */
record Outage(UUID id, Instant began, Instant ended, String reason, Instant noted, Optional<Closing> closing) {

    public record Closing(String reason, Instant at) {}

    public boolean byItself() {
        return reason.isEmpty();
    }

    public Duration length() {
        return Duration.between(began, ended);
    }

    public long minutes() {
        return Math.max(1, length().toMinutes());
    }
}
