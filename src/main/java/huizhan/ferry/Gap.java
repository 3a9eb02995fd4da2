package huizhan.ferry;

import java.util.Optional;
import java.util.UUID;

/**
 * Where what came from a department doesn't fit together.
 *
 * @param rank  on the list; empty where it is on none
 * @param about the achievement
 * @param other the other rank that is claimed, where there is one
 */
public record Gap(Kind kind, Optional<Integer> rank, UUID about, Optional<Integer> other) {

    /** What is missing or contradicts itself. */
    public enum Kind {
        /** There are parts, and no list that ranks them. */
        NO_LIST,
        /** The list says non-public, and no disc with it has come. */
        STUB_WITHOUT_DISC,
        /** A disc came with what is on no list. */
        DISC_WITHOUT_STUB,
        /** Two achievements claim one rank. */
        RANK_TWICE,
        /** The disc says another rank than the newest list, which counts. */
        RANK_OTHER,
        /** Two discs tell different things of one achievement under the same revision; the later one counts. */
        TWO_VERSIONS,
        /** The list has it as public, and a disc brought it as non-public; the list counts. */
        PUBLIC_ON_LIST,
        /** The list has it as non-public, and the disc that brought it says public; it is not listed. */
        PUBLIC_ON_DISC,
        /** Two lists of one revision say different things; the later one counts. */
        TWO_LISTS
    }

    static Gap of(Kind kind, UUID about) {
        return new Gap(kind, Optional.empty(), about, Optional.empty());
    }

    static Gap at(Kind kind, int rank, UUID about) {
        return new Gap(kind, Optional.of(rank), about, Optional.empty());
    }
}
