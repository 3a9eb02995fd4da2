package huizhan.disc;

import huizhan.disc.ImageFile.Extent;
import huizhan.disc.IsoReader.Contents;
import huizhan.kernel.Text;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What must be true of any image, whoever wrote it: the parts agree with each other and don't lie on top of each other. */
final class ImageCheck {
    private static final int MOST_TIMES_THE_IMAGE = 4;

    private final ImageFile file;
    private final List<Contents> trees;
    private final Findings findings;

    private ImageCheck(ImageFile file, List<Contents> trees, Findings findings) {
        this.file = file;
        this.trees = trees;
        this.findings = findings;
    }

    static void check(ImageFile file, List<Contents> trees, Findings findings) throws IOException {
        var check = new ImageCheck(file, trees, findings);
        for (var tree : trees) {
            check.size(tree.volume());
            PathTableCheck.check(file, tree, findings);
        }
        check.overlaps();
        if (trees.size() > 1) {
            check.agreement(trees.get(0), trees.get(trees.size() - 1));
        }
    }

    private void size(Volume volume) {
        long declared = volume.sectors() * IsoLayout.SECTOR;
        if (declared > file.size()) {
            findings.add(DefectKind.IMAGE_SHORT.at(Findings.place(volume.offset() + 80), declared, file.size()));
        }
    }

    /** A run of sectors with its owner. */
    private record Owned(Extent extent, String owner, boolean shareable) {}

    /** No two things may share a sector but one file that both trees name, or that stands under two names. */
    private void overlaps() {
        var runs = new ArrayList<Owned>();
        runs.add(new Owned(new Extent(IsoLayout.DESCRIPTORS, (long) (trees.size() + 1) * IsoLayout.SECTOR), "volume descriptors", false));
        for (var tree : trees) {
            var volume = tree.volume();
            runs.add(new Owned(new Extent(volume.littleTables().get(0), volume.tableBytes()), "path table", false));
            runs.add(new Owned(new Extent(volume.bigTables().get(0), volume.tableBytes()), "path table", false));
            tree.directories().forEach(node -> runs.add(new Owned(node.extent(), "/" + node.path, false)));
            long bytes = 0;
            for (var node : tree.files()) {
                node.extents.forEach(extent -> runs.add(new Owned(extent, node.path, true)));
                bytes += node.size();
            }
            if (bytes > MOST_TIMES_THE_IMAGE * file.size()) {
                findings.add(DefectKind.LIMIT.at(volume.naming().label(), bytes + " bytes in an image of " + file.size()));
                // nobody is to digest the same sectors a thousand times
                tree.files().clear();
            }
        }
        sweep(runs);
    }

    private void sweep(List<Owned> runs) {
        runs.removeIf(run -> run.extent.bytes() == 0);
        runs.sort(Comparator.comparingLong((Owned run) -> run.extent.sector()).thenComparing(run -> -run.extent.bytes()));
        Owned last = null;
        for (var run : runs) {
            boolean clear = last == null || run.extent.sector() >= last.extent.endSector();
            boolean same = last != null && run.extent.equals(last.extent) && run.shareable && last.shareable;
            if (!clear && !same) {
                findings.add(DefectKind.IMAGE_OVERLAP.at(run.owner, last.owner));
            }
            if (last == null || run.extent.endSector() > last.extent.endSector()) {
                last = run;
            }
        }
    }

    /** Both trees must name the same files: as many, at the same places, of the same sizes. */
    private void agreement(Contents iso, Contents joliet) {
        var places = new HashMap<String, Integer>();
        var names = new HashMap<String, String>();
        iso.files().forEach(node -> count(places, names, node, 1));
        joliet.files().forEach(node -> count(places, names, node, -1));
        for (Map.Entry<String, Integer> each : new java.util.TreeMap<>(places).entrySet()) {
            if (each.getValue() != 0) {
                var only = each.getValue() > 0 ? "ISO 9660" : "Joliet";
                var what = new Text("只在 " + only + " 树里：" + each.getKey(), "only in the " + only + " tree: " + each.getKey());
                findings.add(DefectKind.IMAGE_TREES.at(names.get(each.getKey()), what));
            }
        }
        if (iso.directories().size() != joliet.directories().size()) {
            findings.add(DefectKind.IMAGE_TREES.at("/", new Text(iso.directories().size() + " 个目录与 " + joliet.directories().size() + " 个目录",
                iso.directories().size() + " directories and " + joliet.directories().size())));
        }
    }

    private static void count(Map<String, Integer> places, Map<String, String> names, IsoNode node, int one) {
        var place = new StringBuilder();
        if (node.size() > 0) {
            for (var extent : node.extents) {
                place.append(place.isEmpty() ? "" : ", ").append("sector ").append(extent.sector()).append(" × ").append(extent.bytes());
            }
        } else {
            place.append("0 bytes");
        }
        places.merge(place.toString(), one, Integer::sum);
        names.put(place.toString(), node.path);
    }
}
