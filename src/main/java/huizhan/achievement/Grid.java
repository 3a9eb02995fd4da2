package huizhan.achievement;

import huizhan.call.Call;
import huizhan.call.Cell;
import huizhan.call.CellKind;
import huizhan.call.Field;
import huizhan.call.Form;
import huizhan.call.Row;
import huizhan.kernel.Lang;
import huizhan.kernel.Text;
import huizhan.material.Picture;
import huizhan.web.Stencils;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
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
        Box around(Stencils.Marks marks, String printed) {
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

    static Grid of(Form form, Call call, Controls controls, List<Picture> pictures, Lang lang) {
        return new Making(form, call, controls, pictures, lang).grid();
    }

    private static final class Making {
        private static final int PARTS = 24;
        private static final Pattern SPACE = Pattern.compile("[\\s　]+");
        private final Form form;
        private final Call call;
        private final Controls controls;
        private final List<Picture> pictures;
        private final Lang lang;
        private final Set<String> made = new HashSet<>();

        Making(Form form, Call call, Controls controls, List<Picture> pictures, Lang lang) {
            this.form = form;
            this.call = call;
            this.controls = controls;
            this.pictures = pictures;
            this.lang = lang;
        }

        Grid grid() {
            double width = form.columns().stream().mapToInt(Integer::intValue).sum();
            return new Grid(form.id(), form.title().in(lang), form.annex().in(lang),
                form.columns().stream().map(each -> (int) Math.max(1, Math.round(each * PARTS / width))).toList(),
                form.rows(call, list -> list.equals("pictures") ? pictures.size() : 0).stream().map(this::line).toList());
        }

        private Line line(Row row) {
            var boxes = new ArrayList<Box>();
            row.cells().forEach(cell -> boxes.add(box(row, cell)));
            return new Line(row.framed(), boxes);
        }

        private Box box(Row row, Cell cell) {
            if (row.index() >= 0) return repeated(row, cell);
            return switch (cell.kind()) {
                case LABEL -> label(row, cell);
                case FIELD, BOXES -> field(cell);
                case STAMP -> fixed(cell, "seal", cell.text(call).in(lang) + "　" + cell.date().in(lang));
                case TEXT -> fixed(cell, "note", cell.text(call).in(lang));
                case NUMBER, SECTIONS, FIGURES -> fixed(cell, "fixed", "");
            };
        }

        private Box label(Row row, Cell cell) {
            var words = words(cell);
            boolean alone = cell.labelOf().isEmpty() || call.field(cell.labelOf()).isEmpty();
            if (row.head() || alone) return fixed(cell, "head", cell.label(call).orElse(Text.same("")).in(lang));
            return new Box("label", cell.columns(), cell.rows(), words.label, words.english, "", target(cell.labelOf()), cell.labelOf(), null, null);
        }

        /** A group of boxes has no single control to point at. */
        private @Nullable String target(String field) {
            return call.field(field).filter(each -> !each.type().name().matches("MANY|ONE")).map(each -> id(field)).orElse(null);
        }

        private Box field(Cell cell) {
            var field = call.field(cell.field());
            if (field.isEmpty()) return fixed(cell, "fixed", "");
            var control = controls.of(field.get());
            boolean first = made.add(cell.field());
            if (!cell.only().isEmpty()) control = control.only(List.of(cell.only()), first);
            var with = call.field(cell.with()).map(controls::of).orElse(null);
            if (cell.label(call).isEmpty()) {
                var printed = form.label(cell.field(), call).orElse(field.get().label());
                var words = words(printed, field.get().label());
                return new Box("field", cell.columns(), cell.rows(), "", "", "", null, "",
                    control.called(cell.only().isEmpty() ? id(cell.field()) : control.id(), words.label, words.english, ""), with);
            }
            var words = words(cell);
            var rest = (words.rest + " " + cell.text(call).in(lang)).strip();
            return new Box("tall", cell.columns(), cell.rows(), words.label, words.english, rest, id(cell.field()), cell.field(),
                control.called(id(cell.field()), words.label, words.english, rest), with);
        }

        /** A field that the form calls by another name than the list stands on the page twice, so its id says where. */
        private String id(String field) {
            var own = call.field(field).map(each -> each.label()).orElse(Text.same(""));
            var words = words(form.label(field, call).orElse(own), own);
            boolean twice = call.field(field).filter(each -> each.type() == Field.Type.LINE).isPresent() && !words.label.equals(own.zh());
            return twice ? form.id() + "-" + field : "f-" + field;
        }

        private Box repeated(Row row, Cell cell) {
            if (cell.kind() == CellKind.NUMBER) return fixed(cell, "fixed", String.valueOf(row.index() + 1));
            if (cell.kind() == CellKind.LABEL) return fixed(cell, "head", cell.label(call).orElse(Text.same("")).in(lang));
            if (row.index() >= pictures.size()) return fixed(cell, "fixed", "");
            var picture = pictures.get(row.index());
            var name = picture.file().substring(picture.file().lastIndexOf('/') + 1);
            return fixed(cell, "fixed", cell.field().equals("caption") ? picture.caption()
                : picture.originalName().isEmpty() ? name : name + "（" + picture.originalName() + "）");
        }

        private Box fixed(Cell cell, String kind, String text) {
            return new Box(kind, cell.columns(), cell.rows(), text, "", "", null, "", null, null);
        }

        private Printed words(Cell cell) {
            var own = call.field(cell.labelOf().isEmpty() ? cell.field() : cell.labelOf()).map(each -> each.label()).orElse(Text.same(""));
            return words(cell.label(call).orElse(own), own);
        }

        /** What the annex prints, as a label and the words that follow it: 电　话 is 电话, 展板文字（不超过200字）：… is 展板文字 and the rest. */
        private Printed words(Text printed, Text own) {
            var plain = SPACE.matcher(printed.zh()).replaceAll("");
            boolean more = !own.zh().isEmpty() && plain.startsWith(own.zh());
            var label = more ? own.zh() : withoutColon(printed.zh());
            var rest = more && lang == Lang.ZH ? plain.substring(own.zh().length()) : "";
            return new Printed(label, lang == Lang.EN ? withoutColon(printed.en()) : "", withoutColon(rest));
        }

        private static String withoutColon(String text) {
            return text.endsWith("：") || text.endsWith(":") ? text.substring(0, text.length() - 1) : text;
        }

        private record Printed(String label, String english, String rest) {}
    }
}
