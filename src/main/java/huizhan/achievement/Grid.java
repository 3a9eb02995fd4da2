package huizhan.achievement;

import huizhan.web.Html;
import huizhan.web.Stencils;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An annex as a grid to fill in, from the same definition that Word and PDF come from.
 *
 * @param columns widths in twenty-fourths
 */
record Grid(String id, String title, String annex, List<Integer> columns, List<Line> lines) {

    record Line(boolean framed, List<Box> boxes) {}

    /**
     * One cell.
     *
     * @param kind     label, field, fixed, head, seal or note
     * @param text     what is printed in it
     * @param target   the id of the control that the label is for, or null
     * @param control  what is filled in, or null
     * @param with     the text beside a box, or null
     * @param inside   the control as it is printed, once it is
     */
    record Box(String kind, int columns, int rows, String text, String english, String rest, @Nullable String target, String saved,
               @Nullable Control control, @Nullable Control with, String inside) {

        Box(String kind, int columns, int rows, String text, String english, String rest, @Nullable String target, String saved,
                @Nullable Control control, @Nullable Control with) {
            this(kind, columns, rows, text, english, rest, target, saved, control, with, "");
        }

        /** For the stencil of what is inside. */
        Box framed(Stencils.Marks marks) {
            return new Box(kind, 1, 1, text, english, rest, target, saved, control == null ? null : control.framed(marks),
                with == null ? null : with.framed(marks), "");
        }

        /** For the stencil of the grid: what is typed and the names of files are marks. */
        Box around(Stencils.Marks marks, Html printed) {
            return control == null ? new Box(kind, columns, rows, kind.equals("fixed") && !text.isEmpty() ? marks.text(text) : text, english, rest, target, saved, null, null)
                : new Box(kind, columns, rows, text, english, rest, target, saved, control.bare(), null, marks.html(printed));
        }

        public @Nullable Integer getColspan() {
            return columns > 1 ? columns : null;
        }

        public @Nullable Integer getRowspan() {
            return rows > 1 ? rows : null;
        }
    }
}
