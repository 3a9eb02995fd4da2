package huizhan.disc;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A bag whose payload is the images of many nominations (C1): its plan, and reading it without trust. */
public final class FerryDisc {
    /** What the ferry's own disc needs beside the images: frame, list, pages, label. */
    private static final long FRAME = 2_000_000;
    private final Tree bag;
    private final Optional<FerryList> list;
    private final List<Defect> defects = new ArrayList<>();

    private FerryDisc(Tree bag, Optional<FerryList> list) {
        this.bag = bag;
        this.list = list;
    }

    /** What a ferry's disc has for images. */
    public static long room(Capacity disc) {
        return disc.bytes() - FRAME;
    }

    /** How large one nomination's image may be: it must fit on a disc, and is one file there. */
    public static Capacity image(Capacity disc) {
        return new Capacity(disc.name(), Math.max(Capacity.LEAST, Math.min(room(disc), IsoLayout.LARGEST_FILE)));
    }

    /**
     * The plan of one disc of a ferry.
     *
     * @param images the source of each image by its name
     * @param papers the label
     */
    public static Plan plan(FerryList list, Map<String, Plan.Source> images, Plan.Later papers, List<Plan.Info> info) {
        var payload = new ArrayList<Plan.Item>();
        payload.add(Plan.Item.ofBytes(FerryList.FILE, list.bytes()));
        list.here().forEach(each -> payload.add(new Plan.Item(each.path(), each.bytes(), java.util.Objects.requireNonNull(images.get(each.file())))));
        var told = new ArrayList<>(info);
        told.add(new Plan.Info("Huizhan-Ferry", "%s %d".formatted(list.ferry(), list.number())));
        told.add(new Plan.Info("Huizhan-Ferry-Disc", "%d of %d".formatted(list.disc(), list.discs())));
        return new Plan(label(list), list.ferry() + "-" + list.disc(), Optional.empty(), payload, papers, before -> FerryPage.files(list), told);
    }

    /** The volume's name. */
    public static String label(FerryList list) {
        return "HZF_%s_%02d".formatted(list.ferry().toString().substring(0, 8).toUpperCase(Locale.ROOT), list.disc());
    }

    /** Empty for a disc that is none. */
    static Optional<FerryDisc> in(Tree bag) throws IOException {
        var file = bag.files().stream().filter(each -> each.path().equals(FerryList.FILE)).findFirst();
        return file.isPresent() ? Optional.of(new FerryDisc(bag, FerryList.read(bytes(bag, file.get())))) : Optional.empty();
    }

    private static byte[] bytes(Tree bag, Tree.Entry file) throws IOException {
        try (var in = java.nio.channels.Channels.newInputStream(bag.open(file))) {
            return in.readNBytes((4 << 20) + 1);
        } catch (IOException e) {
            return new byte[0];
        }
    }

    Optional<FerryList> list() {
        return list;
    }

    /** What is wrong with the list and with what it names; complete once the images were opened. */
    List<Defect> defects() {
        return defects;
    }

    /** One that lies there, and what the list says of it. */
    record Lying(FerryList.Image image, ImageTree tree) {}

    /** The images on this disc that can be read; they read from its tree, which must stay open as long. */
    List<Lying> images() throws IOException {
        if (list.isEmpty()) {
            defects.add(DefectKind.FERRY_LIST.at(FerryList.FILE));
            return List.of();
        }
        var lying = new ArrayList<Lying>();
        for (var image : list.get().here()) {
            var entry = bag.files().stream().filter(each -> each.path().equals(image.path()) && each.size() == image.bytes()).findFirst();
            if (entry.isEmpty()) {
                defects.add(DefectKind.FERRY_IMAGE.at(image.path(), new huizhan.kernel.Text("缺少，或长度不符", "it is missing or has another length")));
                continue;
            }
            try {
                lying.add(new Lying(image, ImageTree.read(image.file(), bag.slowToSeek(), new Inner(bag, entry.get(), bag.open(entry.get())))));
            } catch (Tree.Unreadable e) {
                defects.add(DefectKind.FERRY_IMAGE.at(image.path(), e.reason()));
            }
        }
        return lying;
    }

    /** An image's bytes where they lie in another. */
    private record Inner(Tree bag, Tree.Entry entry, SeekableByteChannel channel) implements ImageBytes {
        @Override public long size() {
            return entry.size();
        }

        @Override public int read(ByteBuffer target, long offset) throws IOException {
            if (offset >= entry.size()) return -1;
            return channel.position(offset).read(target);
        }

        @Override public ImageBytes again() throws IOException {
            return new Inner(bag, entry, bag.open(entry));
        }

        @Override public void close() throws IOException {
            channel.close();
        }
    }
}
