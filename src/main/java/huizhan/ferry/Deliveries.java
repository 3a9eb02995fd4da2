package huizhan.ferry;

import huizhan.call.Call;
import huizhan.disc.Defect;
import huizhan.disc.DiscVerifier;
import huizhan.disc.DiscVerifier.Against;
import huizhan.disc.OpenDisc;
import huizhan.disc.Tree;
import huizhan.kernel.Plain;
import huizhan.kernel.Text;
import huizhan.media.Examiner;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** Discs that are to be taken in: opened, checked to the last bit, sorted into sets. They stay open until they are taken in. */
public final class Deliveries implements Closeable {
    private final Call call;
    private final Examiner examiner;
    private final List<Named> discs = new ArrayList<>();
    private final List<Delivery> all = new ArrayList<>();
    private final List<Objection> objections = new ArrayList<>();

    private Deliveries(Call call, Examiner examiner) {
        this.call = call;
        this.examiner = examiner;
    }

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
    public static Deliveries open(List<Input> inputs, Against against, Call call, Examiner examiner) throws IOException {
        var deliveries = new Deliveries(call, examiner);
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

    /** The sets that are right; empty of those with which something is wrong. */
    public List<Delivery> all() {
        return List.copyOf(all);
    }

    public List<Objection> objections() {
        return List.copyOf(objections);
    }

    private void open(Input input, Against against) throws IOException {
        OpenDisc disc;
        try {
            disc = OpenDisc.open(input.path(), Path.of(input.name()), against);
        } catch (Tree.Unreadable e) {
            objections.add(new Objection("import.unreadable", input.name(), e.reason()));
            return;
        }
        discs.add(new Named(disc, input.name()));
        var verdict = disc.verdict();
        verdict.defects().stream().filter(Defect::stops).forEach(defect -> objections.add(Objection.of(input.name(), defect)));
        if (disc.content().isEmpty() && verdict.valid()) {
            objections.add(new Objection("import.key", input.name(), new Text("这是封装光盘，需要收件单位的私钥文件才能打开。",
                "This is a sealed disc; it opens with the addressee's key file alone.")));
        } else if (disc.content().isPresent() && !named(disc)) {
            objections.add(new Objection("import.hand-made", input.name(), new Text("盘上没有 data/nomination.json，是手工制作的光盘，请按手工光盘接收。",
                "There is no data/nomination.json on it: it was made by hand, and is received as such.")));
        }
    }

    private static boolean named(OpenDisc disc) {
        return disc.content().orElseThrow().files().stream().anyMatch(file -> file.path().equals(DeliveryReader.JSON));
    }

    /** A disc as it lies open, and what people call it. */
    record Named(OpenDisc disc, String name) {
        int number() {
            return disc.verdict().group().map(group -> group.number()).orElse(1);
        }
    }

    private void sort() throws IOException {
        DiscVerifier.sets(discs.stream().map(each -> each.disc().verdict()).toList()).forEach(defect -> objections.add(Objection.of(defect)));
        if (!objections.isEmpty()) return;
        var sets = new LinkedHashMap<String, List<Named>>();
        for (var disc : discs) {
            var set = disc.disc().verdict().group().map(group -> group.identifier()).orElseGet(() -> "single " + sets.size());
            sets.computeIfAbsent(set, any -> new ArrayList<>()).add(disc);
        }
        for (var set : sets.values()) {
            DeliveryReader.read(set, call, examiner, objections).filter(this::another).ifPresent(all::add);
        }
        if (!objections.isEmpty()) all.clear();
    }

    /**
     * Whether anything of them isn't exactly public, whatever else is wrong with them: a sealed disc, an achievement with content that
     * doesn't say public, a film that doesn't.
     */
    boolean more() throws IOException {
        for (var each : discs) {
            if (each.disc().sealed()) return true;
            if (DeliveryReader.told(each.disc(), call).filter(told -> !Openly.all(told)).isPresent()) return true;
        }
        return false;
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
