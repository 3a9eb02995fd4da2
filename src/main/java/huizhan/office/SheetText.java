package huizhan.office;

import huizhan.office.OfficeText.Block;
import huizhan.office.OfficeText.Cell;
import huizhan.office.OfficeText.Table;
import huizhan.kernel.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamReader;

/** Reads the sheets of an Excel workbook (ECMA-376 part 1, 18): values as they were typed, formulas by their last result. */
final class SheetText {
    private static final int MOST_ROWS = 2_000;
    private static final int MOST_COLUMNS = 100;
    private static final String CELL = "[A-Z]{1,3}[0-9]{1,7}";

    private static final int MOST_SHEETS = 50;
    private static final String BOOK = "xl/workbook.xml";

    private final String sheet;
    private final List<String> strings;
    private final List<int[]> merged = new ArrayList<>();

    private SheetText(String sheet, List<String> strings) {
        this.sheet = sheet;
        this.strings = strings;
    }

    /** The first sheet that has something on it; the words of the others, and of drawings and comments, are extras. */
    static OfficeText read(OfficePackage office) throws OfficeFault {
        var strings = strings(office);
        Table first = null;
        var extras = new ArrayList<Extra>();
        for (var sheet : sheets(office)) {
            var table = new Table(new SheetText(sheet.name(), strings).rows(office.part(sheet.part()).orElseThrow(OfficePackage::damaged)));
            if (first == null && table.rows().stream().anyMatch(row -> row.stream().anyMatch(cell -> !cell.text().isBlank()))) {
                first = table;
            } else {
                table.rows().forEach(row -> row.stream().filter(cell -> !cell.text().isBlank())
                        .forEach(cell -> extras.add(new Extra(Extra.Kind.SHEET, cell.where(), cell.text().strip()))));
            }
            beside(office, sheet, extras);
        }
        return new OfficeText(first == null ? List.of() : List.<Block>of(first), List.copyOf(extras), List.of());
    }

    private record Sheet(String name, String part) {}

    private static List<Sheet> sheets(OfficePackage office) throws OfficeFault {
        var sheets = new ArrayList<Sheet>();
        var relations = office.relationsOf(BOOK);
        var xml = office.part(BOOK).orElseThrow(OfficePackage::damaged);
        for (int event = OfficePackage.next(xml); event != XMLStreamReader.END_DOCUMENT; event = OfficePackage.next(xml)) {
            if (event == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals("sheet") && sheets.size() < MOST_SHEETS) {
                var relation = relations.get(Xml.attribute(xml, "id"));
                if (relation != null && relation.type().equals("worksheet") && office.has(relation.target())) {
                    sheets.add(new Sheet(Xml.attribute(xml, "name"), relation.target()));
                }
            }
        }
        if (sheets.isEmpty()) {
            throw OfficePackage.damaged();
        }
        return sheets;
    }

    private static void beside(OfficePackage office, Sheet sheet, List<Extra> extras) throws OfficeFault {
        var where = new Text("工作表“" + sheet.name() + "”", "sheet “" + sheet.name() + "”");
        for (var drawing : office.partsOf(sheet.part(), "drawing")) {
            words(office, drawing, "txBody").forEach(text -> extras.add(new Extra(Extra.Kind.SHEET, Spot.box(where), text)));
        }
        for (var comments : office.partsOf(sheet.part(), "comments")) {
            words(office, comments, "comment").forEach(text -> extras.add(new Extra(Extra.Kind.COMMENT, where, text)));
        }
        if (!office.partsOf(sheet.part(), "ctrlProp").isEmpty()) {
            extras.add(new Extra(Extra.Kind.CONTROL, where, ""));
        }
    }

    /** The text of each element of a name. */
    private static List<String> words(OfficePackage office, String part, String element) throws OfficeFault {
        var found = new ArrayList<String>();
        var text = new StringBuilder();
        boolean inText = false;
        var xml = office.part(part).orElseThrow(OfficePackage::damaged);
        for (int event = OfficePackage.next(xml); event != XMLStreamReader.END_DOCUMENT; event = OfficePackage.next(xml)) {
            if (event == XMLStreamReader.CHARACTERS && inText) {
                text.append(xml.getText());
            } else if (event == XMLStreamReader.START_ELEMENT || event == XMLStreamReader.END_ELEMENT) {
                boolean start = event == XMLStreamReader.START_ELEMENT;
                inText = start && xml.getLocalName().equals("t");
                if (!start && xml.getLocalName().equals(element)) {
                    found.add(text.toString().strip());
                    text.setLength(0);
                }
            }
        }
        found.removeIf(String::isBlank);
        return found;
    }

    private static List<String> strings(OfficePackage office) throws OfficeFault {
        var strings = new ArrayList<String>();
        var part = office.part("xl/sharedStrings.xml");
        if (part.isEmpty()) {
            return strings;
        }
        var xml = part.get();
        var text = new StringBuilder();
        int phonetic = 0;
        boolean inText = false;
        for (int event = OfficePackage.next(xml); event != XMLStreamReader.END_DOCUMENT; event = OfficePackage.next(xml)) {
            if (event == XMLStreamReader.CHARACTERS && inText && phonetic == 0) {
                text.append(xml.getText());
            } else if (event == XMLStreamReader.START_ELEMENT || event == XMLStreamReader.END_ELEMENT) {
                boolean start = event == XMLStreamReader.START_ELEMENT;
                switch (xml.getLocalName()) {
                    case "t" -> inText = start;
                    case "rPh" -> phonetic += start ? 1 : -1;
                    case "si" -> {
                        if (!start) {
                            strings.add(text.toString());
                            text.setLength(0);
                        }
                    }
                    default -> { }
                }
            }
        }
        return strings;
    }

    private List<List<Cell>> rows(XMLStreamReader xml) throws OfficeFault {
        var rows = new TreeMap<Integer, TreeMap<Integer, String>>();
        int row = 0;
        int column = 0;
        var type = "";
        var value = new StringBuilder();
        boolean inValue = false;
        for (int event = OfficePackage.next(xml); event != XMLStreamReader.END_DOCUMENT; event = OfficePackage.next(xml)) {
            if (event == XMLStreamReader.CHARACTERS && inValue) {
                value.append(xml.getText());
            } else if (event == XMLStreamReader.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "row" -> {
                        row = number(xml.getAttributeValue(null, "r"), row + 1);
                        column = 0;
                    }
                    case "c" -> {
                        column = column(xml.getAttributeValue(null, "r"), column + 1);
                        type = String.valueOf(xml.getAttributeValue(null, "t"));
                        value.setLength(0);
                    }
                    case "v", "t" -> inValue = true;
                    case "mergeCell" -> merged(String.valueOf(xml.getAttributeValue(null, "ref")));
                    default -> { }
                }
            } else if (event == XMLStreamReader.END_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "v", "t" -> inValue = false;
                    case "c" -> put(rows, row, column, shown(type, value.toString()));
                    default -> { }
                }
            }
        }
        return cells(rows);
    }

    private static void put(Map<Integer, TreeMap<Integer, String>> rows, int row, int column, String text) {
        if (row <= MOST_ROWS && column <= MOST_COLUMNS) {
            rows.computeIfAbsent(row, key -> new TreeMap<>()).put(column, text);
        }
    }

    private List<List<Cell>> cells(TreeMap<Integer, TreeMap<Integer, String>> rows) {
        var cells = new ArrayList<List<Cell>>();
        rows.forEach((row, columns) -> cells.add(columns.entrySet().stream().map(each -> new Cell(each.getValue(), each.getValue(), each.getKey() - 1,
                continued(row, each.getKey()), Spot.sheet(sheet, row, each.getKey()), List.of())).toList()));
        return cells;
    }

    private void merged(String reference) {
        var ends = reference.split(":");
        if (ends.length == 2 && ends[0].matches(CELL) && ends[1].matches(CELL)) {
            merged.add(new int[] {number(ends[0].replaceAll("[A-Z]", ""), 1), number(ends[1].replaceAll("[A-Z]", ""), 1), column(ends[0], 1), column(ends[1], 1)});
        }
    }

    private boolean continued(int row, int column) {
        return merged.stream().anyMatch(each -> row > each[0] && row <= each[1] && column >= each[2] && column <= each[3]);
    }

    private String shown(String type, String value) {
        return switch (type) {
            case "s" -> value.matches("[0-9]{1,9}") && Integer.parseInt(value) < strings.size() ? strings.get(Integer.parseInt(value)) : "";
            case "b" -> value.equals("1") ? "☑" : "□";
            case "str", "inlineStr", "e" -> value;
            default -> plain(value);
        };
    }

    /** A telephone number typed as a number comes back without an exponent. */
    private static String plain(String value) {
        try {
            var number = new BigDecimal(value);
            return number.precision() - number.scale() > 30 || number.scale() > 30 ? value : number.stripTrailingZeros().toPlainString();
        } catch (NumberFormatException e) {
            return value;
        }
    }

    private static int number(String text, int otherwise) {
        return text != null && text.matches("[0-9]{1,7}") ? Integer.parseInt(text) : otherwise;
    }

    private static int column(String reference, int otherwise) {
        if (reference == null || !reference.matches(CELL)) {
            return otherwise;
        }
        int column = 0;
        for (int i = 0; reference.charAt(i) >= 'A'; i++) {
            column = column * 26 + reference.charAt(i) - 'A' + 1;
        }
        return column;
    }
}
