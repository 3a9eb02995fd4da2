package huizhan.folder;

import huizhan.call.Call;
import huizhan.call.Cell;
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

/**
 * Takes a filled annex back in, by the same grid that prints it (B2): a cell of the file is known by the annex's words for it, its value
 * stands behind those words, in the cells to the right of them, or below a column head.
 */
final class AnnexReader {
    private final Call call;
    private final Form form;
    private final List<AnnexLabel> labels = new ArrayList<>();
    private final Map<String, String> found = new LinkedHashMap<>();
    private final Map<String, List<Map<String, String>>> entries = new LinkedHashMap<>();

    /**
     * What stands in the file, not yet understood.
     *
     * @param texts   by field id; what the form asks for and the file doesn't have is absent
     * @param entries the rows of each repeated list, by the fields of an entry; the number of the row under {@code #}
     */
    record Annex(Map<String, String> texts, Map<String, List<Map<String, String>>> entries) {}

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
        new InlineLabels(reader.labels.stream().filter(AnnexLabel::inline).toList()).in(text).forEach(reader.found::putIfAbsent);
        var texts = new LinkedHashMap<String, String>();
        reader.found.forEach((id, value) -> texts.put(id, value.strip()));
        return new Annex(texts, reader.entries);
    }

    private void label(Cell cell) {
        AnnexLabel.of(cell, call).ifPresent(labels::add);
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
            var label = cells.get(i).continued() ? Optional.<AnnexLabel>empty() : longest(text);
            if (label.isEmpty() || label.get().inline()) {
                continue;
            }
            var value = new StringBuilder(label.get().behind(text));
            int next = i + 1;
            for (; next < cells.size() && (value.isEmpty() || !label.get().own()) && longest(cells.get(next).text()).isEmpty(); next++) {
                value.append(value.isEmpty() ? "" : "\n").append(cells.get(next).text());
            }
            found.putIfAbsent(label.get().cell().labelOf(), label.get().withoutRemark(value.toString()));
            i = next - 1;
        }
    }

    /** The label that a cell carries, the longest if one begins with another. */
    private Optional<AnnexLabel> longest(String text) {
        AnnexLabel best = null;
        for (var label : labels) {
            if (label.standsIn(text) && (best == null || label.bare().length() > best.bare().length())) {
                best = label;
            }
        }
        return Optional.ofNullable(best);
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
}
