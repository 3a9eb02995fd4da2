package huizhan.folder;

import huizhan.folder.OfficeText.Block;
import huizhan.folder.OfficeText.Cell;
import huizhan.folder.OfficeText.Paragraph;
import huizhan.folder.OfficeText.Table;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLStreamReader;

/** Reads {@code word/document.xml} (ECMA-376 part 1, 17): what stands there after deletions, with check boxes of each of Word's three kinds. */
final class WordText {
    private static final String TICKED = "☑";
    private static final String EMPTY = "□";
    /** Wingdings and Wingdings 2 draw boxes with letters. */
    private static final Map<String, String> SYMBOLS = Map.of("F0FE", TICKED, "F0FD", TICKED, "F052", TICKED, "F053", TICKED, "F0FC", "√",
            "F050", "√", "F0A8", EMPTY, "F06F", EMPTY, "F0A3", EMPTY);

    private final List<Block> blocks = new ArrayList<>();
    private final Deque<Grid> tables = new ArrayDeque<>();
    private StringBuilder paragraph = new StringBuilder();
    private boolean heading;
    private boolean formBox;
    private boolean formBoxTicked;
    private boolean inText;
    private boolean inParagraphProperties;

    private WordText() {}

    static OfficeText read(OfficePackage office) throws OfficeFault {
        var word = new WordText();
        var xml = office.part("word/document.xml").orElseThrow(OfficePackage::damaged);
        int skipped = 0;
        while (true) {
            int event = OfficePackage.next(xml);
            if (event == XMLStreamReader.END_DOCUMENT) {
                return new OfficeText(List.copyOf(word.blocks));
            }
            if (event == XMLStreamReader.START_ELEMENT) {
                skipped = skipped > 0 || skip(xml.getLocalName()) ? skipped + 1 : 0;
                if (skipped == 0) {
                    word.start(xml);
                }
            } else if (event == XMLStreamReader.END_ELEMENT) {
                if (skipped > 0) {
                    skipped--;
                } else {
                    word.end(xml.getLocalName());
                }
            } else if (event == XMLStreamReader.CHARACTERS && skipped == 0 && word.inText) {
                word.paragraph.append(xml.getText());
            }
        }
    }

    /** Deleted text, the older twin of a drawing, and field codes don't stand on the paper. */
    private static boolean skip(String name) {
        return name.equals("del") || name.equals("moveFrom") || name.equals("Fallback") || name.equals("instrText") || name.equals("delText");
    }

    private void start(XMLStreamReader xml) {
        switch (xml.getLocalName()) {
            case "tbl" -> tables.push(new Grid());
            case "tr" -> grid(Grid::row);
            case "tc" -> grid(Grid::cell);
            case "gridSpan" -> grid(grid -> grid.span(number(value(xml))));
            case "gridBefore" -> grid(grid -> grid.span(number(value(xml)) + 1));
            case "vMerge" -> grid(grid -> grid.continued = !value(xml).equals("restart"));
            case "pStyle", "outlineLvl" -> heading |= xml.getLocalName().equals("outlineLvl") || value(xml).toLowerCase(Locale.ROOT).matches("heading.*|标题.*|[1-9]|title");
            case "t" -> inText = true;
            case "tab" -> paragraph.append(inParagraphProperties ? "" : "\t");
            case "br", "cr" -> paragraph.append('\n');
            case "noBreakHyphen" -> paragraph.append('-');
            case "pPr" -> inParagraphProperties = true;
            case "sym" -> paragraph.append(SYMBOLS.getOrDefault(attribute(xml, "char").toUpperCase(Locale.ROOT), ""));
            default -> box(xml);
        }
    }

    /** The box of an old form field; a content control shows its sign as text. */
    private void box(XMLStreamReader xml) {
        switch (xml.getLocalName()) {
            case "checkBox" -> {
                formBox = true;
                formBoxTicked = false;
            }
            case "default" -> formBoxTicked |= formBox && on(xml);
            case "checked" -> formBoxTicked = formBox && on(xml);
            default -> { }
        }
    }

    private void end(String name) {
        switch (name) {
            case "t" -> inText = false;
            case "pPr" -> inParagraphProperties = false;
            case "checkBox" -> {
                paragraph.append(formBoxTicked ? TICKED : EMPTY);
                formBox = false;
            }
            case "p" -> paragraphEnds();
            case "tc" -> grid(Grid::cellEnds);
            case "tbl" -> tableEnds();
            default -> { }
        }
    }

    private void paragraphEnds() {
        var text = paragraph.toString();
        paragraph = new StringBuilder();
        if (tables.isEmpty()) {
            blocks.add(new Paragraph(text, heading));
        } else {
            tables.peek().line(text);
        }
        heading = false;
    }

    private void tableEnds() {
        var done = tables.pop();
        if (tables.isEmpty()) {
            blocks.add(new Table(List.copyOf(done.rows)));
        } else {
            done.rows.forEach(row -> row.forEach(cell -> tables.peek().line(cell.text())));
        }
    }

    private void grid(java.util.function.Consumer<Grid> act) {
        if (!tables.isEmpty()) {
            act.accept(tables.peek());
        }
    }

    private static String value(XMLStreamReader xml) {
        return attribute(xml, "val");
    }

    private static boolean on(XMLStreamReader xml) {
        var value = value(xml);
        return value.isEmpty() || value.equals("1") || value.equals("true") || value.equals("on");
    }

    private static String attribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    private static int number(String text) {
        return text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : 1;
    }

    /** A table while it is read. */
    private static final class Grid {
        private final List<List<Cell>> rows = new ArrayList<>();
        private StringBuilder text = new StringBuilder();
        private boolean first = true;
        private boolean continued;
        private int column;
        private int span = 1;

        void row() {
            rows.add(new ArrayList<>());
            column = 0;
        }

        void cell() {
            text = new StringBuilder();
            first = true;
            continued = false;
            span = 1;
        }

        void span(int columns) {
            span = columns;
        }

        void line(String line) {
            text.append(first ? "" : "\n").append(line);
            first = false;
        }

        void cellEnds() {
            if (rows.isEmpty()) {
                row();
            }
            rows.get(rows.size() - 1).add(new Cell(text.toString(), column, continued));
            column += span;
        }
    }
}
