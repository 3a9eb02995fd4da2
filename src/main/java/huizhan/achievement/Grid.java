package huizhan.achievement;

import huizhan.web.Html;
import huizhan.web.Stencils;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * An annex as a grid to fill in, from the same definition that Word and PDF come from.
 *
 * @param plan    what it was made by; grids of one plan differ in what is typed, open and asked for
 * @param columns widths in twenty-fourths
 */
record Grid(GridPlan plan, String id, String title, String annex, List<Integer> columns, List<Line> lines) {

    /** For the stencil of all of it: the cells with what is typed are printed already, by line. */
    Grid around(List<List<String>> printed) {
        return new Grid(plan, id, title, annex, columns, IntStream.range(0, lines.size()).mapToObj(i -> lines.get(i).around(printed.get(i))).toList());
    }

    /** How its cells are to be printed, beside what the plan says: a sign for each. */
    String signs() {
        var signs = new StringBuilder();
        lines.forEach(line -> line.boxes.forEach(box -> signs.append(box.sign())));
        return signs.toString();
    }

    record Line(boolean framed, List<Box> boxes) {

        Line around(List<String> printed) {
            return new Line(framed, IntStream.range(0, boxes.size()).mapToObj(i -> boxes.get(i).around(printed.get(i))).toList());
        }
    }

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

        /** A cell that the name of a file or its caption may stand in. */
        private boolean named() {
            return control == null && kind.equals("fixed") && !text.isEmpty();
        }

        /** The mark for what is typed, or for the name of a file; empty where there is neither. */
        String mark(Stencils.Marks marks, Function<Control, Html> printed) {
            return control != null ? marks.html(printed.apply(control)) : named() ? marks.text(text) : "";
        }

        /** For the stencil of the grid, with that mark in its place. */
        private Box around(String mark) {
            return control == null ? new Box(kind, columns, rows, named() ? mark : text, english, rest, target, saved, null, null)
                : new Box(kind, columns, rows, text, english, rest, target, saved, control.bare(), null, mark);
        }

        private char sign() {
            return control == null ? named() ? 'n' : '-' : control.locked() ? 'x' : 'o';
        }

        public @Nullable Integer getColspan() {
            return columns > 1 ? columns : null;
        }

        public @Nullable Integer getRowspan() {
            return rows > 1 ? rows : null;
        }
    }
}
