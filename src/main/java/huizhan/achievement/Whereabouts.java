package huizhan.achievement;

import java.util.Optional;
import java.util.UUID;

/**
 * Where one achievement is, and nothing of what it says: for counting steps over all departments (B10, C7).
 *
 * @param unit absent where the department itself is the exhibiting unit
 */
public record Whereabouts(UUID id, UUID department, Optional<UUID> unit, Place place) {

    /** With its unit; sent back to it for correction and awaited; at the body between; with the department, as a candidate. */
    public enum Place { UNIT, RETURNED, MIDDLE, DEPARTMENT }

    /** With the department, as a candidate. */
    public boolean handed() {
        return place == Place.DEPARTMENT;
    }

    /** At the body between, which has not passed it on yet. */
    public boolean waits() {
        return place == Place.MIDDLE;
    }
}
