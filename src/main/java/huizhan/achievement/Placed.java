package huizhan.achievement;

import java.util.Optional;
import java.util.UUID;

/**
 * A file at its place.
 *
 * @param kind   of an attachment, else empty
 * @param object of a photo
 * @param file   the stored file
 */
record Placed(UUID id, UUID achievement, Slot slot, String kind, Optional<UUID> object, UUID file, long position) {

    /** The field that its caption is written in. */
    String captionField() {
        return "file." + id + ".caption";
    }
}
