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
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An annex as a grid whose labels are known: what hangs on the call and the language alone is made once, what is typed comes later. */
final class GridPlan {
    private final Form form;
    private final Lang lang;
    private final List<Integer> columns;
    private final List<Line> lines;

    private GridPlan(Form form, Lang lang, List<Integer> columns, List<Line> lines) {
        this.form = form;
        this.lang = lang;
        this.columns = columns;
        this.lines = lines;
    }

    /** Makes a cell out of what is typed and of the pictures. */
    private interface Part {
        Grid.Box box(Controls controls, List<Picture> pictures);
    }

    private record Line(boolean framed, List<Part> parts) {}

    /** @param pictures how many there are: an annex may have a row for each */
    static GridPlan of(Form form, Call call, int pictures, Lang lang) {
        return new Making(form, call, lang).plan(pictures);
    }

    /** @param pictures as many as it was made for */
    Grid grid(Controls controls, List<Picture> pictures) {
        return new Grid(this, form.id(), form.title().in(lang), form.annex().in(lang), columns, lines.stream()
            .map(line -> new Grid.Line(line.framed, line.parts.stream().map(part -> part.box(controls, pictures)).toList())).toList());
    }

    private static final class Making {
        private static final int PARTS = 24;
        private static final Pattern SPACE = Pattern.compile("[\\s　]+");
        private final Form form;
        private final Call call;
        private final Lang lang;
        private final Set<String> made = new HashSet<>();

        Making(Form form, Call call, Lang lang) {
            this.form = form;
            this.call = call;
            this.lang = lang;
        }

        GridPlan plan(int pictures) {
            double width = form.columns().stream().mapToInt(Integer::intValue).sum();
            var columns = form.columns().stream().map(each -> (int) Math.max(1, Math.round(each * PARTS / width))).toList();
            return new GridPlan(form, lang, columns, form.rows(call, list -> list.equals("pictures") ? pictures : 0).stream()
                .map(row -> new Line(row.framed(), row.cells().stream().map(cell -> part(row, cell)).toList())).toList());
        }

        private Part part(Row row, Cell cell) {
            if (row.index() >= 0) return repeated(row, cell);
            return switch (cell.kind()) {
                case LABEL -> always(label(row, cell));
                case FIELD, BOXES -> field(cell);
                case STAMP -> always(fixed(cell, "seal", cell.text(call).in(lang) + "　" + cell.date().in(lang)));
                case TEXT -> always(fixed(cell, "note", cell.text(call).in(lang)));
                case NUMBER, SECTIONS, FIGURES -> always(fixed(cell, "fixed", ""));
            };
        }

        private static Part always(Grid.Box box) {
            return (controls, pictures) -> box;
        }

        private Grid.Box label(Row row, Cell cell) {
            var words = words(cell);
            boolean alone = cell.labelOf().isEmpty() || call.field(cell.labelOf()).isEmpty();
            if (row.head() || alone) return fixed(cell, "head", cell.label(call).orElse(Text.same("")).in(lang));
            return new Grid.Box("label", cell.columns(), cell.rows(), words.label, words.english, "", target(cell.labelOf()), cell.labelOf(), null, null);
        }

        /** A group of boxes has no single control to point at. */
        private @Nullable String target(String field) {
            return call.field(field).filter(each -> !each.type().name().matches("MANY|ONE")).map(each -> id(field)).orElse(null);
        }

        private Part field(Cell cell) {
            var field = call.field(cell.field()).orElse(null);
            if (field == null) return always(fixed(cell, "fixed", ""));
            boolean first = made.add(cell.field());
            var with = call.field(cell.with()).orElse(null);
            if (cell.label(call).isEmpty()) return unlabelled(cell, field, first, with);
            var words = words(cell);
            var rest = (words.rest + " " + cell.text(call).in(lang)).strip();
            var id = id(cell.field());
            return (controls, pictures) -> new Grid.Box("tall", cell.columns(), cell.rows(), words.label, words.english, rest, id, cell.field(),
                only(controls.of(field), cell, first).called(id, words.label, words.english, rest), with == null ? null : controls.of(with));
        }

        private Part unlabelled(Cell cell, Field field, boolean first, @Nullable Field with) {
            var words = words(form.label(cell.field(), call).orElse(field.label()), field.label());
            var id = cell.only().isEmpty() ? id(cell.field()) : "";
            return (controls, pictures) -> {
                var control = only(controls.of(field), cell, first);
                return new Grid.Box("field", cell.columns(), cell.rows(), "", "", "", null, "",
                    control.called(id.isEmpty() ? control.id() : id, words.label, words.english, ""), with == null ? null : controls.of(with));
            };
        }

        private static Control only(Control control, Cell cell, boolean first) {
            return cell.only().isEmpty() ? control : control.only(List.of(cell.only()), first);
        }

        /** A field that the form calls by another name than the list stands on the page twice, so its id says where. */
        private String id(String field) {
            var own = call.field(field).map(each -> each.label()).orElse(Text.same(""));
            var words = words(form.label(field, call).orElse(own), own);
            boolean twice = call.field(field).filter(each -> each.type() == Field.Type.LINE).isPresent() && !words.label.equals(own.zh());
            return twice ? form.id() + "-" + field : "f-" + field;
        }

        private Part repeated(Row row, Cell cell) {
            if (cell.kind() == CellKind.NUMBER) return always(fixed(cell, "fixed", String.valueOf(row.index() + 1)));
            if (cell.kind() == CellKind.LABEL) return always(fixed(cell, "head", cell.label(call).orElse(Text.same("")).in(lang)));
            return (controls, pictures) -> {
                if (row.index() >= pictures.size()) return fixed(cell, "fixed", "");
                var picture = pictures.get(row.index());
                var name = picture.file().substring(picture.file().lastIndexOf('/') + 1);
                return fixed(cell, "fixed", cell.field().equals("caption") ? picture.caption()
                    : picture.originalName().isEmpty() ? name : name + "（" + picture.originalName() + "）");
            };
        }

        private static Grid.Box fixed(Cell cell, String kind, String text) {
            return new Grid.Box(kind, cell.columns(), cell.rows(), text, "", "", null, "", null, null);
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
