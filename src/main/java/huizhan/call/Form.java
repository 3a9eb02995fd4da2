package huizhan.call;

import huizhan.kernel.Text;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;

/**
 * An annex as a grid of cells. One definition gives the web form, Word, PDF and the reader that takes a filled form back
 * (B2, C4); a label is written once.
 */
public final class Form {
    private final String id;
    private final Text title;
    private final Text annex;
    private final boolean landscape;
    private final List<Integer> columns;
    private final List<Row> rows;
    private final List<Consumer<Call>> checks;

    Form(String id, Text title, Text annex, boolean landscape, List<Integer> columns, List<Row> rows, List<Consumer<Call>> checks) {
        this.id = id;
        this.title = title;
        this.annex = annex;
        this.landscape = landscape;
        this.columns = List.copyOf(columns);
        this.rows = List.copyOf(rows);
        this.checks = List.copyOf(checks);
    }

    /** Its name in the call and in a QR code, e.g. {@code board-form}. */
    public String id() {
        return id;
    }

    public Text title() {
        return title;
    }

    /** The words above the title, e.g. 附件1; empty where there are none. */
    public Text annex() {
        return annex;
    }

    /** A4 lying; standing otherwise. */
    public boolean landscape() {
        return landscape;
    }

    /** Column widths in millimetres, from the left. */
    public List<Integer> columns() {
        return columns;
    }

    /** The rows as they are written, each repeated row once. */
    public List<Row> rows() {
        return rows;
    }

    /**
     * The rows as they are shown: a repeated row once for each entry and at least as often as the form asks, row spans resolved.
     *
     * @param entries how many entries a list has, by the name that {@link Row#repeat()} gives
     */
    public List<Row> rows(Call call, ToIntFunction<String> entries) {
        var shown = new ArrayList<Row>();
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            int span = span(i, call, entries);
            var cells = row.cells().stream().map(cell -> cell.rows() == 0 ? cell.spanning(span) : cell).toList();
            if (!row.repeated()) {
                shown.add(row.with(cells, -1));
                continue;
            }
            for (int copy = 0; copy < copies(row, call, entries); copy++) {
                shown.add(row.with(cells, copy));
            }
        }
        return shown;
    }

    /** A field's label as a name: as printed, without letter-spacing and the colon at the end; empty if the form has no words for it. */
    public Optional<Text> label(String field, Call call) {
        return cells().stream().filter(cell -> cell.labelOf().equals(field)).findFirst().flatMap(cell -> cell.label(call))
                .map(label -> new Text(ending(label.zh().replace("　", ""), "："), ending(label.en(), ":")));
    }

    private static String ending(String text, String without) {
        return text.endsWith(without) ? text.substring(0, text.length() - without.length()) : text;
    }

    /** Every field that the form asks for, in printed order. Fields of repeated rows are relative to their entry. */
    public Set<String> fields() {
        var fields = new LinkedHashSet<String>();
        for (var cell : cells()) {
            fields.add(cell.field());
            fields.add(cell.with());
        }
        fields.remove("");
        return fields;
    }

    void verify(Call call) {
        checks.forEach(check -> check.accept(call));
    }

    private List<Cell> cells() {
        return rows.stream().flatMap(row -> row.cells().stream()).toList();
    }

    private int span(int from, Call call, ToIntFunction<String> entries) {
        int span = 0;
        for (int i = from; i < rows.size(); i++) {
            var row = rows.get(i);
            if (row.repeated()) {
                return span + copies(row, call, entries);
            }
            span++;
        }
        return span;
    }

    private static int copies(Row row, Call call, ToIntFunction<String> entries) {
        return Math.max(row.least().in(call), entries.applyAsInt(row.repeat()));
    }
}
