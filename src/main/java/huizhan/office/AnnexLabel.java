package huizhan.office;

import huizhan.call.Call;
import huizhan.call.Cell;
import huizhan.call.CellKind;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The annex's words for a field, and how they are recognized in a cell that someone else typed.
 *
 * @param cell     of the form's grid
 * @param whole    all words, folded
 * @param bare     without what stands in brackets and behind the colon, folded
 * @param guidance what the form tells whoever fills it in, below the label
 * @param remark   the same as a line of its own, folded
 */
record AnnexLabel(Cell cell, String whole, String bare, String guidance, String remark) {
    /** From here on two wordings of one guidance are alike: the notice's and ours. */
    private static final double LIKE = 0.5;

    static Optional<AnnexLabel> of(Cell cell, Call call) {
        var remark = cell.text(call).zh();
        return cell.label(call).map(words -> new AnnexLabel(cell, Fold.of(words.zh()), Fold.of(Fold.bare(words.zh())),
                Fold.guidance(words.zh()) + remark, Fold.of(remark)));
    }

    /** The value belongs into the label's own cell. */
    boolean own() {
        return cell.kind() != CellKind.LABEL;
    }

    boolean inline() {
        return cell.inline();
    }

    /** Whether a text begins with this label: its words, then a bracket, a colon or the end of the line. */
    boolean standsIn(String text) {
        int end = Fold.after(text, bare);
        return end > 0 && Fold.afterColon(text, end) >= 0;
    }

    /** What stands behind the label in its own cell, without the guidance that we or the notice print there. */
    String behind(String text) {
        int all = Fold.after(text, whole);
        int end = all > 0 ? Fold.afterLabel(text, all) : Math.max(0, Fold.afterColon(text, Fold.after(text, bare)));
        var rest = text.substring(end);
        int line = rest.indexOf('\n');
        return line >= 0 && guides(rest.substring(0, line)) ? rest.substring(line).strip() : rest.strip();
    }

    /** What stands in a bracket behind the label's words and is none of the form's own; empty where there is nothing. */
    String bracket(String text, int end) {
        int from = end;
        while (from >= 0 && from < text.length() && (Character.isWhitespace(text.charAt(from)) || Character.isSpaceChar(text.charAt(from)))) {
            from++;
        }
        int close = from >= 0 && from < text.length() && "（(".indexOf(text.charAt(from)) >= 0 ? Fold.firstOf(text, "）)", from) : -1;
        var words = close < 0 ? "" : text.substring(from, close + 1);
        return whole.contains(Fold.of(words)) ? "" : words;
    }

    private boolean guides(String words) {
        return !guidance.isEmpty() && Fold.likeness(guidance, words) >= LIKE;
    }

    /** Without the line that our own form prints below the label. */
    String withoutRemark(String value) {
        return remark.isEmpty() ? value : value.lines().filter(line -> !Fold.of(line).equals(remark)).collect(Collectors.joining("\n"));
    }
}
