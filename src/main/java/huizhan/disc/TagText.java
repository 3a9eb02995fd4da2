package huizhan.disc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Lines and paths as they stand in tag files. */
final class TagText {
    private static final Pattern BREAK = Pattern.compile("\r\n|\n|\r");
    private static final Pattern STRAY = Pattern.compile("%(?!0[Aa]|0[Dd]|25)");

    private TagText() {}

    /** Lines may end with LF, CR or both (RFC 8493 section 2.1.3); what follows the last line end is a line only if there is something. */
    static List<String> lines(String text) {
        var lines = new ArrayList<>(Arrays.asList(BREAK.split(text, -1)));
        if (lines.get(lines.size() - 1).isEmpty()) {
            lines.remove(lines.size() - 1);
        }
        return lines;
    }

    /** CR and LF are written in per cent, from 1.0 on the percent sign too. */
    static String decoded(String path, Declaration declaration) {
        var decoded = path.replaceAll("%0[Aa]", "\n").replaceAll("%0[Dd]", "\r");
        return declaration.atLeastOne() ? decoded.replace("%25", "%") : decoded;
    }

    static boolean strayPercent(String path) {
        return STRAY.matcher(path).find();
    }

    /** Whether a path leaves the bag on some system: absolute, a home folder, a drive, a share, or a step upwards. */
    static boolean outOfScope(String path) {
        return path.startsWith("/") || path.startsWith("~") || path.startsWith("\\") || path.matches("[A-Za-z]:.*") || path.indexOf('\0') >= 0
            || Arrays.stream(path.split("[/\\\\]", -1)).anyMatch(step -> step.equals("..") || step.equals("."));
    }
}
