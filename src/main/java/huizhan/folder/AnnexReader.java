package huizhan.folder;

import huizhan.call.Call;
import huizhan.call.Cell;
import huizhan.call.CellKind;
import huizhan.call.Form;
import huizhan.call.Row;
import huizhan.folder.OfficeText.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Takes a filled annex back in, by the same grid that prints it (B2): a cell of the file is known by the annex's words for it, its value
 * stands behind those words, in the cells to the right of them, or below a column head.
 */
final class AnnexReader {
    private static final double GUIDANCE = 0.5;

    private final Call call;
    private final Form form;
    private final List<Label> labels = new ArrayList<>();
    private final Map<String, StringBuilder> found = new LinkedHashMap<>();
    private final Map<String, List<Map<String, String>>> entries = new LinkedHashMap<>();

    /**
     * What stands in the file, not yet understood.
     *
     * @param texts   by field id; what the form asks for and the file doesn't have is absent
     * @param entries the rows of each repeated list, by the fields of an entry; the number of the row under {@code #}
     */
    record Annex(Map<String, String> texts, Map<String, List<Map<String, String>>> entries) {}

    /** The annex's words for a field, and how a file's cell is recognized by them. */
    private record Label(Cell cell, String whole, String bare, String guidance, boolean inline) {
        boolean own() {
            return cell.kind() != CellKind.LABEL;
        }
    }

    private AnnexReader(Call call, Form form) {
        this.call = call;
        this.form = form;
        for (var row : form.rows()) {
            if (!row.head() && !row.repeated()) {
                row.cells().stream().filter(cell -> !cell.labelOf().isEmpty()).forEach(this::label);
            }
        }
    }

    static Annex read(OfficeText text, Form form, Call call) {
        var reader = new AnnexReader(call, form);
        text.tables().forEach(reader::table);
        reader.lines(text);
        var texts = new LinkedHashMap<String, String>();
        reader.found.forEach((id, value) -> texts.put(id, value.toString().strip()));
        return new Annex(texts, reader.entries);
    }

    private void label(Cell cell) {
        cell.label(call).ifPresent(words -> labels.add(new Label(cell, Fold.of(words.zh()), Fold.of(Fold.bare(words.zh())),
                Fold.guidance(words.zh()) + cell.text(call).zh(), cell.inline())));
    }

    // ------------------------------------------------------------------------------------------------ tables

    private void table(Table table) {
        var rows = table.rows();
        for (int i = 0; i < rows.size(); i++) {
            var list = listBelow(rows.get(i));
            if (list.isPresent()) {
                i = entries(list.get(), rows, i);
            } else {
                row(rows.get(i));
            }
        }
    }

    private void row(List<OfficeText.Cell> cells) {
        for (int i = 0; i < cells.size(); i++) {
            var text = cells.get(i).text();
            var label = cells.get(i).continued() ? Optional.<Label>empty() : longest(text);
            if (label.isEmpty() || label.get().inline()) {
                continue;
            }
            var value = new StringBuilder(behind(text, label.get()));
            int next = i + 1;
            for (; next < cells.size() && (value.isEmpty() || !label.get().own()) && longest(cells.get(next).text()).isEmpty(); next++) {
                value.append(value.isEmpty() ? "" : "\n").append(cells.get(next).text());
            }
            found.putIfAbsent(label.get().cell().labelOf(), new StringBuilder(withoutRemark(value.toString(), label.get().cell())));
            i = next - 1;
        }
    }

    /** What our own form prints below a label for who fills it in. */
    private String withoutRemark(String value, Cell cell) {
        var remark = Fold.of(cell.text(call).zh());
        return remark.isEmpty() ? value : value.lines().filter(line -> !Fold.of(line).equals(remark)).collect(Collectors.joining("\n"));
    }

    /** The label that a cell carries, the longest if one begins with another. */
    private Optional<Label> longest(String text) {
        Label best = null;
        for (var label : labels) {
            if (carries(text, label) && (best == null || label.bare().length() > best.bare().length())) {
                best = label;
            }
        }
        return Optional.ofNullable(best);
    }

    private static boolean carries(String text, Label label) {
        int end = Fold.after(text, label.bare());
        return end > 0 && Fold.afterColon(text, end) >= 0;
    }

    /** The value that stands in the label's own cell, without the guidance that we or the notice print there. */
    private String behind(String text, Label label) {
        int whole = Fold.after(text, label.whole());
        if (whole > 0) {
            int end = whole;
            while (end < text.length() && text.charAt(end) != '\n' && Fold.of(text.substring(end, end + 1)).isEmpty()) {
                end++;
            }
            return text.substring(end).strip();
        }
        var rest = text.substring(Math.max(0, Fold.afterColon(text, Fold.after(text, label.bare()))));
        int line = rest.indexOf('\n');
        return line >= 0 && guides(rest.substring(0, line), label) ? rest.substring(line).strip() : rest.strip();
    }

    /** Whether the words behind a label say what to write there: the notice's own guidance is another wording of ours. */
    private static boolean guides(String words, Label label) {
        return !label.guidance().isEmpty() && Fold.likeness(label.guidance(), words) >= GUIDANCE;
    }

    // ------------------------------------------------------------------------------------------------ repeated rows

    private record Columns(Row row, int width, TreeMap<Integer, Cell> byColumn, Set<Integer> numbers, List<Integer> order) {

        /** Where a cell stands: by its place in the row where rows and head have as many cells, else by the table's grid. */
        int column(List<OfficeText.Cell> cells, int index) {
            return cells.size() == width ? order.get(index) : cells.get(index).column();
        }
    }

    /** The list whose column heads these cells are. */
    private Optional<Columns> listBelow(List<OfficeText.Cell> cells) {
        Row head = null;
        for (var row : form.rows()) {
            if (row.head()) {
                head = row;
            } else if (row.repeated() && head != null) {
                var columns = columns(head, row, cells);
                if (columns.byColumn().size() * 2 > fields(row) && columns.byColumn().size() > 1) {
                    return Optional.of(columns);
                }
                head = null;
            }
        }
        return Optional.empty();
    }

    private static long fields(Row row) {
        return row.cells().stream().filter(cell -> !cell.field().isEmpty()).count();
    }

    private Columns columns(Row head, Row repeated, List<OfficeText.Cell> cells) {
        var columns = new Columns(repeated, cells.size(), new TreeMap<>(), new HashSet<>(), cells.stream().map(OfficeText.Cell::column).toList());
        for (var cell : cells) {
            var text = Fold.of(Fold.bare(cell.text()));
            for (var label : head.cells()) {
                var words = label.label(call).map(each -> Fold.of(Fold.bare(each.zh()))).orElse("");
                if (text.isEmpty() || !text.equals(words) && !Fold.of(cell.text()).equals(Fold.of(label.label(call).orElseThrow().zh()))) {
                    continue;
                }
                if (label.labelOf().isEmpty()) {
                    columns.numbers().add(cell.column());
                } else {
                    repeated.cells().stream().filter(each -> each.field().equals(label.labelOf())).findFirst()
                            .ifPresent(each -> columns.byColumn().putIfAbsent(cell.column(), each));
                }
            }
        }
        return columns;
    }

    /** Reads the rows below a head up to the first that is none of them; gives the index of the last one read. */
    private int entries(Columns columns, List<List<OfficeText.Cell>> rows, int head) {
        var list = entries.computeIfAbsent(columns.row().repeat(), key -> new ArrayList<>());
        int i = head + 1;
        for (; i < rows.size(); i++) {
            var cells = rows.get(i);
            var entry = entry(columns, cells);
            if (entry.isEmpty() || cells.stream().anyMatch(cell -> !cell.continued() && longest(cell.text()).isPresent())) {
                break;
            }
            list.add(entry);
        }
        return i - 1;
    }

    private static Map<String, String> entry(Columns columns, List<OfficeText.Cell> cells) {
        var entry = new LinkedHashMap<String, String>();
        for (int i = 0; i < cells.size(); i++) {
            int column = columns.column(cells, i);
            var text = cells.get(i).text().strip();
            if (columns.byColumn().containsKey(column)) {
                entry.put(columns.byColumn().get(column).field(), text);
            } else if (columns.numbers().contains(column) && Fold.of(text).matches("[0-9]{1,3}")) {
                entry.put("#", Fold.of(text));
            }
        }
        return entry.keySet().equals(Set.of("#")) ? Map.of() : entry;
    }

    // ------------------------------------------------------------------------------------------------ lines

    /** Labels that stand on lines of their own, one or several on a line: 联系人：…　电话：…　传真：… */
    private void lines(OfficeText text) {
        var inline = labels.stream().filter(Label::inline).toList();
        if (inline.isEmpty()) {
            return;
        }
        for (var block : text.blocks()) {
            if (block instanceof OfficeText.Paragraph paragraph) {
                paragraph.text().lines().forEach(line -> line(line, inline));
            } else if (block instanceof Table table) {
                table.rows().forEach(row -> line(String.join("\t", row.stream().map(OfficeText.Cell::text).toList()), inline));
            }
        }
    }

    private void line(String line, List<Label> inline) {
        Label open = null;
        int from = 0;
        for (int at = 0; at < line.length(); at++) {
            var label = startingAt(line, at, inline);
            if (label == null) {
                continue;
            }
            close(open, line.substring(from, at));
            open = label;
            int end = at + Fold.after(line.substring(at), label.bare());
            from = Math.max(end, Fold.afterColon(line, end));
            at = Math.max(at, from - 1);
        }
        close(open, open == null ? "" : line.substring(from));
    }

    private static Label startingAt(String line, int at, List<Label> inline) {
        Label best = null;
        if (Fold.of(line.substring(at, at + 1)).isEmpty() || at > 0 && Fold.of(line.substring(at - 1, at)).length() > 0 && line.charAt(at - 1) > 0x7F) {
            return null;
        }
        for (var label : inline) {
            int end = Fold.after(line.substring(at), label.bare());
            boolean colon = end > 0 && (Fold.afterColon(line, at + end) > at + end || line.startsWith("\t", at + end));
            if (colon && (best == null || label.bare().length() > best.bare().length())) {
                best = label;
            }
        }
        return best;
    }

    private void close(Label label, String value) {
        if (label != null) {
            found.putIfAbsent(label.cell().labelOf(), new StringBuilder(value.strip()));
        }
    }
}
