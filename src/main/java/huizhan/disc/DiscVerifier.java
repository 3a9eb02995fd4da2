package huizhan.disc;

import huizhan.disc.Defect.Severity;
import huizhan.keys.PrivateKeys;
import huizhan.keys.PublicKeys;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
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
        try (var tree = Tree.open(path)) {
            return verify(path, tree, against);
        }
    }

    /** What is wrong with the sets that these discs make up. */
    public static List<Defect> sets(List<Verdict> verdicts) {
        return DiscSet.defects(verdicts);
    }

    private static Verdict verify(Path path, Tree tree, Against against) throws IOException {
        var bag = SubTree.bagIn(tree);
        var sealed = SealedDisc.in(bag);
        var profile = against.profile().orElseGet(() -> sealed.isPresent() || against.key().isPresent() || !against.signers().isEmpty() || bag.files().stream().anyMatch(file -> file.path().equals("data/nomination.json"))
                ? Profile.HUIZHAN : Profile.BAGIT);
        var defects = new ArrayList<>(tree.defects());
        defects.addAll(BagCheck.defects(bag, profile, against.signers()));
        boolean opened = false;
        if (sealed.isPresent() && (profile == Profile.HUIZHAN || against.key().isPresent())) {
            defects.addAll(sealed.get().defects());
            opened = against.key().isPresent() && inside(sealed.get(), path, against, defects);
        }
        defects.sort(Comparator.comparing(defect -> defect.severity() == Severity.ERROR ? 0 : 1));
        var said = sealed.flatMap(SealedDisc::head);
        boolean told = opened;
        return new Verdict(path, profile, List.copyOf(defects), sealed.flatMap(SealedDisc::group).or(() -> BagInfo.group(bag)),
                said.map(head -> new Sealed(head.department(), head.items(), head.envelopes().get(0).addressee(), told)));
    }

    /** Whether the envelope opened; what is wrong inside goes to the defects. */
    private static boolean inside(SealedDisc sealed, Path path, Against against, List<Defect> defects) throws IOException {
        var opened = sealed.open(String.valueOf(path.getFileName()), against.key().orElseThrow());
        defects.addAll(opened.defects());
        if (opened.inside().isEmpty()) {
            return false;
        }
        try (var disc = opened.inside().get()) {
            var found = new ArrayList<>(disc.tree().defects());
            found.addAll(BagCheck.defects(disc.tree(), Profile.HUIZHAN, against.signers()));
            found.forEach(defect -> defects.add(defect.in(SealedDisc.INSIDE)));
            defects.addAll(disc.broken());
            return true;
        }
    }
}
