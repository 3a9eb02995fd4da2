package huizhan.office;

import java.text.Normalizer;
import java.util.Locale;
import java.util.stream.IntStream;

/** Words as two people would call the same: NFKC, lower case, without white space, punctuation and joiners; 其它 and 其他 are one word. */
public final class Fold {
    private static final String OPEN = "（(【[〔";
    private static final String CLOSE = "）)】]〕";
    private static final String COLONS = "：:";

    private Fold() {}

    public static String of(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).replaceAll("[\\s\\p{P}\\p{Z}\\p{Cf}]+", "").replace('它', '他');
    }

    /** Where a text goes on after a folded head; -1 if it doesn't begin with it. */
    static int after(String text, String foldedHead) {
        int at = 0;
        int matched = 0;
        while (at < text.length() && matched < foldedHead.length()) {
            int c = text.codePointAt(at);
            var folded = of(Character.toString(c));
            if (!foldedHead.startsWith(folded, matched)) {
                return -1;
            }
            matched += folded.length();
            at += Character.charCount(c);
        }
        return matched == foldedHead.length() ? at : -1;
    }

    /** A label without the bracket and the colon at its end: 保密部门审核意见（可另附纸）： → 保密部门审核意见. */
    static String bare(String label) {
        var text = label.strip();
        int colon = firstOf(text, COLONS, 0);
        if (colon > 0) {
            text = text.substring(0, colon).strip();
        }
        int open = lastBracket(text);
        return open > 0 ? text.substring(0, open).strip() : text;
    }

    /** What a label says after its colon: guidance for who fills it in. */
    static String guidance(String label) {
        int colon = firstOf(label, COLONS, 0);
        return colon < 0 ? "" : label.substring(colon + 1).strip();
    }

    /** Where the text goes on after blanks, one bracket and one colon; -1 if something else stands there. */
    static int afterColon(String text, int from) {
        int at = blanks(text, from);
        if (at < text.length() && OPEN.indexOf(text.charAt(at)) >= 0) {
            int close = firstOf(text, CLOSE, at);
            int line = text.indexOf('\n', at);
            if (close > 0 && (line < 0 || close < line)) {
                at = blanks(text, close + 1);
            }
        }
        if (at < text.length() && COLONS.indexOf(text.charAt(at)) >= 0) {
            return at + 1;
        }
        return at >= text.length() || text.charAt(at) == '\n' ? at : -1;
    }

    /** The part of a text's pairs of neighbouring characters that another text has too, 0 to 1. */
    static double likeness(String text, String other) {
        var folded = of(text);
        var within = of(other);
        long pairs = Math.max(1, folded.length() - 1L);
        return IntStream.range(0, folded.length() - 1).filter(i -> within.contains(folded.substring(i, i + 2))).count() / (double) pairs;
    }

    /** Where the text goes on after the closing bracket, the colon and the blanks that end a label. */
    static int afterLabel(String text, int from) {
        int at = from;
        while (at < text.length() && "）)：: \t\u3000\u00A0".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    static int firstOf(String text, String characters, int from) {
        for (int i = from; i < text.length(); i++) {
            if (characters.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }

    private static int lastBracket(String text) {
        if (text.isEmpty() || CLOSE.indexOf(text.charAt(text.length() - 1)) < 0) {
            return -1;
        }
        int at = text.length() - 1;
        while (at > 0 && OPEN.indexOf(text.charAt(at)) < 0) {
            at--;
        }
        return at;
    }

    private static int blanks(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) != '\n' && (Character.isWhitespace(text.charAt(at)) || Character.isSpaceChar(text.charAt(at)))) {
            at++;
        }
        return at;
    }
}
