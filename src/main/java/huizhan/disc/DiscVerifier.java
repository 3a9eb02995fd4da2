package huizhan.disc;

import huizhan.keys.PrivateKeys;
import huizhan.keys.PublicKeys;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Holds an image or a folder against its profile and names everything that is wrong (A12, B9, RFC 8493, ECMA-119). */
public final class DiscVerifier {

    /**
     * @param defects errors first, each kind in the order of the disc
     * @param group   which of how many discs it is; empty for a single one
     * @param sealed  what a sealed disc says of itself
     */
    public record Verdict(Path path, Profile profile, List<Defect> defects, Optional<Plan.Group> group, Optional<Sealed> sealed) {

        public boolean valid() {
            return defects.stream().noneMatch(Defect::stops);
        }
    }

    /**
     * @param addressee id of the key that opens it
     * @param opened    whether the inside was checked too
     */
    public record Sealed(String department, int items, String addressee, boolean opened) {}

    /**
     * What a disc is held against.
     *
     * @param profile empty: ours where it is one of ours, else plain BagIt
     * @param key     opens sealed discs; empty: they are checked from outside
     * @param signers cards of those whose signature counts; empty: a signature is named but not checked
     */
    public record Against(Optional<Profile> profile, Optional<PrivateKeys> key, List<PublicKeys> signers) {
        public static Against profile(Profile profile) {
            return new Against(Optional.of(profile), Optional.empty(), List.of());
        }

        public static Against content() {
            return new Against(Optional.empty(), Optional.empty(), List.of());
        }
    }

    private DiscVerifier() {}

    /** All defects of an image or folder under a profile; input that is no disc at all is a {@link Tree.Unreadable}. */
    public static List<Defect> verify(Path path, Profile profile) throws IOException {
        return verify(path, Against.profile(profile)).defects();
    }

    public static Verdict verify(Path path, Against against) throws IOException {
        try (var disc = OpenDisc.open(path, against)) {
            return disc.verdict();
        }
    }

    /** What is wrong with the sets that these discs make up. */
    public static List<Defect> sets(List<Verdict> verdicts) {
        return DiscSet.defects(verdicts);
    }
}
