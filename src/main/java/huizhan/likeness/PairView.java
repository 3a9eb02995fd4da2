package huizhan.likeness;

import huizhan.likeness.LikenessSql.Key;
import huizhan.web.Difference;
import java.util.List;
import java.util.UUID;

/**
 * A pair as the organizer sees it.
 *
 * @param level sure, likely or possible: the end of the key of its word
 * @param parts in what they are alike, in words
 */
record PairView(Key key, Side one, Side other, String level, List<String> parts) {

    /** Whether it is one achievement that shows a picture twice. */
    public boolean alone() {
        return key.one().equals(key.other());
    }

    public String path() {
        return LikenessPages.HOME + "/" + key.one() + "/" + key.other();
    }

    /** How loudly it is said. */
    public String tone() {
        return level.equals("possible") ? "open" : "warn";
    }

    /** @param receipt the sign-off's number, for a person */
    record Side(String department, int rank, String name, String unit, String receipt, UUID revision) {}

    /** One field of both, held against each other. */
    record Line(String label, Difference difference) {}

    /** One picture or film of both. */
    record Sight(String word, Shot one, Shot other) {}

    /** @param thumb whether there is a copy to look at */
    record Shot(UUID file, String name, String caption, boolean thumb) {}

    /** A step with the name of who took it. */
    record Said(boolean dismissed, String reason, String at, String by) {}
}
