package huizhan.disc;

import huizhan.kernel.Text;
import huizhan.keys.KeyFault;
import huizhan.keys.PrivateKeys;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/** A bag whose payload is another image in an envelope (C2): what can be told of it without a key, and what is inside with one. */
final class SealedDisc {
    /** Stands before the place of a defect inside the envelope. */
    static final String INSIDE = "sealed: ";
    private static final int MOST_TOLD = 10;
    /** 4 GiB each: more than any disc takes. */
    private static final int MOST_PARTS = 99;

    private final Tree bag;
    private final List<Tree.Entry> files = new ArrayList<>();
    private final List<Defect> defects = new ArrayList<>();
    private byte[] block = {};
    private Optional<SealedHead> head = Optional.empty();

    private SealedDisc(Tree bag) {
        this.bag = bag;
    }

    /** Empty for a disc that isn't sealed. */
    static Optional<SealedDisc> in(Tree bag) {
        if (bag.files().stream().noneMatch(file -> file.path().equals(SealedSink.HEAD))) {
            return Optional.empty();
        }
        var disc = new SealedDisc(bag);
        disc.look();
        return Optional.of(disc);
    }

    /** The head where it can be read. */
    Optional<SealedHead> head() {
        return head;
    }

    /** Which of how many discs it is, by the head, whose every letter is bound to the content. */
    Optional<Plan.Group> group() {
        return head.map(each -> new Plan.Group(each.set().toString(), each.number(), each.count()));
    }

    /** What is wrong with the envelope from outside. */
    List<Defect> defects() {
        return defects;
    }

    private void look() {
        var payload = new HashMap<String, Tree.Entry>();
        bag.files().stream().filter(file -> file.path().startsWith("data/")).forEach(file -> payload.put(file.path(), file));
        files.add(payload.remove(SealedSink.HEAD));
        for (int i = 1; payload.containsKey(SealedSink.part(i)) && i <= MOST_PARTS; i++) {
            files.add(payload.remove(SealedSink.part(i)));
        }
        if (files.size() == 1) {
            defects.add(DefectKind.SEALED_PARTS.at(SealedSink.part(1), new Text("缺少", "missing")));
        }
        payload.keySet().stream().sorted().limit(MOST_TOLD).forEach(path -> defects.add(DefectKind.SEALED_PARTS.at(path, new Text("不该在这里", "it doesn't belong here"))));
        long bytes = files.stream().mapToLong(Tree.Entry::size).sum();
        var full = files.subList(1, Math.max(1, files.size() - 1)).stream().allMatch(file -> file.size() == (long) SealedSink.BLOCKS_A_PART * SealedHead.BLOCK);
        boolean whole = full && files.stream().allMatch(file -> file.size() % SealedHead.BLOCK == 0) && files.get(0).size() == 2L * SealedHead.BLOCK;
        if (!whole || bytes % ((long) SealedSink.PADDED_TO * SealedHead.BLOCK) != 0) {
            defects.add(DefectKind.SEALED_PARTS.at(SealedSink.FOLDER, new Text("长度 " + bytes + " 不是 16 MiB 的整数倍，可能被截断", bytes + " bytes are no multiple of 16 MiB: it may be cut off")));
        }
        readHead();
    }

    private void readHead() {
        var bytes = ByteBuffer.allocate(SealedHead.BLOCK);
        try (var in = bag.open(files.get(0))) {
            while (bytes.hasRemaining() && in.read(bytes) >= 0) {
                // until the block is full
            }
            block = bytes.array();
            head = bytes.hasRemaining() ? Optional.empty() : SealedHead.read(block);
        } catch (IOException e) {
            defects.add(DefectKind.FILE_UNREADABLE.at(SealedSink.HEAD, e.getMessage()));
        }
        if (head.isEmpty()) {
            defects.add(DefectKind.SEALED_HEAD.at(SealedSink.HEAD));
        } else if (!BagInfo.group(bag).equals(group())) {
            defects.add(DefectKind.SEALED_SET.at(BagInfo.FILE, group().orElseThrow().identifier()));
        }
    }

    /** What came of opening: the image inside, or why not. */
    record Opened(Optional<Inside> inside, List<Defect> defects) {}

    /** The image inside, read chunk by chunk. */
    record Inside(ImageTree tree, SealedBytes bytes) implements Closeable {

        /** The chunks that didn't open while the image was read; a hostile disc may have many, and the first few say enough. */
        List<Defect> broken() {
            return bytes.broken().stream().limit(MOST_TOLD).map(number -> DefectKind.SEALED_CHUNK.at(SealedSink.FOLDER, number)).toList();
        }

        @Override public void close() throws IOException {
            tree.close();
        }
    }

    /** The image inside; it reads from the outer tree, which must stay open as long. */
    Opened open(String name, PrivateKeys mine) throws IOException {
        if (head.isEmpty() || !defects.isEmpty()) {
            return new Opened(Optional.empty(), List.of());
        }
        if (!head.get().addressedTo(mine.card())) {
            return new Opened(Optional.empty(), List.of(DefectKind.SEALED_KEY.at(SealedSink.HEAD, head.get().envelopes().get(0).addressee(), mine.card().id())));
        }
        try {
            var bytes = new SealedBytes(bag, files, head.get().secret(mine), block);
            return opened(name, bytes);
        } catch (KeyFault e) {
            return new Opened(Optional.empty(), List.of(DefectKind.SEALED_CLOSED.at(SealedSink.HEAD, e.reason())));
        }
    }

    private static Opened opened(String name, SealedBytes bytes) throws IOException {
        try {
            bytes.whole();
            return new Opened(Optional.of(new Inside(ImageTree.read(name, false, bytes), bytes)), List.of());
        } catch (SealedBytes.Broken e) {
            return closed(bytes, DefectKind.SEALED_CHUNK.at(SealedSink.FOLDER, e.number()));
        } catch (Tree.Unreadable e) {
            return closed(bytes, DefectKind.SEALED_CLOSED.at(SealedSink.FOLDER, e.reason()));
        } catch (IOException e) {
            return closed(bytes, DefectKind.FILE_UNREADABLE.at(SealedSink.FOLDER, e.getMessage()));
        }
    }

    private static Opened closed(SealedBytes bytes, Defect why) throws IOException {
        bytes.close();
        return new Opened(Optional.empty(), List.of(why));
    }
}
