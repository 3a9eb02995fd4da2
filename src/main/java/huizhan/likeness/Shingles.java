package huizhan.likeness;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A text as the set of its runs of a few signs, which is what two tellings of one thing have in common. A sign is a Chinese character, or
 * a whole word of an alphabet; width, case, blanks and punctuation don't count.
 *
 * @param size how many signs the text has
 * @param runs the runs' hashes, sorted, each once
 */
record Shingles(int size, int[] runs) {

    /** @param length signs in a run; a shorter text is one run */
    static Shingles of(String text, int length) {
        var signs = signs(text);
        int count = signs.isEmpty() ? 0 : Math.max(1, signs.size() - length + 1);
        var runs = new int[count];
        for (int i = 0; i < count; i++) {
            runs[i] = mixed(signs.subList(i, Math.min(i + length, signs.size())).hashCode());
        }
        return new Shingles(signs.size(), Arrays.stream(runs).sorted().distinct().toArray());
    }

    boolean none() {
        return size == 0;
    }

    /** How many runs both have. */
    int shared(Shingles other) {
        int shared = 0;
        for (int i = 0, j = 0; i < runs.length && j < other.runs.length;) {
            int order = Integer.compare(runs[i], other.runs[j]);
            shared += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return shared;
    }

    /** The share of both texts' runs that both have, 0 to 1 (Dice): for names, where every sign counts. */
    double alike(Shingles other) {
        return none() || other.none() ? 0 : 2.0 * shared(other) / (runs.length + other.runs.length);
    }

    static List<String> signs(String text) {
        var signs = new ArrayList<String>();
        var word = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).codePoints().forEach(c -> {
            boolean alone = !Character.isAlphabetic(c) && !Character.isDigit(c) || Character.isIdeographic(c);
            if (alone && !word.isEmpty()) {
                signs.add(word.toString());
                word.setLength(0);
            }
            if (Character.isIdeographic(c)) {
                signs.add(Character.toString(c));
            } else if (!alone) {
                word.appendCodePoint(c);
            }
        });
        if (!word.isEmpty()) {
            signs.add(word.toString());
        }
        return signs;
    }

    /** The last step of MurmurHash3 (public domain): Java's own hash of short lists crowds together. */
    private static int mixed(int hash) {
        int h = (hash ^ hash >>> 16) * 0x85ebca6b;
        h = (h ^ h >>> 13) * 0xc2b2ae35;
        return h ^ h >>> 16;
    }
}
