package huizhan.call;

import huizhan.kernel.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Reads {@code forms/*.yaml} strictly. What only the call can tell (is there such a field) waits for {@link #verify}. */
final class FormReader {
    private static final int A4_SHORT = 210;
    private static final int A4_LONG = 297;
    private static final int MARGIN = 10;

    private FormReader() {}

    static Form read(Yaml yaml) {
        var id = yaml.parsed("id", "small letters, digits and '-'", value -> {
            if (!value.matches("[a-z0-9-]{1,40}")) {
                throw new IllegalArgumentException();
            }
            return value;
        });
        boolean landscape = yaml.parsed("page", "'portrait' or 'landscape'", value -> switch (value) {
            case "portrait" -> false;
            case "landscape" -> true;
            default -> throw new IllegalArgumentException();
        });
        var title = yaml.both("title");
        var annex = yaml.both("annex", Text.same(""));
        var columns = columns(yaml, landscape);
        var checks = new ArrayList<Consumer<Call>>();
        var rows = rows(yaml, columns.size(), checks);
        yaml.done();
        return new Form(id, title, annex, landscape, columns, rows, checks);
    }

    static void verify(Form form, Call call) {
        form.verify(call);
    }

    private static List<Integer> columns(Yaml yaml, boolean landscape) {
        var columns = yaml.texts("columns").stream().map(width -> {
            if (!width.matches("[1-9][0-9]{0,2}")) {
                throw yaml.fault("columns", "'" + width + "' is no column width", "Give whole millimetres, e.g. [28, 14, 60].");
            }
            return Integer.valueOf(width);
        }).toList();
        int room = (landscape ? A4_LONG : A4_SHORT) - 2 * MARGIN;
        int width = columns.stream().mapToInt(Integer::intValue).sum();
        if (columns.isEmpty() || width > room) {
            throw yaml.fault("columns", "the columns are " + width + " mm wide", "Give at least one, and together at most " + room + " mm.");
        }
        return columns;
    }

    private static List<Row> rows(Yaml yaml, int columns, List<Consumer<Call>> checks) {
        var rows = new ArrayList<Row>();
        var open = new FormSpans(columns);
        for (var each : yaml.maps("rows")) {
            var row = row(each, checks);
            open.take(row, each);
            rows.add(row);
        }
        open.end(yaml);
        if (rows.isEmpty()) {
            throw yaml.fault("rows", "the form has no rows", "Give at least one.");
        }
        return rows;
    }

    private static Row row(Yaml yaml, List<Consumer<Call>> checks) {
        var repeat = yaml.text("repeat", "");
        if (!repeat.isEmpty() && !FormFields.lists(repeat)) {
            throw yaml.fault("repeat", "there is no list '" + repeat + "'", "Known lists: " + FormFields.lists() + ".");
        }
        var least = yaml.text("least", "one");
        var cells = yaml.maps("cells").stream().map(cell -> CellReader.read(cell, repeat, checks)).toList();
        var row = new Row(cells, (int) yaml.number("height", 1, 250, 7), yaml.flag("head"), !yaml.flag("bare"), repeat,
                least.equals("one") ? RowCount.ONE : yaml.parsed("least", "one of " + counts(), FormReader::count), -1);
        if (cells.isEmpty()) {
            throw yaml.fault("cells", "the row has no cells", "Give at least one, or take the row away.");
        }
        if (row.head() && row.repeated()) {
            throw yaml.fault("head", "a repeated row can't be a column head", "Take one of 'head' and 'repeat' away.");
        }
        yaml.done();
        return row;
    }

    private static RowCount count(String word) {
        return RowCount.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static Set<String> counts() {
        var words = new TreeSet<String>();
        for (var each : RowCount.values()) {
            words.add(each.name().toLowerCase(Locale.ROOT));
        }
        return words;
    }
}
