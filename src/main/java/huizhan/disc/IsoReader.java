package huizhan.disc;

import huizhan.disc.ImageFile.Extent;
import huizhan.kernel.Text;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads one directory tree of an image (ECMA-119 9). Nothing in it is trusted: places are checked against the image, a directory is read
 * once, and depth, number and the bytes of all directories together have limits.
 */
final class IsoReader {
    private static final int MOST_DIRECTORY_BYTES = 64 << 20;
    /** Of the paths of all files together: some 160 each. */
    private static final int MOST_LETTERS = 16 << 20;
    /** So much of a directory is in memory at a time; whole sectors. */
    private static final int WINDOW = 64 * IsoLayout.SECTOR;
    /** 4 GiB each: more than any disc takes. */
    private static final int MOST_EXTENTS = 256;
    private static final int RECORD_FRAME = 33;
    private static final int DIRECTORY = 0x02;
    private static final int ASSOCIATED = 0x04;
    private static final int CONTINUES = 0x80;

    private final ImageFile file;
    private final Volume volume;
    private final Findings findings;
    private final List<IsoNode> directories = new ArrayList<>();
    private final List<IsoNode> files = new ArrayList<>();
    private final Set<Long> visited = new HashSet<>();
    private long bytesRead;
    private int nodes;
    private long letters;
    private SystemUse systemUse = SystemUse.NONE;

    private IsoReader(ImageFile file, Volume volume, Findings findings) {
        this.file = file;
        this.volume = volume;
        this.findings = findings;
    }

    /** What stands in one tree; the root is the first directory. */
    record Contents(Volume volume, List<IsoNode> directories, List<IsoNode> files, boolean whole) {}

    static Contents read(ImageFile file, Volume volume, Findings findings) throws IOException {
        var reader = new IsoReader(file, volume, findings);
        boolean whole = reader.walk();
        return new Contents(volume, reader.directories, reader.files, whole);
    }

    private boolean walk() throws IOException {
        var root = new IsoNode("", new byte[] {0}, true, volume.offset() + 156, null);
        root.extents.add(volume.root());
        var waiting = new ArrayDeque<>(List.of(root));
        while (!waiting.isEmpty()) {
            var node = waiting.poll();
            if (!mayRead(node)) {
                continue;
            }
            directories.add(node);
            records(node);
            node.children.stream().filter(child -> child.directory).forEach(waiting::add);
            if (!goesOn() || bytesRead > MOST_DIRECTORY_BYTES) {
                findings.add(DefectKind.LIMIT.at(place(node.record), Tree.MOST_ENTRIES + " files, " + MOST_LETTERS + " letters of their paths, " + MOST_DIRECTORY_BYTES + " bytes of directories"));
                // what is over the limit is refused as a whole; to hold its parts against each other would take long and tell nothing more
                files.clear();
                directories.clear();
                directories.add(root);
                return false;
            }
        }
        return true;
    }

    private boolean goesOn() {
        return nodes <= Tree.MOST_ENTRIES && letters <= MOST_LETTERS && !findings.full();
    }

    private boolean mayRead(IsoNode node) {
        var extent = node.extent();
        if (!file.holds(extent)) {
            findings.add(DefectKind.IMAGE_EXTENT.at(node.path + " (" + place(node.record) + ")", extent.sector(), extent.bytes()));
            return false;
        }
        if (!visited.add(extent.sector())) {
            findings.add(DefectKind.IMAGE_LOOP.at(node.path + " (" + place(node.record) + ")"));
            return false;
        }
        if (node.depth > Tree.DEEPEST || extent.bytes() > MOST_DIRECTORY_BYTES) {
            findings.add(DefectKind.LIMIT.at(node.path, Tree.DEEPEST + " levels, " + MOST_DIRECTORY_BYTES + " bytes"));
            return false;
        }
        bytesRead += extent.bytes();
        return true;
    }

    private void records(IsoNode directory) throws IOException {
        var extent = directory.extent();
        var sectors = new Sectors(directory);
        for (long at = 0; at < extent.bytes() && goesOn(); at += WINDOW) {
            sectors.read(extent.start() + at, (int) Math.min(WINDOW, extent.bytes() - at));
        }
        if (sectors.index < 2) {
            findings.add(DefectKind.IMAGE_RECORD.at(named(directory, extent.start()), new Text("没有自身与上级的记录", "the records of itself and its parent are missing")));
        }
    }

    /** The records of one directory, some sectors at a time: no record crosses a sector, but a file's parts may follow each other across one. */
    private final class Sectors {
        private final IsoNode directory;
        private int index;
        private @Nullable IsoNode open;

        Sectors(IsoNode directory) {
            this.directory = directory;
        }

        void read(long start, int count) throws IOException {
            var bytes = file.read(start, count);
            for (int at = 0; at < bytes.limit() && goesOn();) {
                int sectorEnd = Math.min(bytes.limit(), (at / IsoLayout.SECTOR + 1) * IsoLayout.SECTOR);
                int length = length(directory, bytes, at, sectorEnd, start);
                if (length == 0) {
                    at = sectorEnd;
                    continue;
                }
                var record = bytes.slice(at, length);
                open = index < 2 ? self(directory, record, start + at, index) : entry(directory, record, start + at, open);
                index++;
                at += length;
            }
        }
    }

    /** The length of the record at a place, 0 if none begins there; after a damaged one reading goes on with the next sector. */
    private int length(IsoNode directory, ByteBuffer bytes, int at, int sectorEnd, long start) {
        int length = Byte.toUnsignedInt(bytes.get(at));
        boolean sound = length > RECORD_FRAME && at + length <= sectorEnd && RECORD_FRAME + Byte.toUnsignedInt(bytes.get(at + 32)) <= length;
        if (length != 0 && !sound) {
            findings.add(DefectKind.IMAGE_RECORD.at(named(directory, start + at), new Text("长度不对", "its length is wrong")));
        }
        return sound ? length : 0;
    }

    /** The first two records name the directory itself and its parent; some writers give a wrong parent in Joliet, and readers don't look. */
    private @Nullable IsoNode self(IsoNode directory, ByteBuffer record, long offset, int index) throws IOException {
        var numbers = new Numbers(record, offset, findings);
        var expected = index == 0 ? directory : directory.parent;
        var extent = new Extent(numbers.both32(2, "extent"), numbers.both32(10, "length"));
        numbers.both16(28, "volume sequence number");
        boolean astray = !extent.equals(expected.extent()) && (index == 0 || volume.ours());
        if (numbers.u8(32) != 1 || numbers.u8(33) != index || astray || (numbers.u8(25) & DIRECTORY) == 0) {
            findings.add(DefectKind.IMAGE_RECORD.at(named(directory, offset),
                new Text(index == 0 ? "不指向自身" : "不指向上级", index == 0 ? "it doesn't point to itself" : "it doesn't point to its parent")));
        }
        if (index == 0 && directory.depth == 0 && volume.naming() == Naming.ISO) {
            systemUse = SystemUse.announced(record);
        }
        return null;
    }

    private @Nullable IsoNode entry(IsoNode directory, ByteBuffer record, long offset, @Nullable IsoNode open) throws IOException {
        var numbers = new Numbers(record, offset, findings);
        var extent = new Extent(numbers.both32(2, "extent") + numbers.u8(1), numbers.both32(10, "length"));
        numbers.both16(28, "volume sequence number");
        int flags = numbers.u8(25);
        var identifier = numbers.raw(RECORD_FRAME, numbers.u8(32));
        var objection = objection(numbers, flags);
        var use = systemUse.of(record, RECORD_FRAME + identifier.length + (identifier.length + 1) % 2, file);
        var name = use.name().orElseGet(() -> name(identifier, (flags & DIRECTORY) != 0));
        if (objection != null || use.special() || unsafe(name)) {
            refuse(directory, name, offset, objection, use.special());
            return null;
        }
        if (outside(directory, open, extent, flags, offset)) {
            return null;
        }
        boolean more = (flags & CONTINUES) != 0 && (flags & DIRECTORY) == 0;
        if (open == null || !Arrays.equals(open.identifier, identifier)) {
            open = child(directory, name, identifier, flags, offset);
        }
        open.extents.add(extent);
        if (open.extents.size() > MOST_EXTENTS) {
            findings.add(DefectKind.LIMIT.at(open.path, MOST_EXTENTS + " extents"));
            files.remove(files.size() - 1);
            return null;
        }
        return more ? open : null;
    }

    /** A file that doesn't lie inside the image is left out of the tree; if an earlier part of it is in, that goes too. */
    private boolean outside(IsoNode directory, @Nullable IsoNode open, Extent extent, int flags, long offset) {
        if ((flags & DIRECTORY) != 0 || extent.bytes() == 0 || file.holds(extent)) {
            return false;
        }
        findings.add(DefectKind.IMAGE_EXTENT.at(named(directory, offset), extent.sector(), extent.bytes()));
        if (open != null) {
            files.remove(files.size() - 1);
        }
        return true;
    }

    private static @Nullable Text objection(Numbers numbers, int flags) {
        if (numbers.u8(26) != 0 || numbers.u8(27) != 0) {
            return new Text("交错存放的文件", "the file is interleaved");
        }
        return (flags & ASSOCIATED) != 0 ? new Text("关联文件", "an associated file") : null;
    }

    private void refuse(IsoNode directory, String name, long offset, @Nullable Text objection, boolean special) {
        var place = named(directory, offset);
        if (objection != null) {
            findings.add(DefectKind.IMAGE_RECORD.at(place, objection));
        } else if (special) {
            findings.add(DefectKind.FOLDER_SPECIAL.at(directory.path + "/" + name, "Rock Ridge"));
        } else {
            findings.add(DefectKind.NAME_UNSAFE.at(place, name));
        }
    }

    private IsoNode child(IsoNode directory, String name, byte[] identifier, int flags, long offset) {
        var path = directory.path.isEmpty() ? name : directory.path + "/" + name;
        var node = new IsoNode(path, identifier, (flags & DIRECTORY) != 0, offset, directory);
        directory.children.add(node);
        nodes++;
        letters += path.length();
        if (!node.directory) {
            files.add(node);
        }
        return node;
    }

    /** The name without version number, and without the dot that stands for a missing extension. */
    private String name(byte[] identifier, boolean directory) {
        var name = new String(identifier, volume.naming() == Naming.ISO ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_16BE);
        if (directory) {
            return name;
        }
        var plain = name.replaceFirst(";[0-9]{1,5}$", "");
        return volume.naming() == Naming.ISO && plain.endsWith(".") ? plain.substring(0, plain.length() - 1) : plain;
    }

    /** What no file of a disc may be called, because it would leave the folder into which it is copied. */
    static boolean unsafe(String name) {
        return name.isEmpty() || name.equals(".") || name.equals("..") || name.length() > 255
            || name.chars().anyMatch(c -> c < ' ' || c == '/' || c == '\\' || c == 0x7F || c == 0xFFFD);
    }

    private static String named(IsoNode directory, long offset) {
        return "/" + directory.path + " (" + place(offset) + ")";
    }

    private static String place(long offset) {
        return Findings.place(offset);
    }
}
