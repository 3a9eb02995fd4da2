package huizhan.call;

import huizhan.kernel.Text;
import java.util.List;
import java.util.Optional;

/**
 * One cell of an annex's grid.
 *
 * @param label    the annex's own words, written here; empty where {@code labelOf} says whose they are, or there are none
 * @param labelOf  the field that the label belongs to; empty if to none
 * @param field    the field that is filled in here, a path in {@code nomination.json}, relative to the entry in a repeated row
 * @param with     a second field whose text follows; empty if none
 * @param list     the choice list of the boxes
 * @param only     the one box of that list that stands here; empty for all of them
 * @param perLine  how many boxes stand on a line; 0 where they follow each other
 * @param text     remark, guidance below the label of a field, or the words beside a seal
 * @param date     the date line beside a seal
 * @param columns  how many columns it spans, 1 or more
 * @param rows     how many rows it spans; 0 in an unexpanded form means: to the end of the repeated row
 * @param inline   label and text stand on one line
 */
public record Cell(CellKind kind, Optional<Text> label, String labelOf, String field, String with, String list, String only, int perLine,
                   Text text, Text date, int columns, int rows, Align align, boolean inline) {

    public enum Align { LEFT, CENTER, RIGHT }

    /** The words that are printed, with the call's figures filled in; empty where there are none. */
    public Optional<Text> label(Call call) {
        var own = label.or(() -> labelOf.isEmpty() ? Optional.empty() : FormFields.label(labelOf, call));
        return own.map(words -> FormWords.fill(words, call));
    }

    /** The remark or guidance that is printed, with the call's figures filled in. */
    public Text text(Call call) {
        return FormWords.fill(text, call);
    }

    /** The choices whose boxes stand here, in order. */
    public List<Choice> boxes(Call call) {
        return call.choices(list).stream().filter(each -> only.isEmpty() || each.code().equals(only)).toList();
    }

    Cell spanning(int lines) {
        return new Cell(kind, label, labelOf, field, with, list, only, perLine, text, date, columns, lines, align, inline);
    }
}
