package huizhan.documents;

import huizhan.documents.FormValues.Mark;
import huizhan.kernel.Lang;
import huizhan.kernel.Sha256;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The foot of every page: number, document, the head of its digest, and the whole of both in a QR code (B8). */
final class Foot {
    /** Height in millimetres that a page keeps free for it, the lower margin included. */
    static final double HEIGHT = 27;
    static final double CODE = 20;
    private static final double MARGIN = 6;
    private static final double SIZE = 7.5;
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    private Foot() {}

    /** {@code huizhan:1:FORM:UUID:SHA-256}. */
    static String code(String form, Mark mark) {
        return PaperCode.HEAD + form + ":" + mark.document() + ":" + mark.digest();
    }

    static boolean hasCode(Mark mark) {
        if (mark.digest().isEmpty()) {
            return false;
        }
        if (!DIGEST.matcher(mark.digest()).matches() || mark.document().isEmpty()) {
            throw new IllegalArgumentException("a paper with a digest needs its document's id and 64 hexadecimal digits");
        }
        return true;
    }

    /** The lines beside the code. */
    static List<String> lines(Mark mark, Lang lang) {
        if (!hasCode(mark)) {
            return mark.lines();
        }
        boolean zh = lang == Lang.ZH;
        var all = new ArrayList<>(mark.lines());
        all.add((zh ? "文件编号 " : "Document ") + mark.document());
        all.add((zh ? "内容摘要 SHA-256 " : "Content digest SHA-256 ") + head(mark.digest()));
        return all;
    }

    /** The first sixteen digits in groups of four. */
    static String head(String digest) {
        return new Sha256(digest).grouped().substring(0, 19) + " …";
    }

    static String number(int page, int of, Lang lang) {
        return lang == Lang.ZH ? "第 " + page + " 页　共 " + of + " 页" : "Page " + page + " of " + of;
    }

    /** Draws it; {@code code} is the name of the drawn QR code, empty for none. */
    static void draw(Page page, PaperFile file, Shaper shaper, double side, List<String> lines, String code, String number) {
        double left = side * Ink.MM;
        double right = file.width() - left;
        double bottom = file.height() - MARGIN * Ink.MM;
        if (!code.isEmpty()) {
            double size = CODE * Ink.MM;
            page.object(code, right - size, bottom - size, size, size);
        }
        double base = bottom - 2;
        for (int i = lines.size() - 1; i >= 0; i--) {
            page.text(shaper.glyphs(lines.get(i), false), SIZE, left, base, 0);
            base -= SIZE * 1.4;
        }
        var glyphs = shaper.glyphs(number, false);
        double width = Lines.length(glyphs) * 9 / 1000;
        page.text(glyphs, 9, (file.width() - width) / 2, bottom - 2, 0);
    }
}
