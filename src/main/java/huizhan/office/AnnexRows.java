package huizhan.office;

import huizhan.call.Call;
import huizhan.call.Cell;
import huizhan.call.Form;
import huizhan.call.Row;
import huizhan.kernel.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Lists in an annex: the rows below a row of column heads. */
final class AnnexRows {
    private final Call call;
    private final Form form;
    private final AnnexLabels labels;
    private final Ledger ledger;
    private final List<Remark> remarks;
    private final Map<String, List<Line>> lists = new LinkedHashMap<>();

    /**
     * One row of a list.
     *
     * @param number what stands under 序号, empty where nothing does
     * @param cells  by the fields of an entry
     * @param where  its first cell
     */
    record Line(String number, Map<String, Said> cells, Text where) {

        Map<String, String> plain() {
            var plain = new LinkedHashMap<String, String>();
            cells.forEach((id, said) -> plain.put(id, said.text()));
            return plain;
        }
    }

    /** A list's column heads as they stand in a file. */
    record Columns(Row row, int width, TreeMap<Integer, Cell> byColumn, Map<Integer, String> heads, Set<Integer> numbers, List<Integer> order) {

        /** Where a cell stands: by its place in the row where rows and head have as many cells, else by the table's grid. */
        int column(List<OfficeText.Cell> cells, int index) {
            return cells.size() == width ? order.get(index) : cells.get(index).column();
        }
    }

    AnnexRows(Form form, Call call, AnnexLabels labels, Ledger ledger, List<Remark> remarks) {
        this.form = form;
        this.call = call;
        this.labels = labels;
        this.ledger = ledger;
        this.remarks = remarks;
    }

    Map<String, List<Line>> all() {
        return lists;
    }

    /** Each picture with the caption of the row that it stands in; those of no field with the row in their place, where there are as many of each. */
    static List<PastedPicture> called(List<PastedPicture> pictures, List<Line> rows) {
        return pictures.stream().map(each -> row(each, pictures, rows).map(line -> each.called(line.plain().getOrDefault("caption", ""))).orElse(each)).toList();
    }

    private static Optional<Line> row(PastedPicture picture, List<PastedPicture> pictures, List<Line> rows) {
        var loose = pictures.stream().filter(each -> each.field().isEmpty()).toList();
        var own = rows.stream().filter(line -> Spot.row(line.where()).equals(Spot.row(picture.where()))).findFirst();
        var placed = loose.contains(picture) && loose.size() == rows.size() ? Optional.of(rows.get(loose.indexOf(picture))) : Optional.<Line>empty();
        return own.or(() -> placed);
    }

    /** The lines of 展板照片, each with the first picture that is called by it. */
    static List<PhotoLine> photos(List<PastedPicture> pictures, List<Line> rows) {
        return IntStream.range(0, rows.size()).mapToObj(i -> {
            var said = rows.get(i).plain();
            int number = rows.get(i).number().isEmpty() ? i + 1 : Integer.parseInt(rows.get(i).number());
            var picture = pictures.stream().filter(each -> row(each, pictures, rows).filter(rows.get(i)::equals).isPresent()).findFirst();
            return new PhotoLine(number, said.getOrDefault("file", ""), said.getOrDefault("caption", ""), rows.get(i).where(), picture);
        }).toList();
    }

    /** The list whose column heads these cells are. */
    Optional<Columns> below(List<OfficeText.Cell> cells) {
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
        var columns = new Columns(repeated, cells.size(), new TreeMap<>(), new LinkedHashMap<>(), new HashSet<>(),
                cells.stream().map(OfficeText.Cell::column).toList());
        for (var cell : cells) {
            for (var label : head.cells()) {
                if (!is(label, cell.text())) {
                    continue;
                }
                if (label.labelOf().isEmpty()) {
                    columns.numbers().add(cell.column());
                } else {
                    repeated.cells().stream().filter(each -> each.field().equals(label.labelOf())).findFirst().ifPresent(each -> {
                        columns.byColumn().putIfAbsent(cell.column(), each);
                        columns.heads().putIfAbsent(cell.column(), cell.text().strip());
                    });
                }
            }
        }
        return columns;
    }

    private boolean is(Cell label, String text) {
        var bare = Fold.of(Fold.bare(text));
        var words = label.label(call);
        return !bare.isEmpty() && words.isPresent()
                && (bare.equals(Fold.of(Fold.bare(words.get().zh()))) || Fold.of(text).equals(Fold.of(words.get().zh())));
    }

    /** Reads the rows below a head up to the first that is none of them; gives the index of the last one read. */
    int read(Columns columns, List<List<OfficeText.Cell>> rows, int head) {
        var list = lists.computeIfAbsent(columns.row().repeat(), key -> new ArrayList<>());
        rows.get(head).stream().filter(cell -> known(columns, cell)).forEach(ledger::use);
        int i = head + 1;
        for (; i < rows.size(); i++) {
            var cells = rows.get(i);
            boolean other = cells.stream().anyMatch(cell -> !cell.continued() && labels.longest(cell.text()).isPresent());
            var line = other ? Optional.<Line>empty() : line(columns, cells);
            if (line.isEmpty()) {
                break;
            }
            list.add(line.get());
        }
        return i - 1;
    }

    private static boolean known(Columns columns, OfficeText.Cell cell) {
        return columns.byColumn().containsKey(cell.column()) || columns.numbers().contains(cell.column());
    }

    private Optional<Line> line(Columns columns, List<OfficeText.Cell> cells) {
        var entry = new LinkedHashMap<String, Said>();
        var read = new ArrayList<OfficeText.Cell>();
        var number = "";
        for (int i = 0; i < cells.size(); i++) {
            int column = columns.column(cells, i);
            var text = cells.get(i).text().strip();
            if (columns.byColumn().containsKey(column)) {
                entry.merge(columns.byColumn().get(column).field(), new Said(columns.heads().get(column), text, cells.get(i).where()),
                        (said, more) -> said.with((said.text() + "\n" + more.text()).strip()));
                read.add(cells.get(i));
                mergedAbove(columns.byColumn().get(column).field(), cells.get(i));
            } else if (columns.numbers().contains(column) && Fold.of(text).matches("[0-9]{1,3}")) {
                number = Fold.of(text);
                read.add(cells.get(i));
            }
        }
        if (entry.isEmpty()) {
            return Optional.empty();
        }
        read.forEach(ledger::use);
        return Optional.of(new Line(number, entry, cells.get(0).where()));
    }

    private void mergedAbove(String field, OfficeText.Cell cell) {
        if (cell.continued() && cell.text().isBlank()) {
            remarks.add(Remark.of(Remark.Kind.MERGED_ABOVE, field, cell.where(), labels.name(field), ""));
        }
    }
}
