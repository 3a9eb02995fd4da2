package huizhan.rules;

/**
 * 字数 as Word counts it, version 1 (B3): each East Asian character and each full-width mark is one, each run of other characters is
 * one, blanks separate. Works on code points, by ranges: the JDK's own tables of scripts are older than GB 18030-2022.
 */
public final class CharacterCount {
    /** Printed beside a stored number, so that a later version of the counting can be told from this one. */
    public static final String VERSION = "1";

    private CharacterCount() {}

    /** The 字数 of a text; blanks and line ends count nothing. */
    public static int of(String text) {
        int count = 0;
        boolean inRun = false;
        int before = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (blank(c)) {
                inRun = false;
            } else if (ignored(c)) {
                continue;
            } else if (eastAsian(c) || ambiguous(c) && !joins(c, before, next(text, i))) {
                count++;
                inRun = false;
            } else if (!inRun) {
                count++;
                inRun = true;
            }
            before = c;
        }
        return count;
    }

    /** Characters that are not blank, the second figure that people compare with. */
    public static int withoutBlanks(String text) {
        return (int) text.codePoints().filter(c -> !blank(c) && !ignored(c)).count();
    }

    private static boolean blank(int c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0x0B || c == 0x0C || c == 0x85 || c == 0xA0 || c == 0x1680
                || c >= 0x2000 && c <= 0x200A || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
    }

    private static boolean ignored(int c) {
        int type = Character.getType(c);
        return type == Character.FORMAT || type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK
                || type == Character.COMBINING_SPACING_MARK || type == Character.CONTROL
                || in(c, 0xFE00, 0xFE0F) || in(c, 0xE0100, 0xE01EF) || in(c, 0x1F3FB, 0x1F3FF);
    }

    private static boolean eastAsian(int c) {
        return in(c, 0x2E80, 0x2FFF) || in(c, 0x3001, 0x33FF) || in(c, 0x3400, 0x4DBF) || in(c, 0x4E00, 0x9FFF) || in(c, 0xA000, 0xA4CF)
                || in(c, 0xAC00, 0xD7A3) || in(c, 0xF900, 0xFAFF) || in(c, 0xFE10, 0xFE1F) || in(c, 0xFE30, 0xFE4F) || in(c, 0xFF01, 0xFF60)
                || in(c, 0xFFE0, 0xFFE6) || in(c, 0x20000, 0x3FFFD);
    }

    private static boolean ambiguous(int c) {
        return c == 0xB7 || c == 0xD7 || in(c, 0x2014, 0x2016) || c == 0x2018 || c == 0x2019 || c == 0x201C || c == 0x201D || c == 0x2022
                || in(c, 0x2025, 0x2027) || c == 0x2030 || c == 0x2032 || c == 0x2033 || c == 0x2103 || c == 0x2116 || in(c, 0x2160, 0x217F)
                || in(c, 0x2190, 0x2193) || in(c, 0x2460, 0x24FF) || in(c, 0x2500, 0x27BF);
    }

    /** An apostrophe, dot, dash or times sign between two other letters or digits stays within their run: don’t, 3×4. */
    private static boolean joins(int c, int before, int after) {
        return (c == 0x2019 || c == 0xB7 || c == 0x2014 || c == 0xD7 || c == 0x2022) && otherLetter(before) && otherLetter(after);
    }

    private static boolean otherLetter(int c) {
        return Character.isLetterOrDigit(c) && !eastAsian(c);
    }

    private static int next(String text, int from) {
        for (int i = from; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (blank(c) || !ignored(c)) {
                return c;
            }
            i += Character.charCount(c);
        }
        return 0;
    }

    private static boolean in(int c, int first, int last) {
        return c >= first && c <= last;
    }
}
