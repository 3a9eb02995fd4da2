package huizhan.achievement;

import java.util.Optional;
import java.util.UUID;

/**
 * Where one achievement is, and nothing of what it says: for counting steps over all departments (B10, C7).
 *
 * @param unit     absent where the department itself is the exhibiting unit
 * @param handed   with the department, as a candidate
 * @param returned sent back for correction and awaited
 */
public record Whereabouts(UUID id, UUID department, Optional<UUID> unit, boolean handed, boolean returned) {}
