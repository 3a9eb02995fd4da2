package huizhan.media;

import huizhan.kernel.Actor;
import huizhan.kernel.Text;
import java.util.Optional;
import java.util.UUID;

/**
 * Where a file belongs: the seam by which this module knows no feature. Each module that takes files declares one bean.
 *
 * <p>A <em>slot</em> is a text that the page chose and that only its target understands, such as
 * {@code achievement:<uuid>:picture}. It comes from the browser and is believed in nothing: the target looks the record up in
 * the name of the actor.
 */
public interface UploadTarget {

    /** Whether the slot is one of this target's and there for this person. Where no target says yes, the answer is 404. */
    boolean knows(Actor me, String slot);

    /**
     * Asked before the first byte, for a slot that this target knows.
     *
     * @param filename the name as the person sees it, already made safe; never a path
     * @param size     bytes that will come
     * @return why not, and what to do; empty where the file may come
     */
    Optional<Text> refusal(Actor me, String slot, String filename, long size);

    /**
     * The file is stored, examined from its header, and this call stands in the transaction that records it.
     *
     * @return why it could not take its place after all (the deadline passed, the slot is full) and what to do; empty where it did.
     *         A file without a place is kept for seven days.
     */
    Optional<Text> arrived(Actor me, String slot, StoredFile file);

    /** Whether a place that this person may see holds the file. The only permission to read a byte of it. */
    boolean mayRead(Actor me, UUID file);

    /**
     * Whether what comes to this slot is a container that nobody reads before each file in it was looked at by itself: a disc's image,
     * larger than a virus check takes, and closed to it where it is sealed.
     */
    default boolean lookedIntoLater(String slot) {
        return false;
    }

    /** The largest file that this slot takes, in bytes; what is to go on a disc must fit into one there. */
    default long largest(String slot) {
        return Uploads.LARGEST;
    }

    /** This target's own words about a file in its slot, shown under the facts; empty where the facts say enough. */
    default Optional<UploadVerdict> verdict(Actor me, String slot, StoredFile file) {
        return Optional.empty();
    }
}
