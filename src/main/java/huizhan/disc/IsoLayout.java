package huizhan.disc;

import huizhan.kernel.Text;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The frame of an image of ours as a pure function of label, time and files in order: volume descriptors at sector 16, the files from
 * sector 19 on without a gap, then path tables and directories of both trees, then run-out. The writer writes it; the verifier computes
 * it anew and compares each byte (ECMA-119, Joliet specification of 1995).
 */
final class IsoLayout {
    static final int SECTOR = 2048;
    static final int DESCRIPTORS = 16;
    static final int FIRST_FILE = 19;
    /** A drive reads ahead; a disc burnt track-at-once loses its last sectors to that. */
    static final int RUN_OUT = 150;
    /** The largest whole number of sectors that one extent can name in 32 bits. */
    static final long LARGEST_FILE = 4_294_965_248L;
    /** Says in both descriptors that the frame follows {@code docs/disc-format.md}. */
    static final String APPLICATION = "HUIZHAN DISC 1";
    private static final byte[] UCS2_LEVEL_3 = {'%', '/', 'E'};

    /** A file in the order of the data. */
    record Slot(String path, long size) {}

    private final String label;
    private final Instant at;
    private final DirectoryTree iso;
    private final DirectoryTree joliet;
    private final long dataEnd;
    private final long[] tables = new long[4];
    private final long sectors;

    IsoLayout(String label, Instant at, List<Slot> files) {
        this.label = label;
        this.at = at;
        var places = new HashMap<String, Long>();
        dataEnd = placed(files, places);
        iso = new DirectoryTree(Naming.ISO, files, places);
        joliet = new DirectoryTree(Naming.JOLIET, files, places);
        tables[0] = dataEnd;
        tables[1] = tables[0] + sectors(iso.tableBytes());
        tables[2] = tables[1] + sectors(iso.tableBytes());
        tables[3] = tables[2] + sectors(joliet.tableBytes());
        long afterIso = iso.place(tables[3] + sectors(joliet.tableBytes()));
        sectors = joliet.place(afterIso) + RUN_OUT;
    }

    private static long placed(List<Slot> files, Map<String, Long> places) {
        long sector = FIRST_FILE;
        for (var file : files) {
            places.put(file.path(), file.size() == 0 ? 0 : sector);
            sector += sectors(file.size());
        }
        return sector;
    }

    static long sectors(long bytes) {
        return (bytes + SECTOR - 1) / SECTOR;
    }

    /** All sectors of the image. */
    long sectors() {
        return sectors;
    }

    /** The sector after the last file: from here to the run-out lies the frame's tail. */
    long dataEnd() {
        return dataEnd;
    }

    int directories() {
        return iso.directories();
    }

    /** The whole frame, in the order of its sectors; what lies between is files and zeros. */
    List<FrameBytes> frame() {
        var all = new ArrayList<FrameBytes>();
        all.add(descriptors());
        all.add(iso.table(tables[0], true));
        all.add(iso.table(tables[1], false));
        all.add(joliet.table(tables[2], true));
        all.add(joliet.table(tables[3], false));
        all.addAll(iso.records(at));
        all.addAll(joliet.records(at));
        return all;
    }

    private FrameBytes descriptors() {
        var out = new FrameBytes(DESCRIPTORS, FIRST_FILE - DESCRIPTORS);
        descriptor(out, Naming.ISO, iso, tables[0], tables[1]);
        descriptor(out, Naming.JOLIET, joliet, tables[2], tables[3]);
        head(out, 255).zerosTo(out.array().length);
        return out.named(new Text("卷描述符终止符", "The volume descriptor set terminator"));
    }

    private static FrameBytes head(FrameBytes out, int type) {
        return out.u8(type).raw(new byte[] {'C', 'D', '0', '0', '1', 1});
    }

    /** ECMA-119 8.4 and 8.5. */
    private void descriptor(FrameBytes out, Naming naming, DirectoryTree tree, long little, long big) {
        int start = out.position();
        boolean primary = naming == Naming.ISO;
        var name = primary ? new Text("主卷描述符", "the primary volume descriptor") : new Text("Joliet 卷描述符", "the Joliet volume descriptor");
        head(out, primary ? 1 : 2).u8(0).named(part(name, "类型", "type"));
        out.text("", 32, naming).named(part(name, "系统标识", "system identifier"));
        out.text(label, 32, naming).named(part(name, "卷名", "volume name"));
        out.zeros(8).both32(sectors).named(part(name, "卷的大小", "volume size"));
        out.raw(primary ? new byte[3] : UCS2_LEVEL_3).zeros(29).both16(1).both16(1).both16(SECTOR).named(part(name, "编码与扇区大小", "escape sequence and block size"));
        out.both32(tree.tableBytes()).u32(little, true).u32(0, true).u32(big, false).u32(0, false).named(part(name, "路径表位置", "path table places"));
        tree.rootRecord(out, at);
        out.named(part(name, "根目录记录", "root directory record"));
        out.text("", 128, naming).text("", 128, naming).text("HUIZHAN", 128, naming).text(APPLICATION, 128, naming);
        out.text("", 37, naming).text("", 37, naming).text("", 37, naming).named(part(name, "标识", "identifiers"));
        out.longTime(at).longTime(at).noTime().noTime().u8(1).u8(0).named(part(name, "时间", "times"));
        out.zerosTo(start + SECTOR).named(part(name, "保留区", "reserved area"));
    }

    private static Text part(Text descriptor, String zh, String en) {
        return new Text(descriptor.zh() + "的" + zh, "The " + en + " of " + descriptor.en());
    }
}
