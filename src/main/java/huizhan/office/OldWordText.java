package huizhan.office;

import huizhan.office.OfficeText.Block;
import huizhan.office.OfficeText.Cell;
import huizhan.office.OfficeText.Table;
import huizhan.kernel.Text;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.zip.InflaterInputStream;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.usermodel.CharacterRun;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.apache.poi.hwpf.usermodel.Range;

/** The body of a binary Word file: the same paragraphs and tables that {@link WordText} makes of a .docx. */
final class OldWordText {
    private static final char FIELD = '\u0013';
    private static final char RESULT = '\u0014';
    private static final char FIELD_END = '\u0015';

    /** Where a packed metafile's zlib stream stands; POI unpacks it without a limit. */
    private static final int PACKED = 33;
    private static final byte[] ZLIB = {(byte) 0xFE, 0x78};

    private final HWPFDocument document;
    private final PictureBudget budget;
    private final Map<Integer, Optional<PastedPicture>> known = new HashMap<>();
    private final List<Block> blocks = new ArrayList<>();
    private final List<Extra> extras = new ArrayList<>();
    private final Map<Text, StringBuilder> inserted = new LinkedHashMap<>();
    private final Map<Text, StringBuilder> deleted = new LinkedHashMap<>();
    private final List<PastedPicture> pictures = new ArrayList<>();
    private int tables;
    private int paragraphs;

    OldWordText(HWPFDocument document) {
        this(document, new PictureBudget());
    }

    OldWordText(HWPFDocument document, PictureBudget budget) {
        this.document = document;
        this.budget = budget;
    }

    OfficeText read() {
        var body = document.getRange();
        for (int i = 0; i < body.numParagraphs(); i++) {
            var paragraph = body.getParagraph(i);
            if (paragraph.isInTable()) {
                var table = body.getTable(paragraph);
                blocks.add(table(table, Spot.table(++tables)));
                i += Math.max(1, table.numParagraphs()) - 1;
            } else {
                var where = Spot.paragraph(++paragraphs);
                boolean heading = paragraph.getLvl() < 9;
                line(paragraph, where).lines().forEach(line -> blocks.add(new OfficeText.Paragraph(line, heading, where, Optional.empty())));
            }
        }
        blocks.addAll(OldWord.boxes(document));
        OldWord.beside(document, extras);
        inserted.forEach((where, text) -> extras.add(new Extra(Extra.Kind.INSERTED, where, text.toString())));
        deleted.forEach((where, text) -> extras.add(new Extra(Extra.Kind.DELETED, where, text.toString())));
        return new OfficeText(List.copyOf(blocks), List.copyOf(extras), List.copyOf(pictures));
    }

    private Table table(org.apache.poi.hwpf.usermodel.Table table, Text name) {
        var edges = new TreeSet<Integer>();
        for (int r = 0; r < table.numRows(); r++) {
            for (int c = 0; c < table.getRow(r).numCells(); c++) {
                edges.add(table.getRow(r).getCell(c).getLeftEdge());
            }
        }
        var rows = new ArrayList<List<Cell>>();
        for (int r = 0; r < table.numRows(); r++) {
            var row = table.getRow(r);
            var cells = new ArrayList<Cell>();
            for (int c = 0; c < row.numCells(); c++) {
                var cell = row.getCell(c);
                var where = Spot.cell(name, r + 1, c + 1);
                var text = lines(cell, where);
                boolean continued = cell.isVerticallyMerged() && !cell.isFirstVerticallyMerged();
                cells.add(new Cell(text, text, edges.headSet(cell.getLeftEdge()).size(), continued, where, List.of()));
            }
            rows.add(cells);
        }
        return new Table(rows);
    }

    private String lines(Range cell, Text where) {
        var lines = new ArrayList<String>();
        for (int i = 0; i < cell.numParagraphs(); i++) {
            lines.add(line(cell.getParagraph(i), where));
        }
        return String.join("\n", lines);
    }

    /** A paragraph's text without field codes, deleted words and marks of Word's own. */
    private String line(Paragraph paragraph, Text where) {
        var text = new StringBuilder();
        int code = 0;
        for (int i = 0; i < paragraph.numCharacterRuns(); i++) {
            var run = paragraph.getCharacterRun(i);
            var shown = new StringBuilder();
            for (char c : run.text().toCharArray()) {
                code += c == FIELD ? 1 : (c == RESULT || c == FIELD_END) && code > 0 ? -1 : 0;
                if (code == 0 && c != RESULT && c != FIELD_END) {
                    shown.append(c);
                }
            }
            text.append(control(run.text(), where));
            picture(run, where);
            put(run, shown.toString(), text, where);
        }
        return text.toString();
    }

    private void put(CharacterRun run, String raw, StringBuilder text, Text where) {
        var read = run.isSymbol() ? symbol(run, where) : Symbols.text(Symbols.font(String.valueOf(run.getFontName())) ? run.getFontName() : "", plain(raw));
        if (run.getSubSuperScriptIndex() > 0) {
            read = Symbols.raised(read, run.getSubSuperScriptIndex() == 1);
        }
        if (run.isMarkedDeleted()) {
            note(deleted, where, read);
            return;
        }
        if (run.isMarkedInserted()) {
            note(inserted, where, read);
        }
        text.append(read);
    }

    private static void note(Map<Text, StringBuilder> changes, Text where, String text) {
        if (!text.isBlank()) {
            changes.computeIfAbsent(where, each -> new StringBuilder()).append(text);
        }
    }

    private String symbol(CharacterRun run, Text where) {
        var font = run.getSymbolFont() == null ? "" : String.valueOf(run.getSymbolFont().getMainFontName());
        var sign = Symbols.sign(font, run.getSymbolCharacter());
        if (sign.equals(Symbols.UNKNOWN)) {
            extras.add(new Extra(Extra.Kind.SYMBOL, where, ""));
        }
        return sign;
    }

    /** The state of an old form's box lies where POI doesn't look; it is shown as an empty one, lest its label alone seem a choice. */
    private String control(String code, Text where) {
        boolean box = code.contains("FORMCHECKBOX");
        if (box || code.contains("FORMDROPDOWN")) {
            extras.add(new Extra(Extra.Kind.CONTROL, where, ""));
        }
        return box ? Symbols.EMPTY : "";
    }

    private void picture(CharacterRun run, Text where) {
        if (run.isMarkedDeleted() || !document.getPicturesTable().hasPicture(run)) {
            return;
        }
        switch (budget.next()) {
            case FREE -> known(run, where);
            case JUST_FULL -> extras.add(new Extra(Extra.Kind.PICTURE, where, ""));
            case FULL -> { }
        }
    }

    /** A picture that is shown twice is unpacked once; one that can't be taken out is told once. */
    private void known(CharacterRun run, Text where) {
        boolean first = !known.containsKey(run.getPicOffset());
        var found = known.computeIfAbsent(run.getPicOffset(), offset -> taken(run, where));
        found.ifPresent(each -> pictures.add(new PastedPicture(each.name(), each.bytes(), "", "", where, PastedPicture.Drawn.UNKNOWN)));
        if (found.isEmpty() && first) {
            extras.add(new Extra(Extra.Kind.PICTURE, where, ""));
        }
    }

    /** Empty where it is too large for what is left. */
    private Optional<PastedPicture> taken(CharacterRun run, Text where) {
        var picture = document.getPicturesTable().extractPicture(run, false);
        if (picture == null || !fits(picture.getRawContent())) {
            return Optional.empty();
        }
        return Optional.of(new PastedPicture(picture.suggestFullFileName(), picture.getContent(), "", "", where, PastedPicture.Drawn.UNKNOWN));
    }

    private boolean fits(byte[] raw) {
        boolean packed = raw.length > PACKED && raw[PACKED - 1] == ZLIB[0] && raw[PACKED] == ZLIB[1];
        try (var in = packed ? new InflaterInputStream(new ByteArrayInputStream(raw, PACKED, raw.length - PACKED)) : new ByteArrayInputStream(raw)) {
            return budget.holds(raw.length) && budget.read(in).isPresent();
        } catch (IOException e) {
            return false;
        }
    }

    /** Without the marks that Word keeps in the text: ends of cells, places of pictures, optional hyphens. */
    static String plain(String raw) {
        return raw.replace('\u000B', '\n').replace('\f', '\n').replace('\u001E', '-').replaceAll("[\\r\\u0007\\u001F\\u0001\\u0002\\u0005\\u0008\\u0013-\\u0015\\u0003\\u0004]", "");
    }
}
