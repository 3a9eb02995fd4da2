package huizhan.disc;

import huizhan.disc.ImageFile.Extent;
import huizhan.kernel.Text;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** One volume descriptor with a directory tree behind it (ECMA-119 8.4, 8.5). */
record Volume(Naming naming, long offset, String label, String preparer, String application, long sectors, long tableBytes,
    List<Long> littleTables, List<Long> bigTables, Extent root, String created, String modified) {

    private static final int MOST_DESCRIPTORS = 64;
    private static final int PRIMARY = 1;
    private static final int SUPPLEMENTARY = 2;
    private static final int TERMINATOR = 255;

    /** The descriptors with a tree that can be followed, ISO 9660 first; whatever is wrong with them goes to the findings. */
    static List<Volume> of(ImageFile file, Findings findings) throws IOException {
        var volumes = new ArrayList<Volume>();
        boolean ended = false;
        boolean any = false;
        for (int i = 0; i < MOST_DESCRIPTORS && !ended; i++) {
            long offset = (long) (IsoLayout.DESCRIPTORS + i) * IsoLayout.SECTOR;
            if (offset > file.size() - IsoLayout.SECTOR) {
                break;
            }
            var numbers = new Numbers(file.read(offset, IsoLayout.SECTOR), offset, findings);
            boolean marked = new String(numbers.raw(1, 5), StandardCharsets.ISO_8859_1).equals("CD001");
            any |= marked;
            if (!marked) {
                findings.add(DefectKind.IMAGE_DESCRIPTOR.at(Findings.place(offset), "CD001"));
            }
            ended = numbers.u8(0) == TERMINATOR || !marked && i > 2;
            read(numbers, offset, findings).ifPresent(volumes::add);
        }
        if (!any) {
            throw new Tree.Unreadable(new Text("这不是 ISO 9660 映像，也不是文件夹", "This is neither an ISO 9660 image nor a folder"));
        }
        complain(volumes, ended, findings);
        return volumes;
    }

    private static void complain(List<Volume> volumes, boolean ended, Findings findings) {
        if (!ended) {
            findings.add(DefectKind.IMAGE_DESCRIPTOR.at("sector 16", new Text("没有终止符", "no terminator")));
        }
        if (volumes.stream().noneMatch(each -> each.naming == Naming.ISO)) {
            findings.add(DefectKind.IMAGE_DESCRIPTOR.at("sector 16", new Text("没有主卷描述符", "no primary descriptor")));
        }
    }

    private static java.util.Optional<Volume> read(Numbers numbers, long offset, Findings findings) {
        int type = numbers.u8(0);
        var escape = new String(numbers.raw(88, 3), StandardCharsets.ISO_8859_1);
        boolean joliet = type == SUPPLEMENTARY && (escape.equals("%/@") || escape.equals("%/C") || escape.equals("%/E"));
        if (type != PRIMARY && !joliet) {
            return java.util.Optional.empty();
        }
        int block = numbers.both16(128, "logical block size");
        if (numbers.u8(6) != 1 || block != IsoLayout.SECTOR) {
            findings.add(DefectKind.IMAGE_DESCRIPTOR.at(Findings.place(offset), "version " + numbers.u8(6) + ", block size " + block));
        }
        numbers.both16(120, "volume set size");
        numbers.both16(124, "volume sequence number");
        return java.util.Optional.of(volume(joliet ? Naming.JOLIET : Naming.ISO, numbers, offset));
    }

    private static Volume volume(Naming naming, Numbers numbers, long offset) {
        var root = new Extent(numbers.both32(158, "root directory"), numbers.both32(166, "root directory length"));
        return new Volume(naming, offset, text(numbers, 40, 32, naming), text(numbers, 446, 128, naming), text(numbers, 574, 128, naming),
            numbers.both32(80, "volume space size"), numbers.both32(132, "path table size"),
            List.of(numbers.little32(140), numbers.little32(144)), List.of(numbers.big32(148), numbers.big32(152)),
            root, text(numbers, 813, 16, Naming.ISO), text(numbers, 830, 16, Naming.ISO));
    }

    private static String text(Numbers numbers, int at, int length, Naming naming) {
        var charset = naming == Naming.ISO ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_16BE;
        return new String(numbers.raw(at, length), charset).strip();
    }

    /** Ours, if one of the four marks in the two descriptors says so: a single damaged mark doesn't make a disc another's. */
    boolean ours() {
        return application.equals(IsoLayout.APPLICATION) || preparer.equals("HUIZHAN");
    }
}
