package huizhan.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.function.Consumer;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTP;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTR;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STDocGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STJc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STLineSpacingRule;

/**
 * Writes a letter as a Word file after GB/T 9704-2012: 22 lines of 28 characters in a field of 156 by 225 mm, the sender in red above a red
 * rule, number, title, text, enclosures, signature and day in their places, page numbers outside. The colophon (版记) is the sender's own.
 */
final class LetterWord {
    private static final double BODY = 16;
    private static final double TITLE = 22;
    private static final double SENDER = 30;
    private static final double PAGE_NUMBER = 14;
    private static final double LINE_MM = 10.227;
    /** Twips by which the 28 characters of a line stand closer than they are wide. */
    private static final int CLOSER = -5;
    private static final int TWIPS = 20;
    private static final String RED = "E60012";
    private static final String BLACK = "auto";
    private static final int DAY_INDENT = 4;
    private final XWPFDocument document;
    private final Letter letter;

    private LetterWord(XWPFDocument document, Letter letter) {
        this.document = document;
        this.letter = letter;
    }

    static byte[] of(Letter letter) {
        try (var document = new XWPFDocument()) {
            WordParts.prepare(document, letter.title());
            new LetterWord(document, letter).write();
            return WordParts.bytes(document);
        } catch (IOException | InvalidFormatException e) {
            throw new UncheckedIOException(e instanceof IOException io ? io : new IOException(e));
        }
    }

    private void write() {
        head();
        blank(2);
        var title = letter.title().startsWith(letter.sender()) ? letter.sender() + "\n" + letter.title().substring(letter.sender().length()) : letter.title();
        line(title.strip(), TITLE, WordText.TITLE, BLACK, format -> format.addNewJc().setVal(STJc.CENTER));
        blank(1);
        text(letter.addressee() + "：", 0);
        letter.paragraphs().forEach(each -> text(each, 2));
        if (!letter.enclosures().isEmpty()) {
            blank(1);
            enclosures();
        }
        blank(2);
        signature();
        if (!letter.contact().isEmpty()) {
            text("（" + letter.contact() + "）", 2);
        }
        page();
    }

    private void head() {
        line(letter.sender(), SENDER, WordText.TITLE, RED, format -> {
            format.addNewJc().setVal(STJc.CENTER);
            format.getSpacing().setBefore(WordGrid.twips(35));
            format.getSpacing().setLine(BigInteger.valueOf(240));
            format.getSpacing().setLineRule(STLineSpacingRule.AUTO);
        });
        blank(2);
        line(letter.number(), BODY, WordText.PROSE, BLACK, format -> {
            format.addNewJc().setVal(STJc.CENTER);
            var rule = format.addNewPBdr().addNewBottom();
            rule.setVal(STBorder.SINGLE);
            rule.setColor(RED);
            rule.setSz(BigInteger.valueOf(12));
            rule.setSpace(BigInteger.valueOf(Math.round(4 * Ink.MM)));
        });
    }

    private void enclosures() {
        for (int i = 0; i < letter.enclosures().size(); i++) {
            int number = i + 1;
            var words = (i == 0 ? "附件：" : "") + number + ". " + letter.enclosures().get(i);
            line(words, BODY, WordText.PROSE, BLACK, format -> {
                format.addNewJc().setVal(STJc.LEFT);
                format.addNewInd().setFirstLine(em(number == 1 ? 2 : 5));
            });
        }
    }

    /** Name and day stand one above the other's middle; the longer of the two decides how far from the right. */
    private void signature() {
        var day = letter.day().getYear() + "年" + letter.day().getMonthValue() + "月" + letter.day().getDayOfMonth() + "日";
        double wide = ems(day);
        double name = ems(letter.sender());
        double right = name > wide ? 2 + (name - wide) / 2 : DAY_INDENT;
        right(letter.sender(), right + (wide - name) / 2);
        right(day, right);
    }

    private static double ems(String text) {
        return text.codePoints().mapToDouble(c -> c < 0x80 ? 0.5 : 1).sum();
    }

    private void right(String words, double indent) {
        line(words, BODY, WordText.PROSE, BLACK, format -> {
            format.addNewJc().setVal(STJc.RIGHT);
            format.addNewInd().setRight(em(Math.max(0, indent)));
            format.addNewKeepNext();
        });
    }

    private void text(String words, int indent) {
        line(words, BODY, WordText.PROSE, BLACK, format -> {
            format.addNewJc().setVal(indent > 0 ? STJc.BOTH : STJc.LEFT);
            if (indent > 0) {
                format.addNewInd().setFirstLine(em(indent));
            }
        });
    }

    private void blank(int lines) {
        for (int i = 0; i < lines; i++) {
            line("", BODY, WordText.PROSE, BLACK, format -> {});
        }
    }

    private static BigInteger em(double characters) {
        return BigInteger.valueOf(Math.round(characters * BODY * TWIPS));
    }

    private void line(String words, double size, String font, String colour, Consumer<CTPPr> more) {
        line(document.getDocument().getBody().addNewP(), words, size, font, colour, more);
    }

    private static void line(CTP p, String words, double size, String font, String colour, Consumer<CTPPr> more) {
        var format = p.addNewPPr();
        var spacing = format.addNewSpacing();
        spacing.setBefore(BigInteger.ZERO);
        spacing.setAfter(BigInteger.ZERO);
        spacing.setLine(WordGrid.twips(LINE_MM));
        spacing.setLineRule(STLineSpacingRule.EXACT);
        // large type would else take two lines of the grid
        format.addNewSnapToGrid().setVal(false);
        more.accept(format);
        WordText.runs(p, new Block.Run(words, false), size, font);
        p.getRList().forEach(run -> set(run, size, colour));
    }

    private static void set(CTR run, double size, String colour) {
        if (!colour.equals(BLACK)) {
            run.getRPr().addNewColor().setVal(colour);
        }
        if (size == BODY) {
            run.getRPr().addNewSpacing().setVal(BigInteger.valueOf(CLOSER));
        }
    }

    private void page() {
        document.setEvenAndOddHeadings(true);
        number(HeaderFooterType.DEFAULT, STJc.RIGHT);
        number(HeaderFooterType.EVEN, STJc.LEFT);
        var section = document.getDocument().getBody().getSectPr();
        var size = section.addNewPgSz();
        size.setW(WordGrid.twips(210));
        size.setH(WordGrid.twips(297));
        var margins = section.addNewPgMar();
        margins.setTop(WordGrid.twips(37));
        margins.setBottom(WordGrid.twips(35));
        margins.setLeft(WordGrid.twips(28));
        margins.setRight(WordGrid.twips(26));
        margins.setHeader(WordGrid.twips(15));
        margins.setFooter(WordGrid.twips(25));
        margins.setGutter(BigInteger.ZERO);
        var grid = section.addNewDocGrid();
        grid.setType(STDocGrid.LINES);
        grid.setLinePitch(WordGrid.twips(LINE_MM));
    }

    private void number(HeaderFooterType pages, STJc.Enum side) {
        var p = document.createFooter(pages).createParagraph().getCTP();
        line(p, "", PAGE_NUMBER, WordText.FORM, BLACK, format -> {
            format.addNewJc().setVal(side);
            if (side == STJc.RIGHT) {
                format.addNewInd().setRight(em(1));
            } else {
                format.addNewInd().setLeft(em(1));
            }
        });
        WordFoot.text(p, "— ", PAGE_NUMBER);
        WordFoot.field(p, "PAGE", PAGE_NUMBER);
        WordFoot.text(p, " —", PAGE_NUMBER);
    }
}
