package huizhan.disc;

import huizhan.disc.ImageFile.Extent;
import huizhan.disc.IsoReader.Contents;
import huizhan.kernel.Text;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** One path table against the directories of its tree (ECMA-119 9.4): the same directories, places and parents, no more and no fewer. */
final class PathTableCheck {
    private static final int MOST_BYTES = 16 << 20;
    private static final int ENTRY_FRAME = 8;

    private final String name;
    private final boolean little;
    private final Extent extent;
    private final Findings findings;
    private final Set<String> expected = new HashSet<>();
    private final List<Long> sectors = new ArrayList<>();

    private PathTableCheck(Contents tree, Extent extent, boolean little, Findings findings) {
        this.name = tree.volume().naming().label() + (little ? " L" : " M");
        this.little = little;
        this.extent = extent;
        this.findings = findings;
        tree.directories().forEach(node -> expected.add(key(node.extent().sector(), node.parent.extent().sector(), node.identifier)));
    }

    /** All path tables that a descriptor names; the second copy of each is optional. */
    static void check(ImageFile file, Contents tree, Findings findings) throws IOException {
        var volume = tree.volume();
        for (boolean little : new boolean[] {true, false}) {
            var places = little ? volume.littleTables() : volume.bigTables();
            for (int copy = 0; copy < places.size(); copy++) {
                var extent = new Extent(places.get(copy), volume.tableBytes());
                if (copy > 0 && extent.sector() == 0) {
                    continue;
                }
                if (file.holds(extent) && extent.bytes() <= MOST_BYTES) {
                    new PathTableCheck(tree, extent, little, findings).read(file);
                } else {
                    findings.add(DefectKind.IMAGE_EXTENT.at("path table", extent.sector(), extent.bytes()));
                }
            }
        }
    }

    private void read(ImageFile file) throws IOException {
        var numbers = new Numbers(file.read(extent.start(), (int) extent.bytes()), extent.start(), findings);
        int length = 1;
        for (int at = 0; at + ENTRY_FRAME < extent.bytes() && length > 0; at += ENTRY_FRAME + length + length % 2) {
            length = numbers.u8(at);
            if (!sound(numbers, at, length)) {
                complain(at, new Text(name + " 第 " + sectors.size() + " 条", name + ", entry " + sectors.size()));
            }
        }
        if (!expected.isEmpty()) {
            complain(0, new Text(name + " 少 " + expected.size() + " 个目录", name + " lacks " + expected.size() + " directories"));
        }
    }

    private boolean sound(Numbers numbers, int at, int length) {
        long sector = little ? numbers.little32(at + 2) : numbers.big32(at + 2);
        int parent = little ? numbers.u8(at + 6) | numbers.u8(at + 7) << 8 : numbers.u8(at + 6) << 8 | numbers.u8(at + 7);
        sectors.add(sector);
        return length > 0 && at + ENTRY_FRAME + length <= extent.bytes() && parent > 0 && parent <= sectors.size()
            && expected.remove(key(sector, sectors.get(parent - 1), numbers.raw(at + ENTRY_FRAME, length)));
    }

    private void complain(long at, Text what) {
        findings.add(DefectKind.IMAGE_PATH_TABLE.at(Findings.place(extent.start() + at), what));
    }

    private static String key(long sector, long parent, byte[] identifier) {
        return sector + " " + parent + " " + HexFormat.of().formatHex(identifier);
    }
}
