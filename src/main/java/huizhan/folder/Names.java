package huizhan.folder;

import huizhan.kernel.FileNames;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which names say what a file is. */
final class Names {
    static final Set<String> FILMS = Set.of("mp4", "mov", "m4v", "wmv", "avi", "mpg", "mpeg", "mkv", "asf", "flv", "rm", "rmvb", "vob", "ts", "webm");
    static final Set<String> PICTURES = Set.of("jpg", "jpeg", "jpe", "jfif", "png", "tif", "tiff", "bmp", "gif", "webp", "heic", "heif", "psd");
    static final Set<String> WORD = Set.of("docx", "docm", "doc");
    static final Set<String> SHEETS = Set.of("xlsx", "xlsm", "xls");
    private static final Set<String> JUNK = Set.of("thumbs.db", ".ds_store", "desktop.ini");

    private Names() {}

    /** What operating systems and open documents leave behind. */
    static boolean junk(String name) {
        return JUNK.contains(name.toLowerCase(Locale.ROOT)) || name.startsWith("~$") || name.startsWith("._") || name.equals("__MACOSX");
    }

    /** Whether a name is one of a list, hyphens and underscores aside. */
    static boolean isOne(String name, List<String> known) {
        var bare = FileNames.folded(name).replaceAll("[-_‐‑–]", "");
        return known.contains(bare);
    }
}
