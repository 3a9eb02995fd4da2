package huizhan.kernel;

import java.text.Normalizer;
import java.util.Locale;

/** How names of files are compared: by NFC, without regard to case, width or spaces; an extension may be missing ({@code contract.md}). */
public final class FileNames {
    private FileNames() {}

    public static String nfc(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC);
    }

    /** The one spelling under which two names are the same; slashes stay. */
    public static String folded(String name) {
        var wide = Normalizer.normalize(nfc(name), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return wide.codePoints().filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    /** A file's name without what follows its last point, folded. */
    public static String stem(String name) {
        var folded = folded(name);
        int point = folded.lastIndexOf('.');
        return point > 0 ? folded.substring(0, point) : folded;
    }

    /** What follows the last point, folded; empty where there is none. */
    public static String extension(String name) {
        var folded = folded(name.substring(name.lastIndexOf('/') + 1));
        int point = folded.lastIndexOf('.');
        return point > 0 ? folded.substring(point + 1) : "";
    }
}
