package huizhan.documents;

import java.math.BigInteger;
import org.apache.xmlbeans.impl.xb.xmlschema.SpaceAttribute;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTP;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTR;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STHint;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STJc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STLineSpacingRule;

/**
 * Paragraphs for Word. Fonts are named as a ministry's machines have them; the font table names what stands in for each elsewhere.
 */
final class WordText {
    static final String FORM = "宋体";
    static final String PROSE = "仿宋_GB2312";
    static final String HEADING = "黑体";
    static final String TITLE = "方正小标宋简体";
    static final String RARE = "SimSun-ExtB";
    private static final int LEAST_TITLE = 16;
    private static final int TWIPS = 20;

    private WordText() {}

    static void fill(CTP p, Block.Para para) {
        var format = p.addNewPPr();
        var spacing = format.addNewSpacing();
        spacing.setBefore(BigInteger.valueOf(para.together() ? 120 : 0));
        spacing.setAfter(BigInteger.ZERO);
        if (para.size() == Words.PROSE) {
            spacing.setLine(BigInteger.valueOf(360));
            spacing.setLineRule(STLineSpacingRule.AUTO);
        }
        if (para.indented()) {
            format.addNewInd().setFirstLine(BigInteger.valueOf(Math.round(2 * para.size() * TWIPS)));
        }
        format.addNewJc().setVal(switch (para.align()) {
            case LEFT -> para.indented() ? STJc.BOTH : STJc.LEFT;
            case CENTER -> STJc.CENTER;
            case RIGHT -> STJc.RIGHT;
        });
        if (para.together()) {
            format.addNewKeepNext();
        }
        for (var run : para.runs()) {
            runs(p, run, para.size(), font(run.bold(), para.size()));
        }
    }

    /** One run for ordinary characters, another for those beyond the basic plane: Word looks for them in a font of their own. */
    static void runs(CTP p, Block.Run run, double size, String font) {
        var text = run.text();
        int from = 0;
        while (from < text.length()) {
            boolean rare = rare(text, from);
            int to = from;
            while (to < text.length() && rare(text, to) == rare) {
                to += Character.charCount(text.codePointAt(to));
            }
            run(p, text.substring(from, to), run.bold(), size, rare ? RARE : font);
            from = to;
        }
    }

    private static boolean rare(String text, int at) {
        return text.codePointAt(at) >= 0x20000;
    }

    private static String font(boolean bold, double size) {
        return size >= LEAST_TITLE ? TITLE : size == Words.PROSE ? bold ? HEADING : PROSE : FORM;
    }

    private static void run(CTP p, String text, boolean bold, double size, String font) {
        var r = p.addNewR();
        format(r, size, font);
        if (bold && !font.equals(TITLE) && !font.equals(HEADING)) {
            r.getRPr().addNewB();
        }
        var lines = text.split("\\R", -1);
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                r.addNewBr();
            }
            var t = r.addNewT();
            t.setStringValue(clean(lines[i]));
            t.setSpace(SpaceAttribute.Space.PRESERVE);
        }
    }

    static void format(CTR r, double size, String font) {
        var format = r.addNewRPr();
        var fonts = format.addNewRFonts();
        fonts.setAscii("Times New Roman");
        fonts.setHAnsi("Times New Roman");
        fonts.setEastAsia(font);
        if (font.equals(RARE)) {
            fonts.setAscii(font);
            fonts.setHAnsi(font);
        }
        fonts.setHint(STHint.EAST_ASIA);
        var half = BigInteger.valueOf(Math.round(2 * size));
        format.addNewSz().setVal(half);
        format.addNewSzCs().setVal(half);
    }

    /** XML has no place for most controls and for halves of surrogate pairs. */
    private static String clean(String text) {
        return text.codePoints().filter(c -> c == '\t' || c >= 0x20 && !(c >= 0xD800 && c <= 0xDFFF) && c != 0xFFFE && c != 0xFFFF)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }
}
