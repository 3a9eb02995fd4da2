package huizhan.ferry;

import java.util.UUID;

/**
 * What came on discs, as it stands to what is at a department's desk.
 *
 * @param id        an achievement's, or the list's
 * @param list      whether it is the list: its order, its head, its film
 * @param name      as the disc tells it; empty for the list
 * @param nonPublic by the disc
 */
public record Coming(UUID id, boolean list, String name, boolean nonPublic, How how, Digests digests) {

    /** Of what came, and of what stands here; the second empty where nothing does. */
    public record Digests(String came, String present) {}

    /** What becomes of it. */
    public enum How {
        /** Nothing of it is here. */
        NEW,
        /** It came before, or says what stands here. */
        SAME,
        /** Nobody has changed here what came before; it takes its place, unless somebody says no. */
        NEWER,
        /** What stands here was changed at the desk: only if somebody says so. */
        CHANGED,
        /** It is non-public here, and the disc says public: only if somebody says so (A4). */
        OPENED
    }

    /** Whether there is anything to decide. */
    public boolean asks() {
        return how != How.NEW && how != How.SAME;
    }

    /** By which a person says yes to exactly what was shown: what is changed here or comes afterwards has another. */
    public String mark() {
        return id + ":" + digests.present() + ":" + digests.came() + ":" + how.name().toLowerCase(java.util.Locale.ROOT);
    }
}
