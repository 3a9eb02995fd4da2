package huizhan.likeness;

import java.util.List;
import java.util.UUID;

/**
 * Two achievements that are alike, or one that shows the same picture twice.
 *
 * @param one      the achievement whose id, as text, comes first; with the sign-off in which it stands
 * @param strength how sure it is, in thousandths; only for the order
 */
record Pair(Place one, Place other, int strength, List<Part> parts) {

    record Place(UUID achievement, UUID revision) {}

    Pair {
        if (one.achievement().toString().compareTo(other.achievement().toString()) > 0) {
            throw new IllegalArgumentException("the smaller id comes first");
        }
        parts = List.copyOf(parts);
    }
}
