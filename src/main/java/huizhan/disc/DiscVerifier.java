package huizhan.disc;

import huizhan.disc.Defect.Severity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Holds an image or a folder against its profile and names everything that is wrong (A12, B9, RFC 8493, ECMA-119). */
public final class DiscVerifier {

    /** @param defects errors first, each kind in the order of the disc */
    public record Verdict(Path path, Profile profile, List<Defect> defects) {

        public boolean valid() {
            return defects.stream().noneMatch(Defect::stops);
        }
    }

    private DiscVerifier() {}

    /** All defects of an image or folder under a profile; input that is no disc at all is a {@link Tree.Unreadable}. */
    public static List<Defect> verify(Path path, Profile profile) throws IOException {
        return verify(path, Optional.of(profile)).defects();
    }

    /** Without a profile: ours where the payload has a {@code nomination.json}, else plain BagIt. */
    public static Verdict verify(Path path, Optional<Profile> profile) throws IOException {
        try (var tree = Tree.open(path)) {
            return verify(path, tree, profile);
        }
    }

    private static Verdict verify(Path path, Tree tree, Optional<Profile> asked) {
        var bag = SubTree.bagIn(tree);
        var profile = asked.orElseGet(() -> bag.files().stream().anyMatch(file -> file.path().equals("data/nomination.json")) ? Profile.HUIZHAN : Profile.BAGIT);
        var defects = new ArrayList<>(tree.defects());
        defects.addAll(BagCheck.defects(bag, profile));
        defects.sort(Comparator.comparing(defect -> defect.severity() == Severity.ERROR ? 0 : 1));
        return new Verdict(path, profile, List.copyOf(defects));
    }
}
