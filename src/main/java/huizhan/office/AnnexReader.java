package huizhan.office;

import huizhan.call.Call;
import huizhan.call.Form;
import huizhan.office.OfficeText.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Takes a filled annex back in, by the same grid that prints it (B2): a cell of the file is known by the annex's words for it, its value
 * stands behind those words, in the cells to the right of them, or below a column head. Whatever is read in another way is told, and
 * what is not read is left over.
 */
final class AnnexReader {
    private final AnnexLabels labels;
    private final AnnexRows lists;
    private final Ledger ledger;
    private final Map<String, Said> found = new LinkedHashMap<>();
    private final List<Remark> remarks = new ArrayList<>();
    /** Which label stands at the left of a row that only continues it, by column. */
    private final Map<Integer, AnnexLabel> above = new HashMap<>();

    /**
     * What stands in the file, not yet understood.
     *
     * @param texts by field id; what the form asks for and the file doesn't have is absent
     * @param lists the rows of each repeated list
     */
    record Annex(Map<String, Said> texts, Map<String, List<AnnexRows.Line>> lists, List<Remark> remarks, List<LeftOver> leftOver) {

        /** The values alone. */
        Map<String, String> plain() {
            var plain = new LinkedHashMap<String, String>();
            texts.forEach((id, said) -> plain.put(id, said.text()));
            return plain;
        }

        List<AnnexRows.Line> list(String name) {
            return lists.getOrDefault(name, List.of());
        }
    }

    private AnnexReader(Form form, Call call) {
        this.labels = new AnnexLabels(form, call);
        this.ledger = new Ledger(form, call);
        this.lists = new AnnexRows(form, call, labels, ledger, remarks);
    }

    /** @param closely with a second look at what the grid doesn't explain; not for a form that stands above free text */
    static Annex read(OfficeText text, Form form, Call call, boolean closely) {
        var reader = new AnnexReader(form, call);
        reader.tables(text);
        new InlineLabels(reader.labels.inline(), reader.ledger).in(text).forEach(reader.found::putIfAbsent);
        if (closely) {
            var odd = new AnnexOddities(reader.labels, reader.ledger, reader.found, reader.remarks);
            odd.boxes(text);
            odd.merged();
            odd.joined();
            odd.reworded(text);
        }
        reader.found.replaceAll((id, said) -> said.with(said.text().strip()));
        return new Annex(reader.found, reader.lists.all(), reader.remarks, reader.ledger.leftOver(text));
    }

    /** A table inside a cell is a part of the form if it holds labels that stand nowhere else. */
    private void tables(OfficeText text) {
        var inside = labels.insideOnly(text.tables());
        text.tables().forEach(table -> table(table, inside));
    }

    private void table(Table table, Set<String> inside) {
        var rows = table.rows();
        above.clear();
        for (int i = 0; i < rows.size(); i++) {
            var list = lists.below(rows.get(i));
            if (list.isPresent()) {
                i = lists.read(list.get(), rows, i);
            } else {
                row(rows.get(i), inside);
            }
        }
    }

    private void row(List<OfficeText.Cell> cells, Set<String> inside) {
        continuing(cells);
        for (int i = 0; i < cells.size(); i++) {
            var nested = formTables(cells.get(i), inside);
            nested.forEach(table -> table(table, inside));
            if (!nested.isEmpty()) {
                remarks.add(Remark.of(Remark.Kind.NESTED_FORM, cells.get(i).where(), ""));
            }
            var text = nested.isEmpty() ? cells.get(i).text() : cells.get(i).own();
            var label = cells.get(i).continued() ? Optional.<AnnexLabel>empty() : labels.longest(text);
            if (label.isEmpty() || label.get().inline() || !nested.isEmpty() && text.isBlank()) {
                continue;
            }
            above.put(cells.get(i).column(), label.get());
            i = answer(label.get(), cells, i, text);
        }
    }

    private List<Table> formTables(OfficeText.Cell cell, Set<String> inside) {
        return cell.nested().stream().filter(table -> labels.standing(table).stream().anyMatch(inside::contains)).toList();
    }

    /** A row whose label cell only continues the one above says more about the same field. */
    private void continuing(List<OfficeText.Cell> cells) {
        if (cells.size() < 2 || !cells.get(0).continued() || !above.containsKey(cells.get(0).column())) {
            return;
        }
        var id = above.get(cells.get(0).column()).cell().labelOf();
        for (int i = 1; i < cells.size() && labels.longest(cells.get(i).text()).isEmpty(); i++) {
            var cell = cells.get(i);
            if (!cell.text().isBlank() && !cell.continued() && found.containsKey(id)) {
                found.compute(id, (key, said) -> said.with((said.text() + "\n" + cell.text()).strip()));
                remarks.add(Remark.of(Remark.Kind.JOINED, id, cell.where(), labels.name(id), cell.text()));
                ledger.use(cell);
            }
        }
    }

    /** Reads the answer to a label; gives the index of the last cell that belongs to it. */
    private int answer(AnnexLabel label, List<OfficeText.Cell> cells, int at, String text) {
        var id = label.cell().labelOf();
        var value = new StringBuilder(label.behind(text));
        var filled = new ArrayList<OfficeText.Cell>();
        boolean merged = false;
        int next = at + 1;
        for (; next < cells.size() && (value.isEmpty() || !label.own()) && labels.longest(cells.get(next).text()).isEmpty(); next++) {
            var cell = cells.get(next);
            merged |= cell.continued();
            value.append(value.isEmpty() || cell.text().isEmpty() ? "" : "\n").append(cell.text());
            ledger.use(cell);
            if (!cell.text().isBlank()) {
                filled.add(cell);
            }
        }
        ledger.use(cells.get(at));
        var bracket = label.bracket(text, Fold.after(text, label.bare()));
        ledger.leave(value.indexOf(bracket) < 0 ? bracket : "", cells.get(at).where());
        var where = filled.isEmpty() ? cells.get(Math.min(at + (label.own() || next == at + 1 ? 0 : 1), cells.size() - 1)).where() : filled.get(0).where();
        var words = Fold.bare(text.lines().findFirst().orElse(""));
        take(label, new Said(words, label.withoutRemark(value.toString()), where), merged && filled.isEmpty());
        oddly(label, id, cells.subList(at, next), filled);
        return next - 1;
    }

    private void take(AnnexLabel label, Said said, boolean mergedAbove) {
        var id = label.cell().labelOf();
        var before = found.get(id);
        if (mergedAbove && said.text().isBlank()) {
            remarks.add(Remark.of(Remark.Kind.MERGED_ABOVE, id, said.where(), labels.name(id), ""));
        }
        if (before == null || before.text().isBlank()) {
            found.put(id, said);
        } else if (!said.text().isBlank() && !said.text().strip().equals(before.text().strip())) {
            remarks.add(Remark.of(Remark.Kind.TWICE, id, said.where(), labels.name(id), said.text()));
            ledger.leave(said.text(), said.where());
        }
    }

    private void oddly(AnnexLabel label, String id, List<OfficeText.Cell> cells, List<OfficeText.Cell> filled) {
        if (filled.size() > labels.answers(id)) {
            remarks.add(Remark.of(Remark.Kind.JOINED, id, filled.get(0).where(), labels.name(id),
                    String.join(" | ", filled.stream().map(OfficeText.Cell::text).toList())));
        }
        cells.stream().filter(cell -> !cell.nested().isEmpty() && !cell.text().equals(cell.own())).findFirst()
                .ifPresent(cell -> remarks.add(Remark.of(Remark.Kind.NESTED, id, cell.where(), labels.name(id), "")));
    }
}
