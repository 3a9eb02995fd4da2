package huizhan.office;

import huizhan.office.OfficeText.Block;
import huizhan.office.OfficeText.Cell;
import huizhan.office.OfficeText.Paragraph;
import huizhan.office.OfficeText.Table;
import huizhan.kernel.Text;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** A run of paragraphs and tables while it is read: a document's body, or the inside of a text box. */
final class WordFlow {
    private static final int DEEPEST = 12;

    final List<Block> blocks = new ArrayList<>();
    final Optional<Text> anchor;
    private final Counter counter;
    private final Deque<Grid> tables = new ArrayDeque<>();
    private StringBuilder paragraph = new StringBuilder();
    private boolean heading;

    /** Paragraphs and tables are numbered over the whole document. */
    static final class Counter {
        private int paragraphs;
        private int tables;
    }

    WordFlow(Counter counter, Optional<Text> anchor) {
        this.counter = counter;
        this.anchor = anchor;
    }

    /** The place that is being read. */
    Text where() {
        var inCell = tables.isEmpty() ? Optional.<Text>empty() : Optional.of(tables.peek().where());
        return inCell.or(() -> anchor.map(Spot::box)).orElseGet(() -> Spot.paragraph(counter.paragraphs + 1));
    }

    void text(String more) {
        paragraph.append(more);
    }

    void heading() {
        heading = true;
    }

    void tableBegins() throws OfficeFault {
        if (tables.size() >= DEEPEST) {
            throw new OfficeFault("表格层层嵌套过深，请用 Word 打开后另存", "its tables lie too deep inside one another; open it in Word and save it anew");
        }
        tables.push(new Grid(tables.isEmpty() ? Spot.table(++counter.tables) : Spot.nested(tables.peek().where())));
    }

    Optional<Grid> grid() {
        return Optional.ofNullable(tables.peek());
    }

    void paragraphEnds() {
        var text = paragraph.toString();
        paragraph = new StringBuilder();
        if (tables.isEmpty()) {
            var where = where();
            counter.paragraphs += anchor.isEmpty() ? 1 : 0;
            blocks.add(new Paragraph(text, heading, where, anchor));
        } else {
            tables.peek().line(text, true);
        }
        heading = false;
    }

    void tableEnds() {
        if (tables.isEmpty()) {
            return;
        }
        var done = tables.pop().table();
        if (tables.isEmpty()) {
            blocks.add(done);
        } else {
            tables.peek().inside(done);
        }
    }

    /** A table while it is read. */
    static final class Grid {
        private final Text name;
        private final List<List<Cell>> rows = new ArrayList<>();
        private StringBuilder text = new StringBuilder();
        private StringBuilder own = new StringBuilder();
        private boolean first = true;
        private boolean ownFirst = true;
        private boolean continued;
        private int column;
        private int span = 1;
        private List<Table> nested = new ArrayList<>();

        Grid(Text name) {
            this.name = name;
        }

        Text where() {
            return Spot.cell(name, Math.max(1, rows.size()), rows.isEmpty() ? 1 : rows.get(rows.size() - 1).size() + 1);
        }

        Table table() {
            return new Table(List.copyOf(rows));
        }

        void row() {
            rows.add(new ArrayList<>());
            column = 0;
        }

        void cell() {
            text = new StringBuilder();
            own = new StringBuilder();
            nested = new ArrayList<>();
            first = true;
            ownFirst = true;
            continued = false;
            span = 1;
        }

        void span(int columns) {
            span = columns;
        }

        /** Columns that a row leaves free at its left. */
        void before(int columns) {
            column += columns;
        }

        void continued(boolean value) {
            continued = value;
        }

        void line(String line, boolean ofItsOwn) {
            text.append(first ? "" : "\n").append(line);
            first = false;
            if (ofItsOwn) {
                own.append(ownFirst ? "" : "\n").append(line);
                ownFirst = false;
            }
        }

        void inside(Table table) {
            nested.add(table);
            table.rows().forEach(row -> row.forEach(cell -> line(cell.text(), false)));
        }

        void cellEnds() {
            if (rows.isEmpty()) {
                row();
            }
            var where = where();
            rows.get(rows.size() - 1).add(new Cell(text.toString(), own.toString(), column, continued, where, List.copyOf(nested)));
            column += span;
        }
    }
}
