package huizhan.disc;

import huizhan.disc.Defect.Severity;
import huizhan.disc.DiscVerifier.Against;
import huizhan.disc.DiscVerifier.Sealed;
import huizhan.disc.DiscVerifier.Verdict;
import huizhan.kernel.Sha256;
import huizhan.keys.PublicKeys;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A disc that was checked to the last bit and stays open for reading; of a sealed one, where its key was given, the disc inside (C2, C3). */
public final class OpenDisc implements Closeable {
    private static final int MOST_TAG_BYTES = 64 << 20;
    private final Tree outer;
    private final Tree bag;
    private final List<Defect> defects = new ArrayList<>();
    private Optional<SealedDisc.Inside> inside = Optional.empty();
    private Optional<FerryList> ferry = Optional.empty();
    private final List<Carried> carried = new ArrayList<>();
    private final Verdict verdict;
    private final boolean sealed;
    private final Optional<Tree> content;

    /** @param carries whether it may be a ferry: a ferry in a ferry is none */
    private OpenDisc(Path path, Tree outer, Against against, boolean carries) throws IOException {
        this.outer = outer;
        this.bag = SubTree.bagIn(outer);
        this.sealed = SealedDisc.in(bag).isPresent();
        this.verdict = checked(path, against, carries);
        this.content = sealed ? inside.map(each -> SubTree.bagIn(each.tree())) : Optional.of(bag);
    }

    /** @throws Tree.Unreadable if the input is no disc at all */
    public static OpenDisc open(Path path, Against against) throws IOException {
        return open(path, path, against);
    }

    /** @param called what defects name it by, where the file has another name than the disc */
    public static OpenDisc open(Path path, Path called, Against against) throws IOException {
        var tree = Tree.open(path);
        try {
            return new OpenDisc(called, tree, against, true);
        } catch (IOException | RuntimeException e) {
            tree.close();
            throw e;
        }
    }

    /**
     * A nomination's image on a ferry's disc, as a disc of its own.
     *
     * @param nomination what the ferry's list says of it
     */
    public record Carried(FerryList.Nomination nomination, OpenDisc disc) {}

    /** The list of a ferry's disc; empty for any other. */
    public Optional<FerryList> ferry() {
        return ferry;
    }

    /** What lies on a ferry's disc; closed with it. What is wrong with one of them is among the defects of the whole. */
    public List<Carried> carried() {
        return carried;
    }

    /** @param known every card of which somebody has heard; none of them is asked for */
    public SignatureFound signature(List<PublicKeys> known) throws IOException {
        var file = read(Optional.of(bag), BagSignature.FILE);
        var manifest = read(Optional.of(bag), BagTags.TAG_MANIFEST);
        return file.isEmpty() || manifest.isEmpty() ? SignatureFound.NONE : BagSignature.found(file.get(), manifest.get(), known);
    }

    public Verdict verdict() {
        return verdict;
    }

    /** Whether its payload is in an envelope, whatever else is right or wrong with it. */
    public boolean sealed() {
        return sealed;
    }

    /** What can be read: the bag, or the one inside the envelope; empty for a sealed disc that was not opened. */
    public Optional<Tree> content() {
        return content;
    }

    /** The digest of each file of the payload as the disc's own manifest tells it, by the path below {@code data/}. */
    public Map<String, Sha256> digests() throws IOException {
        var digests = new LinkedHashMap<String, Sha256>();
        for (var manifest : read(BagTags.MANIFEST).stream().map(bytes -> Manifest.read(BagTags.MANIFEST, bytes, Declaration.ours(), Profile.HUIZHAN)).toList()) {
            manifest.digests().forEach((path, hex) -> digests.put(path.substring("data/".length()), new Sha256(hex)));
        }
        return digests;
    }

    /** By which the same disc is known again: the digest of the list that vouches for every other byte. */
    public Optional<Sha256> identity() throws IOException {
        return read(BagTags.TAG_MANIFEST).map(Sha256::of);
    }

    /** What an element of {@code bag-info.txt} says; empty where it isn't there. */
    public Optional<String> told(String label) {
        return content().flatMap(bag -> BagInfo.value(bag, label));
    }

    private Optional<byte[]> read(String name) throws IOException {
        return read(content, name);
    }

    private static Optional<byte[]> read(Optional<Tree> tree, String name) throws IOException {
        var file = tree.flatMap(each -> each.files().stream().filter(one -> one.path().equals(name) && one.size() <= MOST_TAG_BYTES).findFirst());
        if (file.isEmpty()) return Optional.empty();
        try (var in = Channels.newInputStream(tree.orElseThrow().open(file.get()))) {
            var bytes = new ByteArrayOutputStream();
            in.transferTo(bytes);
            return Optional.of(bytes.toByteArray());
        }
    }

    private Verdict checked(Path path, Against against, boolean carries) throws IOException {
        var sealed = SealedDisc.in(bag);
        var profile = against.profile().orElseGet(() -> ours(sealed, against) ? Profile.HUIZHAN : Profile.BAGIT);
        defects.addAll(outer.defects());
        defects.addAll(BagCheck.defects(bag, profile, against.signers()));
        if (sealed.isPresent() && (profile == Profile.HUIZHAN || against.key().isPresent())) {
            defects.addAll(sealed.get().defects());
            if (against.key().isPresent()) look(sealed.get(), path, against);
        }
        var images = FerryDisc.in(bag);
        if (images.isPresent() && !carries) defects.add(DefectKind.FERRY_LIST.at(FerryList.FILE));
        if (images.isPresent() && carries && profile == Profile.HUIZHAN) carry(images.get(), against);
        defects.sort(Comparator.comparing(defect -> defect.severity() == Severity.ERROR ? 0 : 1));
        return new Verdict(path, profile, List.copyOf(defects), sealed.flatMap(SealedDisc::group).or(() -> BagInfo.group(bag)),
                sealed.flatMap(SealedDisc::head).map(head -> new Sealed(head.department(), head.items(), head.envelopes().get(0).addressee(), inside.isPresent())));
    }

    private boolean ours(Optional<SealedDisc> sealed, Against against) {
        return sealed.isPresent() || against.key().isPresent() || !against.signers().isEmpty() || bag.files().stream().anyMatch(file -> file.path().equals("data/nomination.json") || file.path().equals(FerryList.FILE));
    }

    /** Opens the images of a ferry, each a disc of its own. */
    private void carry(FerryDisc images, Against against) throws IOException {
        ferry = images.list();
        for (var lying : images.images()) {
            var disc = new OpenDisc(Path.of(lying.image().file()), lying.tree(), against, false);
            carried.add(new Carried(ferry.orElseThrow().of(lying.image()).orElseThrow(), disc));
            disc.verdict().defects().forEach(defect -> defects.add(defect.in(lying.image().path() + ": ")));
            boolean other = !disc.identity().equals(Optional.of(lying.image().identity()));
            if (other) defects.add(DefectKind.FERRY_IMAGE.at(lying.image().path(), new huizhan.kernel.Text("不是清单写明的那一个", "it isn't the one that the list means")));
        }
        defects.addAll(images.defects());
    }

    /** Opens the envelope where it opens; what is wrong inside goes to the defects. */
    private void look(SealedDisc sealed, Path path, Against against) throws IOException {
        var opened = sealed.open(String.valueOf(path.getFileName()), against.key().orElseThrow());
        defects.addAll(opened.defects());
        inside = opened.inside();
        if (inside.isPresent()) {
            var disc = inside.get();
            var found = new ArrayList<>(disc.tree().defects());
            found.addAll(BagCheck.defects(disc.tree(), Profile.HUIZHAN, against.signers()));
            found.forEach(defect -> defects.add(defect.in(SealedDisc.INSIDE)));
            defects.addAll(disc.broken());
        }
    }

    @Override public void close() throws IOException {
        try (outer) {
            for (var each : carried) each.disc().close();
            if (inside.isPresent()) inside.get().close();
        }
    }
}
