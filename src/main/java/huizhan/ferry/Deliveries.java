package huizhan.ferry;

import huizhan.call.Call;
import huizhan.disc.Defect;
import huizhan.disc.DiscVerifier;
import huizhan.disc.DiscVerifier.Against;
import huizhan.disc.FerryList;
import huizhan.disc.OpenDisc;
import huizhan.disc.SignatureFound;
import huizhan.disc.SignatureFound.State;
import huizhan.disc.Tree;
import huizhan.kernel.Plain;
import huizhan.kernel.Sha256;
import huizhan.kernel.Text;
import huizhan.keys.PublicKeys;
import huizhan.media.Examiner;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Discs that are to be taken in: opened, checked to the last bit, sorted into sets. They stay open until they are taken in. */
public final class Deliveries implements Closeable {
    private final Call call;
    private final Examiner examiner;
    private final List<Named> discs = new ArrayList<>();
    private final List<Delivery> all = new ArrayList<>();
    private final List<Objection> objections = new ArrayList<>();
    private final List<Objection> left = new ArrayList<>();
    private final List<Seen> seen = new ArrayList<>();
    private final Known known;
    private final Set<OpenDisc> wrong = new HashSet<>();
    private boolean unopened;

    private Deliveries(Call call, Examiner examiner, Known known) {
        this.call = call;
        this.examiner = examiner;
        this.known = known;
    }

    /**
     * Cards against which signatures are held.
     *
     * @param all   every card of which somebody has heard
     * @param ferry with which ferries must be signed; empty where it isn't known
     */
    public record Known(List<PublicKeys> all, Optional<PublicKeys> ferry) {
        public static final Known NOBODY = new Known(List.of(), Optional.empty());
    }

    /** A disc that was opened, what its signature is worth, and the list of a ferry. */
    public record Seen(String name, SignatureFound signature, Optional<FerryList> ferry) {}

    /**
     * A disc to look at.
     *
     * @param name as people call it
     */
    public record Input(Path path, String name) {
        public static Input of(Path path) {
            var name = path.toAbsolutePath().normalize().getFileName();
            return new Input(path, Plain.line(name == null ? path.toString() : name.toString()));
        }
    }

    /** Opens images, folders or drives; whatever is wrong with them is among {@link #objections()}. */
    public static Deliveries open(List<Input> inputs, Against against, Known known, Call call, Examiner examiner) throws IOException {
        var deliveries = new Deliveries(call, examiner, known);
        try {
            for (var input : inputs) {
                deliveries.open(input, against);
            }
            deliveries.sort();
            return deliveries;
        } catch (IOException | RuntimeException e) {
            deliveries.close();
            throw e;
        }
    }

    /** The sets that are right, whatever is wrong with others. */
    public List<Delivery> all() {
        return List.copyOf(all);
    }

    public List<Objection> objections() {
        return List.copyOf(objections);
    }

    /** What keeps out a department of a ferry, while the others come in. */
    List<Objection> left() {
        return List.copyOf(left);
    }

    /** Every disc that could be opened. */
    List<Seen> seen() {
        return List.copyOf(seen);
    }

    private void open(Input input, Against against) throws IOException {
        OpenDisc disc;
        try {
            disc = OpenDisc.open(input.path(), Path.of(input.name()), against);
        } catch (Tree.Unreadable e) {
            unopened = true;
            objections.add(new Objection("import.unreadable", input.name(), e.reason()));
            return;
        }
        int before = objections.size();
        discs.add(new Named(disc, input.name(), Optional.empty()));
        signed(disc, input.name(), !against.signers().isEmpty());
        var verdict = disc.verdict();
        verdict.defects().stream().filter(Defect::stops).forEach(defect -> objections.add(Objection.of(input.name(), defect)));
        if (disc.content().isEmpty() && verdict.valid()) {
            objections.add(new Objection("import.key", input.name(), new Text("这是封装光盘，需要收件单位的私钥文件才能打开。",
                "This is a sealed disc; it opens with the addressee's key file alone.")));
        } else if (disc.content().isPresent() && disc.ferry().isEmpty() && !named(disc)) {
            objections.add(new Objection("import.hand-made", input.name(), new Text("盘上没有 data/nomination.json，是手工制作的光盘，请按手工光盘接收。",
                "There is no data/nomination.json on it: it was made by hand, and is received as such.")));
        }
        if (objections.size() > before) wrong.add(disc);
    }

    /** @param asked whether somebody has named the signers for this time: then they were held against already */
    private void signed(OpenDisc disc, String name, boolean asked) throws IOException {
        var found = disc.signature(known.all());
        seen.add(new Seen(name, found, disc.ferry()));
        if (found.state() == State.WRONG) {
            objections.add(new Objection("import.signature", name, new Text("签名与盘上的内容不符" + of(found, "（", "）") + "。请不要导入，与制作单位核对。",
                "The signature doesn't fit what is on the disc" + of(found, " (", ")") + ". Don't take it in; ask its maker.")));
        } else if (disc.ferry().isPresent() && !asked && known.ferry().filter(card -> found.state() != State.RIGHT || !card.id().equals(found.key())).isPresent()) {
            objections.add(new Objection("import.signature", name, new Text("摆渡盘没有公开网服务器的签名，不能导入。服务器换过密钥的，请先核对指纹，换上新的公钥卡。",
                "The ferry isn't signed by the open server, and can't be taken in. If that server has a new key, compare its fingerprint and put its new card first.")));
        }
    }

    private static String of(SignatureFound found, String before, String after) {
        return found.holder().isEmpty() ? "" : before + Plain.line(found.holder()) + after;
    }

    private static boolean named(OpenDisc disc) {
        return disc.content().orElseThrow().files().stream().anyMatch(file -> file.path().equals(DeliveryReader.JSON));
    }

    /** A disc as it lies open, what people call it, and of one in a ferry what the list says. */
    record Named(OpenDisc disc, String name, Optional<FerryList.Nomination> nomination) {
        int number() {
            return disc.verdict().group().map(group -> group.number()).orElse(1);
        }
    }

    /** Every set is read that is right by itself, so that all that is wrong is told at once. */
    private void sort() throws IOException {
        var direct = discs.stream().filter(each -> each.disc().ferry().isEmpty()).toList();
        var sets = new LinkedHashMap<String, List<Named>>();
        for (var disc : direct) {
            var set = disc.disc().verdict().group().map(group -> group.identifier()).orElseGet(() -> "single " + sets.size());
            sets.computeIfAbsent(set, any -> new ArrayList<>()).add(disc);
        }
        DiscVerifier.sets(direct.stream().map(each -> each.disc().verdict()).toList()).forEach(defect -> objections.add(Objection.of(defect)));
        for (var set : sets.values()) {
            boolean right = set.stream().map(Named::disc).noneMatch(wrong::contains) && DiscVerifier.sets(set.stream().map(each -> each.disc().verdict()).toList()).isEmpty();
            if (right) DeliveryReader.read(set, call, examiner, objections).filter(this::another).ifPresent(all::add);
        }
        if (objections.isEmpty()) {
            for (var set : ferried().values()) ferried(set);
        }
    }

    /** The images in all ferries by receipt; one that lies there twice is one. */
    private Map<String, List<Named>> ferried() throws IOException {
        var sets = new LinkedHashMap<String, List<Named>>();
        var identities = new LinkedHashSet<Sha256>();
        for (var ferry : discs) {
            for (var each : ferry.disc().carried()) {
                if (!identities.add(each.disc().identity().orElseThrow())) continue;
                var told = each.nomination();
                sets.computeIfAbsent(told.department() + " " + told.receipt(), any -> new ArrayList<>())
                    .add(new Named(each.disc(), String.valueOf(each.disc().verdict().path()), Optional.of(told)));
            }
        }
        return sets;
    }

    /** One nomination of a ferry: what is wrong with it keeps its department out and no other. */
    private void ferried(List<Named> set) throws IOException {
        var wrong = new ArrayList<Objection>();
        var told = set.get(0).nomination().orElseThrow();
        DiscVerifier.sets(set.stream().map(each -> each.disc().verdict()).toList()).forEach(defect -> wrong.add(Objection.of(defect)));
        if (wrong.isEmpty()) DeliveryReader.read(set, call, examiner, wrong).filter(this::another).ifPresent(all::add);
        wrong.forEach(each -> left.add(each.of(told)));
    }

    /** What discs say of themselves as far as they can be read, whatever else is wrong with them. */
    enum Told {
        /** All of it says that it is public. */
        PUBLIC,
        /** There is more: a sealed disc, an achievement with content that doesn't say public, a film that doesn't. */
        MORE,
        /** Of one of them nobody can tell. */
        NOTHING
    }

    Told told() throws IOException {
        var said = new ArrayList<Optional<Boolean>>();
        for (var each : discs) {
            said.add(each.disc().ferry().isPresent() ? ferry(each.disc()) : openly(each.disc()));
            if (each.disc().ferry().isPresent()) {
                for (var carried : each.disc().carried()) said.add(openly(carried.disc()));
            }
        }
        if (said.stream().anyMatch(each -> each.filter(open -> !open).isPresent())) return Told.MORE;
        return unopened || said.stream().anyMatch(Optional::isEmpty) ? Told.NOTHING : Told.PUBLIC;
    }

    /** Whether all of it says that it is public; empty where nobody can tell. */
    private Optional<Boolean> openly(OpenDisc disc) throws IOException {
        return disc.sealed() ? Optional.of(false) : DeliveryReader.told(disc, call).map(Openly::all);
    }

    /** Of a ferry itself: nobody can tell where an image of its list is missing or can't be opened. */
    private static Optional<Boolean> ferry(OpenDisc disc) throws IOException {
        var list = disc.ferry().orElseThrow();
        long here = list.nominations().stream().flatMap(each -> each.images().stream()).filter(image -> image.disc() == list.disc()).count();
        return disc.sealed() ? Optional.of(false) : disc.carried().size() < here ? Optional.empty() : Optional.of(true);
    }

    /** One that lies here twice, as an image and on a drive perhaps, is one. */
    private boolean another(Delivery delivery) {
        return all.stream().noneMatch(each -> each.volumes().get(0).identity().equals(delivery.volumes().get(0).identity()));
    }

    @Override public void close() throws IOException {
        for (var disc : discs) {
            disc.disc().close();
        }
    }
}
