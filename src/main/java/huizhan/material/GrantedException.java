package huizhan.material;

/**
 * The organizer's reasoned leave to pass one rule for one item (B24): the error becomes a warning.
 *
 * @param item the achievement's id, its folder, a file's path, a file's SHA-256, or {@code ACHIEVEMENT/SHA-256}; empty for the whole
 *             nomination. Ids and digests hold whatever the ranking is
 */
public record GrantedException(String rule, String item, String reason) {}
