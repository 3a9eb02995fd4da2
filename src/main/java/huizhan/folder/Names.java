package huizhan.folder;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How names are compared: by NFC, without regard to case, width or spaces; an extension may be missing ({@code contract.md}). */
final class Names {
    static final Set<String> FILMS = Set.of("mp4", "mov", "m4v", "wmv", "avi", "mpg", "mpeg", "mkv", "asf", "flv", "rm", "rmvb", "vob", "ts", "webm");
    static final Set<String> PICTURES = Set.of("jpg", "jpeg", "jpe", "jfif", "png", "tif", "tiff", "bmp", "gif", "webp", "heic", "heif", "psd");
    static final Set<String> WORD = Set.of("docx", "docm", "doc");
    static final Set<String> SHEETS = Set.of("xlsx", "xlsm", "xls");
    private static final Set<String> JUNK = Set.of("thumbs.db", ".ds_store", "desktop.ini");

    private Names() {}

    static String nfc(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC);
    }

    /** The one spelling under which two names are the same; slashes stay. */
    static String folded(String name) {
        var wide = Normalizer.normalize(nfc(name), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return wide.codePoints().filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    /** A file's name without what follows its last point, folded. */
    static String stem(String name) {
        var folded = folded(name);
        int point = folded.lastIndexOf('.');
        return point > 0 ? folded.substring(0, point) : folded;
    }

    /** What follows the last point, folded; empty where there is none. */
    static String extension(String name) {
        var folded = folded(name.substring(name.lastIndexOf('/') + 1));
        int point = folded.lastIndexOf('.');
        return point > 0 ? folded.substring(point + 1) : "";
    }

    /** What operating systems and open documents leave behind. */
    static boolean junk(String name) {
        return JUNK.contains(name.toLowerCase(Locale.ROOT)) || name.startsWith("~$") || name.startsWith("._") || name.equals("__MACOSX");
    }

    /** Whether a name is one of a list, hyphens and underscores aside. */
    static boolean isOne(String name, List<String> known) {
        var bare = folded(name).replaceAll("[-_‐‑–]", "");
        return known.contains(bare);
    }
}
