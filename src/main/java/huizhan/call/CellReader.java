package huizhan.call;

import huizhan.kernel.Text;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads one cell of a form. */
final class CellReader {
    private static final Text NONE = Text.same("");

    private CellReader() {}

    static Cell read(Yaml yaml, String repeat, List<Consumer<Call>> checks) {
        var kind = kind(yaml);
        var field = yaml.text("field", kind == CellKind.FIGURES ? "" : yaml.text("sections", ""));
        var labelOf = yaml.text("label-of", yaml.text("for", yaml.has("label") ? field : ""));
        var cell = new Cell(kind, yaml.has("label") ? Optional.of(yaml.both("label")) : Optional.empty(), labelOf, field,
                yaml.text("with", ""), yaml.text("boxes", ""), yaml.text("box", ""), (int) yaml.number("per-line", 1, 99, 0),
                kind == CellKind.STAMP ? yaml.both("stamp") : yaml.both("text", NONE), yaml.both("date", NONE),
                (int) yaml.number("span", 1, 99, 1), rows(yaml), align(yaml, kind), yaml.flag("inline"));
        consistent(yaml, cell, repeat);
        checks.add(call -> verify(yaml, cell, repeat, call));
        yaml.done();
        return cell;
    }

    private static CellKind kind(Yaml yaml) {
        if (yaml.has("boxes")) {
            return CellKind.BOXES;
        }
        if (yaml.has("stamp")) {
            return CellKind.STAMP;
        }
        if (yaml.flag("number")) {
            return CellKind.NUMBER;
        }
        if (yaml.has("sections")) {
            return CellKind.SECTIONS;
        }
        if (yaml.flag("figures")) {
            return CellKind.FIGURES;
        }
        if (yaml.has("field")) {
            return CellKind.FIELD;
        }
        return yaml.has("text") ? CellKind.TEXT : CellKind.LABEL;
    }

    private static int rows(Yaml yaml) {
        return yaml.text("rows", "1").equals("repeat") ? 0 : (int) yaml.number("rows", 1, 99, 1);
    }

    private static Cell.Align align(Yaml yaml, CellKind kind) {
        boolean centred = kind == CellKind.LABEL || kind == CellKind.NUMBER;
        if (yaml.text("align", "").isEmpty()) {
            return kind == CellKind.STAMP ? Cell.Align.RIGHT : centred ? Cell.Align.CENTER : Cell.Align.LEFT;
        }
        return yaml.parsed("align", "left, center or right", word -> Cell.Align.valueOf(word.toUpperCase(Locale.ROOT)));
    }

    private static void consistent(Yaml yaml, Cell cell, String repeat) {
        if (cell.kind() == CellKind.LABEL && cell.label().isEmpty() && cell.labelOf().isEmpty()) {
            throw yaml.fault("the cell is empty", "Give it a 'label', 'label-of', 'field', 'boxes', 'text', 'stamp', 'number' or 'sections'.");
        }
        if (cell.kind() == CellKind.BOXES && cell.field().isEmpty()) {
            throw yaml.fault("boxes", "the boxes belong to no field", "Add 'field: …'.");
        }
        if (cell.kind() == CellKind.NUMBER && repeat.isEmpty()) {
            throw yaml.fault("number", "only a repeated row has a number", "Take 'number' away, or add 'repeat' to the row.");
        }
        if (!cell.only().isEmpty() && cell.list().isEmpty()) {
            throw yaml.fault("box", "one box of no list", "Add 'boxes: LIST'.");
        }
    }

    private static void verify(Yaml yaml, Cell cell, String repeat, Call call) {
        if (cell.kind() != CellKind.SECTIONS) {
            known(yaml, "field", cell.field(), repeat, call);
        }
        known(yaml, "with", cell.with(), repeat, call);
        if (yaml.has("label-of")) {
            if (FormFields.label(cell.labelOf(), call).isEmpty()) {
                throw unknown(yaml, "label-of", cell.labelOf(), repeat, call);
            }
        }
        if (yaml.has("for") && !FormFields.known("", call).contains(cell.labelOf()) && !FormFields.known("pictures", call).contains(cell.labelOf())) {
            throw unknown(yaml, "for", cell.labelOf(), "", call);
        }
        if (cell.kind() == CellKind.BOXES && cell.boxes(call).isEmpty()) {
            throw yaml.fault(cell.only().isEmpty() ? "boxes" : "box", "the call has no choice '" + cell.list() + (cell.only().isEmpty() ? "" : "/" + cell.only()) + "'",
                    "Known lists: " + String.join(", ", call.choices().keySet()) + ".");
        }
        words(yaml, cell.label().orElse(NONE), call);
        words(yaml, cell.text(), call);
    }

    private static void known(Yaml yaml, String key, String id, String repeat, Call call) {
        if (!id.isEmpty() && !FormFields.known(repeat, call).contains(id)) {
            throw unknown(yaml, key, id, repeat, call);
        }
    }

    private static CallFault unknown(Yaml yaml, String key, String id, String repeat, Call call) {
        return yaml.fault(key, "the call has no field '" + id + "'", "Add it to call.yaml, or name one of: "
                + String.join(", ", FormFields.known(repeat, call)) + ".");
    }

    private static void words(Yaml yaml, Text words, Call call) {
        var stranger = FormWords.stranger(words, call);
        if (!stranger.isEmpty()) {
            throw yaml.fault(yaml.has("text") ? "text" : "label", "'{" + stranger + "}' is no figure or list of the call",
                    "Known: {nominated}, {statement}, {board-text}, {pictures-least}, {pictures-most}, {period} and the choice lists.");
        }
    }
}
