package huizhan.web;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Two texts side by side, character by character: what the old one lost is marked in it, what the new one gained in the other (B4, B19).
 *
 * @param before the old text in its parts, none where it is empty
 * @param after  the new one
 */
public record Difference(List<Part> before, List<Part> after) {
    /** Longer than this, both together, texts are compared by sentences: by characters would take too long, and nobody could read it. */
    private static final int CHARACTERS = 6_000;

    /** More pieces than this are not compared one by one: what lies between the common beginning and the common end is marked whole. */
    private static final int PIECES = 6_000;

    private static final Pattern CHARACTER = Pattern.compile("(?s).");
    private static final Pattern SENTENCE = Pattern.compile("(?s)[^。！？；.!?;\n]*[。！？；.!?;\n]+|[^。！？；.!?;\n]+");

    /** @param marked it isn't in the other text */
    public record Part(String text, boolean marked) {}

    public static Difference of(String before, String after) {
        var by = before.length() + after.length() <= CHARACTERS ? CHARACTER : SENTENCE;
        var old = pieces(before, by);
        var young = pieces(after, by);
        var changes = old.size() + young.size() > PIECES ? middle(old, young)
            : readable(DiffUtils.diff(old, young, new MyersDiffWithLinearSpace<>()).getDeltas().stream().map(Change::of).toList(), old);
        var left = new Side(old);
        var right = new Side(young);
        for (var change : changes) {
            left.mark(change.from, change.to);
            right.mark(change.start, change.end);
        }
        return new Difference(left.parts(), right.parts());
    }

    public boolean isSame() {
        return before.stream().noneMatch(Part::marked) && after.stream().noneMatch(Part::marked);
    }

    private static List<Change> middle(List<String> old, List<String> young) {
        int most = Math.min(old.size(), young.size());
        int start = 0;
        while (start < most && old.get(start).equals(young.get(start))) start++;
        int end = 0;
        while (end < most - start && old.get(old.size() - 1 - end).equals(young.get(young.size() - 1 - end))) end++;
        return old.equals(young) ? List.of() : List.of(new Change(start, old.size() - end, start, young.size() - end));
    }

    private static List<String> pieces(String text, Pattern by) {
        return by.matcher(text).results().map(found -> found.group()).toList();
    }

    /** The old text from {@code from} to {@code to} became the new one from {@code start} to {@code end}. */
    private record Change(int from, int to, int start, int end) {
        static Change of(AbstractDelta<String> delta) {
            int from = delta.getSource().getPosition();
            int start = delta.getTarget().getPosition();
            return new Change(from, from + delta.getSource().size(), start, start + delta.getTarget().size());
        }

        Change and(Change next) {
            return new Change(from, next.to, start, next.end);
        }
    }

    /** What two rewritten passages have in common by chance, a single character or the middle of a word, is no common text to a reader. */
    private static List<Change> readable(List<Change> changes, List<String> old) {
        var merged = new ArrayList<Change>();
        for (var change : changes) {
            var last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last != null && chance(old.subList(last.to, change.from))) merged.set(merged.size() - 1, last.and(change));
            else merged.add(change);
        }
        return merged;
    }

    private static boolean chance(List<String> between) {
        return between.size() < 2 && between.stream().noneMatch(each -> each.isBlank() || each.length() > 2)
            || between.size() < 4 && between.stream().allMatch(each -> each.length() == 1 && each.charAt(0) < 128 && Character.isLetterOrDigit(each.charAt(0)));
    }

    private static final class Side {
        private final List<String> pieces;
        private final List<Part> parts = new ArrayList<>();
        private int at;

        Side(List<String> pieces) {
            this.pieces = pieces;
        }

        void mark(int from, int to) {
            add(at, from, false);
            add(from, to, true);
            at = to;
        }

        private void add(int from, int to, boolean marked) {
            if (from < to) parts.add(new Part(String.join("", pieces.subList(from, to)), marked));
        }

        List<Part> parts() {
            add(at, pieces.size(), false);
            return List.copyOf(parts);
        }
    }
}
