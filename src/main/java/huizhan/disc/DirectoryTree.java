package huizhan.disc;

import huizhan.kernel.Text;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One of the two trees of an image of ours: its directories with their places, its records and its path tables (ECMA-119 6.8, 9). */
final class DirectoryTree {
    private static final int RECORD_FRAME = 33;
    private static final byte[] SELF = {0};
    private static final byte[] PARENT = {1};

    /** A file or directory; directories get their number at once and their sector when the place of the first one is known. */
    private static final class Node {
        final String path;
        final Node parent;
        final boolean directory;
        final Map<String, Node> byName = new TreeMap<>();
        List<Node> sorted = List.of();
        byte[] identifier = SELF;
        int number;
        long sector;
        long bytes;

        Node(String path, Node parent, boolean directory) {
            this.path = path;
            this.parent = parent == null ? this : parent;
            this.directory = directory;
        }
    }

    private final Naming naming;
    private final Node root = new Node("", null, true);
    private final List<Node> inTableOrder = new ArrayList<>();

    /** @param sectors where each file's bytes begin */
    DirectoryTree(Naming naming, List<IsoLayout.Slot> files, Map<String, Long> sectors) {
        this.naming = naming;
        for (var file : files) {
            add(file, sectors.get(file.path()));
        }
        number();
    }

    private void add(IsoLayout.Slot file, long sector) {
        var at = root;
        int slash;
        for (int from = 0; (slash = file.path().indexOf('/', from)) >= 0; from = slash + 1) {
            var parent = at;
            var path = file.path().substring(0, slash);
            at = at.byName.computeIfAbsent(file.path().substring(from, slash), name -> new Node(path, parent, true));
        }
        var leaf = new Node(file.path(), at, false);
        leaf.sector = sector;
        leaf.bytes = file.size();
        at.byName.put(file.path().substring(file.path().lastIndexOf('/') + 1), leaf);
    }

    /** Path table order: by level, then by the parent's number, then by identifier (ECMA-119 6.9.1). */
    private void number() {
        inTableOrder.add(root);
        for (int i = 0; i < inTableOrder.size(); i++) {
            var node = inTableOrder.get(i);
            node.number = i + 1;
            node.sorted = named(node);
            node.sorted.stream().filter(child -> child.directory).forEach(inTableOrder::add);
        }
    }

    private List<Node> named(Node node) {
        var taken = Naming.nothingTaken();
        var children = new ArrayList<>(node.byName.values());
        node.byName.forEach((name, child) -> child.identifier = naming.identifier(name, child.directory, taken));
        children.sort((a, b) -> compare(a.identifier, b.identifier));
        int end = 2 * recordLength(SELF);
        for (var child : children) {
            end = startOf(end, recordLength(child.identifier)) + recordLength(child.identifier);
        }
        node.bytes = IsoLayout.sectors(end) * IsoLayout.SECTOR;
        return children;
    }

    /** ECMA-119 9.3 for our alphabet: the version number doesn't count, and the dot comes before every letter. */
    private static int compare(byte[] a, byte[] b) {
        return Arrays.compareUnsigned(a, 0, unversioned(a), b, 0, unversioned(b));
    }

    private static int unversioned(byte[] identifier) {
        int end = identifier.length;
        return end > 2 && identifier[end - 2] == ';' && identifier[end - 1] == '1' ? end - 2 : end;
    }

    private static int recordLength(byte[] identifier) {
        return (RECORD_FRAME + identifier.length + 1) / 2 * 2;
    }

    /** A record never crosses a sector (ECMA-119 6.8.1.1). */
    private static int startOf(int at, int length) {
        int left = IsoLayout.SECTOR - at % IsoLayout.SECTOR;
        return length <= left ? at : at + left;
    }

    /** Gives the directories their sectors from {@code first} on, in the order of the path table; answers the sector after the last. */
    long place(long first) {
        long sector = first;
        for (var node : inTableOrder) {
            node.sector = sector;
            sector += node.bytes / IsoLayout.SECTOR;
        }
        return sector;
    }

    int tableBytes() {
        return inTableOrder.stream().mapToInt(node -> 8 + (node.identifier.length + 1) / 2 * 2).sum();
    }

    int directories() {
        return inTableOrder.size();
    }

    /** The root's record as it stands in the volume descriptor (ECMA-119 8.4.18). */
    void rootRecord(FrameBytes out, Instant at) {
        record(out, SELF, root, at);
    }

    FrameBytes table(long sector, boolean little) {
        var out = new FrameBytes(sector, (int) IsoLayout.sectors(tableBytes()));
        for (var node : inTableOrder) {
            out.u8(node.identifier.length).u8(0).u32(node.sector, little).u16(node.parent.number, little).raw(node.identifier);
            out.zeros(node.identifier.length % 2).named(say("路径表（%s）中的 /%s", "The path table (%s) entry of /%s", node.path));
        }
        out.zerosTo(out.array().length);
        return out.named(say("路径表（%s）之后的填充%s", "Padding after the path table (%s)%s", ""));
    }

    List<FrameBytes> records(Instant at) {
        return inTableOrder.stream().map(node -> records(node, at)).toList();
    }

    private FrameBytes records(Node node, Instant at) {
        var out = new FrameBytes(node.sector, (int) (node.bytes / IsoLayout.SECTOR));
        record(out, SELF, node, at);
        record(out, PARENT, node.parent, at);
        out.named(say("目录（%s）/%s 的头", "The head of directory (%s) /%s", node.path));
        for (var child : node.sorted) {
            out.zerosTo(startOf(out.position(), recordLength(child.identifier)));
            record(out, child.identifier, child, at);
            out.named(say("目录记录（%s）%s ", "The directory record (%s) of %s", child.path));
        }
        out.zerosTo(out.array().length);
        return out.named(say("目录（%s）/%s 的填充", "Padding of directory (%s) /%s", node.path));
    }

    private Text say(String zh, String en, String path) {
        return new Text(zh.formatted(naming.label(), path), en.formatted(naming.label(), path));
    }

    /** ECMA-119 9.1. */
    private static void record(FrameBytes out, byte[] identifier, Node node, Instant at) {
        int end = out.position() + recordLength(identifier);
        out.u8(recordLength(identifier)).u8(0).both32(node.sector).both32(node.bytes).shortTime(at);
        out.u8(node.directory ? 2 : 0).u8(0).u8(0).both16(1).u8(identifier.length).raw(identifier).zerosTo(end);
    }
}
