package huizhan.office;

import huizhan.office.OfficeText.Paragraph;
import huizhan.office.WordFlow.Counter;
import huizhan.office.WordFlow.Grid;
import huizhan.kernel.Text;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads a Word document's XML (ECMA-376 part 1, 17): what stands there after the tracked changes, text boxes apart, pictures taken out.
 * What can't be read is told as an {@link Extra}.
 */
final class WordText {
    /** The older twin of a drawing, field codes, the reading aid above a word, and the numbers of notes don't stand in the text. */
    private static final Set<String> SKIPPED = Set.of("Fallback", "instrText", "delInstrText", "rt");

    private final OfficePackage office;
    private final String part;
    private final Counter counter = new Counter();
    private final Deque<WordFlow> flows = new ArrayDeque<>();
    private final WordRun run = new WordRun();
    private final List<Extra> extras = new ArrayList<>();
    private final Map<Text, StringBuilder> inserted = new LinkedHashMap<>();
    private final Map<Text, StringBuilder> deleted = new LinkedHashMap<>();
    private final List<PastedPicture> pictures = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();
    private int skipped;
    private int inserting;
    private int deleting;
    private int moving;
    private int objects;
    private boolean inText;
    private boolean inParagraphProperties;
    private boolean endDeleted;
    private long shownWidth;

    private WordText(OfficePackage office, String part) {
        this.office = office;
        this.part = part;
        flows.push(new WordFlow(counter, Optional.empty()));
    }

    static OfficeText read(OfficePackage office, String part) throws OfficeFault {
        var text = new WordText(office, part).read();
        var extras = new ArrayList<>(text.extras());
        extras.addAll(WordBeside.of(office, part));
        return new OfficeText(text.blocks(), List.copyOf(extras), text.pictures());
    }

    /** The paragraphs and the cells of a part, each one string. */
    static List<String> lines(OfficePackage office, String part) throws OfficeFault {
        var lines = new ArrayList<String>();
        for (var block : new WordText(office, part).read().blocks()) {
            if (block instanceof Paragraph paragraph) {
                lines.add(paragraph.text());
            } else if (block instanceof OfficeText.Table table) {
                table.rows().forEach(row -> row.forEach(cell -> lines.add(cell.text())));
            }
        }
        return lines;
    }

    private OfficeText read() throws OfficeFault {
        var xml = office.part(part).orElseThrow(OfficePackage::damaged);
        while (true) {
            int event = OfficePackage.next(xml);
            if (event == XMLStreamReader.END_DOCUMENT) {
                return done();
            }
            if (event == XMLStreamReader.START_ELEMENT) {
                skipped = skipped > 0 || SKIPPED.contains(xml.getLocalName()) ? skipped + 1 : 0;
                if (skipped == 0) {
                    start(xml);
                }
            } else if (event == XMLStreamReader.END_ELEMENT) {
                if (skipped > 0) {
                    skipped--;
                } else {
                    end(xml.getLocalName());
                }
            } else if (event == XMLStreamReader.CHARACTERS && skipped == 0 && inText) {
                characters(xml.getText());
            }
        }
    }

    private OfficeText done() {
        inserted.forEach((where, text) -> extras.add(new Extra(Extra.Kind.INSERTED, where, text.toString())));
        deleted.forEach((where, text) -> extras.add(new Extra(Extra.Kind.DELETED, where, text.toString())));
        return new OfficeText(List.copyOf(flows.getLast().blocks), List.copyOf(extras), List.copyOf(pictures));
    }

    private WordFlow flow() {
        return flows.element();
    }

    private void characters(String typed) {
        if (moving > 0) {
            return;
        }
        if (deleting > 0) {
            deleted.computeIfAbsent(flow().where(), where -> new StringBuilder()).append(typed);
        } else if (!run.hides()) {
            written(run.text(typed));
        }
    }

    private void written(String text) {
        if (moving > 0 || deleting > 0 || text.isEmpty()) {
            return;
        }
        if (text.contains(Symbols.UNKNOWN)) {
            extras.add(new Extra(Extra.Kind.SYMBOL, flow().where(), ""));
        }
        if (inserting > 0) {
            inserted.computeIfAbsent(flow().where(), where -> new StringBuilder()).append(text);
        }
        flow().text(text);
    }

    private void start(XMLStreamReader xml) throws OfficeFault {
        written(run.begins(xml));
        switch (xml.getLocalName()) {
            case "tbl" -> flow().tableBegins();
            case "tr" -> grid(Grid::row);
            case "tc" -> grid(Grid::cell);
            case "gridSpan" -> grid(grid -> grid.span(Xml.number(Xml.value(xml), 1)));
            case "gridBefore" -> grid(grid -> grid.before(Xml.number(Xml.value(xml), 1)));
            case "vMerge" -> grid(grid -> grid.continued(!Xml.value(xml).equals("restart")));
            case "pStyle" -> headingIf(Xml.value(xml).toLowerCase(Locale.ROOT).matches("heading.*|标题.*|[1-9]|title"));
            case "outlineLvl" -> headingIf(true);
            case "ins", "del", "moveFrom", "moveTo" -> change(xml.getLocalName(), 1);
            case "t", "delText" -> inText = true;
            case "tab" -> written(inParagraphProperties ? "" : "\t");
            case "br", "cr" -> written("\n");
            case "noBreakHyphen" -> written("-");
            case "pPr" -> inParagraphProperties = true;
            case "sym" -> written(run.hides() ? "" : Symbols.sign(Xml.attribute(xml, "font"), code(xml)));
            case "txbxContent" -> flows.push(new WordFlow(counter, Optional.of(flow().where())));
            default -> drawn(xml);
        }
    }

    private void drawn(XMLStreamReader xml) throws OfficeFault {
        switch (xml.getLocalName()) {
            case "drawing", "pict" -> shownWidth = 0;
            case "extent" -> shownWidth = width(Xml.attribute(xml, "cx"));
            case "blip" -> shown(Xml.attribute(xml, "embed"), Xml.attribute(xml, "cstate"));
            case "imagedata" -> shown(Xml.attribute(xml, "id"), "");
            case "object" -> objects++;
            case "OLEObject", "altChunk" -> extras.add(new Extra(Extra.Kind.OBJECT, flow().where(), ""));
            case "control" -> {
                extras.add(new Extra(Extra.Kind.CONTROL, flow().where(), ""));
                written(Symbols.EMPTY);
            }
            default -> { }
        }
    }

    private void end(String name) {
        written(run.ends(name));
        switch (name) {
            case "ins", "del", "moveFrom", "moveTo" -> change(name, -1);
            case "t", "delText" -> inText = false;
            case "pPr" -> inParagraphProperties = false;
            case "object" -> objects--;
            case "p" -> paragraphEnds();
            case "tc" -> grid(Grid::cellEnds);
            case "tbl" -> flow().tableEnds();
            case "txbxContent" -> boxEnds();
            default -> { }
        }
    }

    /** A deleted paragraph mark joins its paragraph with the next. */
    private void paragraphEnds() {
        if (!endDeleted) {
            flow().paragraphEnds();
        }
        endDeleted = false;
    }

    private void change(String name, int step) {
        switch (name) {
            case "ins", "moveTo" -> inserting += name.equals("ins") ? step : 0;
            case "moveFrom" -> moving += step;
            default -> deleting += step;
        }
        endDeleted |= name.equals("del") && inParagraphProperties;
    }

    private void headingIf(boolean heading) {
        if (heading) {
            flow().heading();
        }
    }

    private void boxEnds() {
        var box = flows.pop();
        flow().blocks.addAll(box.blocks);
    }

    private void shown(String reference, String state) throws OfficeFault {
        var relation = office.relationsOf(part).get(reference);
        if (objects > 0 || deleting > 0 || relation == null || relation.outside() || !taken.add(relation.target() + "\n" + flow().where().zh())) {
            return;
        }
        var name = relation.target().substring(relation.target().lastIndexOf('/') + 1);
        switch (office.budget().next()) {
            case FREE -> picture(relation.target(), name, new PastedPicture.Drawn(state, shownWidth));
            case JUST_FULL -> extras.add(new Extra(Extra.Kind.PICTURE, flow().where(), name));
            case FULL -> { }
        }
    }

    /** One that can't be taken out is told once, where it stands first. */
    private void picture(String target, String name, PastedPicture.Drawn drawn) throws OfficeFault {
        var bytes = office.picture(target);
        if (bytes.isPresent()) {
            pictures.add(new PastedPicture(name, bytes.get(), "", "", flow().where(), drawn));
        } else if (taken.add(target)) {
            extras.add(new Extra(Extra.Kind.PICTURE, flow().where(), name));
        }
    }

    private void grid(Consumer<Grid> act) {
        flow().grid().ifPresent(act);
    }

    private static long width(String emu) {
        return emu.matches("[0-9]{1,12}") ? Long.parseLong(emu) : 0;
    }

    private static int code(XMLStreamReader xml) {
        var code = Xml.attribute(xml, "char");
        return code.matches("[0-9A-Fa-f]{2,6}") ? Integer.parseInt(code, 16) : 0;
    }
}
