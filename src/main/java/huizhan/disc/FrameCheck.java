package huizhan.disc;

import huizhan.disc.ImageFile.Extent;
import huizhan.disc.IsoReader.Contents;
import huizhan.kernel.Text;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;

/**
 * An image of ours down to the last bit: the frame is computed anew from the files and compared byte by byte, and everything between
 * the files must be zero. With the digests of the files nothing is left that could change unseen.
 */
final class FrameCheck {
    private static final DateTimeFormatter DIGITS = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
    private static final int CHUNK = 1 << 20;
    private static final ByteBuffer ZEROS = ByteBuffer.allocate(CHUNK).asReadOnlyBuffer();

    private final ImageFile file;
    private final Findings findings;

    private FrameCheck(ImageFile file, Findings findings) {
        this.file = file;
        this.findings = findings;
    }

    static void check(ImageFile file, List<Contents> trees, Findings findings) throws IOException {
        var check = new FrameCheck(file, findings);
        var joliet = trees.get(trees.size() - 1);
        var label = trees.stream().map(tree -> tree.volume().label()).filter(text -> text.matches("[A-Z0-9_]{1,16}")).findFirst();
        var time = time(trees);
        if (label.isEmpty() || time == null || joliet.volume().naming() != Naming.JOLIET) {
            findings.add(DefectKind.IMAGE_DESCRIPTOR.at("sector 16", new Text("卷名、时间或 Joliet 树读不出来", "volume name, time or Joliet tree cannot be read")));
            return;
        }
        var slots = slots(joliet.files());
        check.frame(new IsoLayout(label.get(), time, slots));
        check.gaps(slots);
    }

    /** Each time stands four times in the descriptors; the one that stands most often is the true one. */
    private static Instant time(List<Contents> trees) {
        var votes = new HashMap<String, Integer>();
        for (var tree : trees) {
            votes.merge(tree.volume().created(), 1, Integer::sum);
            votes.merge(tree.volume().modified(), 1, Integer::sum);
        }
        var most = votes.entrySet().stream().max(Comparator.comparing(java.util.Map.Entry::getValue)).orElseThrow().getKey();
        try {
            return LocalDateTime.parse(most.substring(0, Math.min(14, most.length())), DIGITS).toInstant(FrameBytes.ZONE);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static List<IsoLayout.Slot> slots(List<IsoNode> files) {
        var sorted = new ArrayList<>(files);
        sorted.sort(Comparator.comparingLong((IsoNode node) -> node.extent().sector()).thenComparing(node -> node.path));
        return sorted.stream().map(node -> new IsoLayout.Slot(node.path, node.size())).toList();
    }

    private void frame(IsoLayout layout) throws IOException {
        for (var run : layout.frame()) {
            if (!file.holds(new Extent(run.offset() / IsoLayout.SECTOR, run.array().length))) {
                findings.add(DefectKind.IMAGE_EXTENT.at(Findings.place(run.offset()), run.offset() / IsoLayout.SECTOR, run.array().length));
                continue;
            }
            var found = file.read(run.offset(), run.array().length);
            for (var piece : run.pieces()) {
                compare(run, piece, found);
            }
        }
        zeros(0, (long) IsoLayout.DESCRIPTORS * IsoLayout.SECTOR);
        long end = layout.sectors() * IsoLayout.SECTOR;
        zeros(end - (long) IsoLayout.RUN_OUT * IsoLayout.SECTOR, end);
        size(end);
    }

    private void compare(FrameBytes run, FrameBytes.Piece piece, ByteBuffer found) {
        var expected = ByteBuffer.wrap(run.array());
        int length = piece.to() - piece.from();
        int at = expected.slice(piece.from(), length).mismatch(found.slice(piece.from(), length));
        if (at >= 0) {
            findings.add(DefectKind.IMAGE_FRAME.at(Findings.place(run.offset() + piece.from() + at), piece.name()));
        }
    }

    private void size(long end) throws IOException {
        if (file.size() < end) {
            findings.add(DefectKind.IMAGE_SHORT.at(Findings.place(file.size()), end, file.size()));
        } else if (file.size() > end && !zero(end, file.size())) {
            findings.add(DefectKind.IMAGE_TRAILING.at(Findings.place(end), file.size() - end));
        }
    }

    /** The rest of each file's last sector. */
    private void gaps(List<IsoLayout.Slot> slots) throws IOException {
        long sector = IsoLayout.FIRST_FILE;
        for (var slot : slots) {
            long end = (sector + IsoLayout.sectors(slot.size())) * IsoLayout.SECTOR;
            zeros(sector * IsoLayout.SECTOR + slot.size(), end);
            sector = end / IsoLayout.SECTOR;
        }
    }

    private void zeros(long from, long to) throws IOException {
        if (from < to && to <= file.size() && !zero(from, to)) {
            findings.add(DefectKind.IMAGE_PADDING.at(Findings.place(from)));
        }
    }

    private boolean zero(long from, long to) throws IOException {
        for (long at = from; at < to; at += CHUNK) {
            int length = (int) Math.min(CHUNK, to - at);
            if (file.read(at, length).mismatch(ZEROS.slice(0, length)) >= 0) {
                return false;
            }
        }
        return true;
    }
}
