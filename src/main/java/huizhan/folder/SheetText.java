package huizhan.folder;

import huizhan.folder.OfficeText.Block;
import huizhan.folder.OfficeText.Cell;
import huizhan.folder.OfficeText.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamReader;

/** Reads the first sheet of an Excel workbook (ECMA-376 part 1, 18): values as they were typed, formulas by their last result. */
final class SheetText {
    private static final int MOST_ROWS = 2_000;
    private static final int MOST_COLUMNS = 100;

    private SheetText() {}

    static OfficeText read(OfficePackage office) throws OfficeFault {
        var strings = strings(office);
        for (int i = 1; i <= 20; i++) {
            var sheet = office.part("xl/worksheets/sheet" + i + ".xml");
            if (sheet.isPresent()) {
                return new OfficeText(List.<Block>of(new Table(rows(sheet.get(), strings))));
            }
        }
        throw OfficePackage.damaged();
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

    private static List<List<Cell>> rows(XMLStreamReader xml, List<String> strings) throws OfficeFault {
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
                    default -> { }
                }
            } else if (event == XMLStreamReader.END_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "v", "t" -> inValue = false;
                    case "c" -> put(rows, row, column, shown(type, value.toString(), strings));
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

    private static List<List<Cell>> cells(TreeMap<Integer, TreeMap<Integer, String>> rows) {
        var cells = new ArrayList<List<Cell>>();
        for (var row : rows.values()) {
            cells.add(row.entrySet().stream().map(each -> new Cell(each.getValue(), each.getKey() - 1, false)).toList());
        }
        return cells;
    }

    private static String shown(String type, String value, List<String> strings) {
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
        if (reference == null || !reference.matches("[A-Z]{1,3}[0-9]+")) {
            return otherwise;
        }
        int column = 0;
        for (int i = 0; reference.charAt(i) >= 'A'; i++) {
            column = column * 26 + reference.charAt(i) - 'A' + 1;
        }
        return column;
    }
}
