package huizhan.nomination;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What other papers of a department have to know of its list: as it was signed off, or as it stands while no sign-off holds.
 *
 * @param lines how many are on it
 * @param stubs how many of those are non-public
 * @param head  the head of annex 1, by field id
 * @param at    when it was signed off
 */
public record Outline(int lines, int stubs, Map<String, String> head, Optional<Instant> at) {}
