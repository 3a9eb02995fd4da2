package huizhan.material;

/**
 * The organizer's reasoned leave to pass one rule for one item (B24): the error becomes a warning.
 *
 * @param item the achievement's id, its folder, or a file's path; empty for the whole nomination
 */
public record GrantedException(String rule, String item, String reason) {}
