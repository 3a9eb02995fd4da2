package huizhan.organization;

import java.text.Normalizer;
import java.time.Instant;
import java.util.Locale;
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

    /** By which a department's bodies are told apart. */
    String key() {
        return key(name);
    }

    /** Without case, width and spaces, which nobody hears. */
    static String key(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("[\\s\\p{Z}]+", "").toLowerCase(Locale.ROOT);
    }
}
