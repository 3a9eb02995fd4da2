package huizhan.kit;

import huizhan.kernel.Plain;
import huizhan.kernel.Text;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The entries of a kit's zip file, within limits that no honest kit comes near. */
record KitArchive(Map<String, byte[]> entries, List<Text> defects) {
    static final int MOST_BYTES = 4_000_000;
    private static final int MOST_ENTRIES = 64;
    private static final int MOST_OF_ONE = 1_000_000;
    private static final int MOST_OPEN = 8_000_000;
    private static final int SHOWN = 80;
    private static final Pattern NAME = Pattern.compile("kit\\.json|kit\\.sig|unit\\.json|unit\\.sig|calls/[a-z0-9-]{1,60}(/[a-z0-9][a-z0-9._-]{0,60}){1,3}");

    static KitArchive of(byte[] file) {
        var archive = new KitArchive(new LinkedHashMap<>(), new ArrayList<>());
        if (file.length > MOST_BYTES) {
            archive.defects.add(new Text("文件太大，不是征集包：征集包不超过 4 MB。", "The file is too large for a call kit, which has 4 MB at most."));
            return archive;
        }
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            archive.read(zip);
        } catch (IOException | IllegalArgumentException e) {
            archive.defects.add(new Text("压缩文件损坏，读不完整。请重新取得征集包。", "The zip file is damaged and can't be read to its end. Get the kit anew."));
        }
        if (archive.entries.isEmpty() && archive.defects.isEmpty()) {
            archive.defects.add(new Text("这不是征集包：不是 zip 文件，或者是空的。", "This is no call kit: it is no zip file, or an empty one."));
        }
        return archive;
    }

    private void read(ZipInputStream zip) throws IOException {
        int number = 0;
        int open = 0;
        for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            number++;
            if (number > MOST_ENTRIES) {
                defects.add(new Text("文件太多，不是征集包：至多 %d 个。".formatted(MOST_ENTRIES), "It has too many files for a call kit: %d at most.".formatted(MOST_ENTRIES)));
                return;
            }
            var bytes = zip.readNBytes(MOST_OF_ONE + 1);
            open += bytes.length;
            if (bytes.length > MOST_OF_ONE || open > MOST_OPEN) {
                defects.add(new Text("文件 %s 解开后太大。".formatted(shown(entry)), "The file %s is too large when unpacked.".formatted(shown(entry))));
                return;
            }
            take(entry, bytes);
        }
    }

    private void take(ZipEntry entry, byte[] bytes) {
        if (entry.isDirectory() || !NAME.matcher(entry.getName()).matches()) {
            defects.add(new Text("不应有的文件名：%s。".formatted(shown(entry)), "A name that no call kit has: %s.".formatted(shown(entry))));
        } else if (entries.put(entry.getName(), bytes) != null) {
            defects.add(new Text("文件 %s 出现两次。".formatted(shown(entry)), "The file %s is there twice.".formatted(shown(entry))));
        }
    }

    private static String shown(ZipEntry entry) {
        var name = Plain.line(entry.getName());
        return name.length() > SHOWN ? name.substring(0, SHOWN) + "…" : name;
    }
}
