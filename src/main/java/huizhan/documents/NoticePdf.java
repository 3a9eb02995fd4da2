package huizhan.documents;

import huizhan.documents.Block.Align;
import huizhan.documents.Block.Para;
import huizhan.documents.Block.Run;
import huizhan.kernel.Lang;
import java.util.ArrayList;
import java.util.List;

/** Draws a {@link Notice} on one sheet. */
final class NoticePdf {
    private static final double MARGIN_MM = 26;
    private static final double TITLE = 18;
    private static final double TEXT = 11;
    private static final double GROUPS = 15;
    private static final int GROUPS_IN_A_LINE = 8;
    private static final int GROUP = 5;
    private final Lines setter;

    NoticePdf(Fonts fonts) {
        this.setter = new Lines(new Shaper(fonts));
    }

    byte[] of(Notice notice, Lang lang) {
        var file = PdfFile.a4(false);
        var ink = file.page();
        double left = MARGIN_MM * Ink.MM;
        var blocks = new ArrayList<Block>();
        blocks.add(para(notice.title(), TITLE, true, Align.CENTER));
        blocks.add(para(" ", TEXT, false, Align.LEFT));
        notice.paragraphs().forEach(text -> blocks.add(para(text, TEXT, false, Align.LEFT)));
        for (var each : notice.compared()) {
            blocks.add(para(" ", TEXT, false, Align.LEFT));
            blocks.add(para(each.whose(), TEXT, true, Align.LEFT));
            lines(each.groups()).forEach(line -> blocks.add(para(line, GROUPS, false, Align.LEFT)));
        }
        blocks.add(para(" ", TEXT, false, Align.LEFT));
        notice.closing().forEach(text -> blocks.add(para(text, TEXT, false, Align.LEFT)));
        FormPages.pieces(ink, file, setter.pieces(blocks, file.width() - 2 * left), left, left);
        return file.bytes(notice.title(), lang);
    }

    /** Broken where people pause, never within a group. */
    private static List<String> lines(String groups) {
        var lines = new ArrayList<String>();
        int wide = GROUPS_IN_A_LINE * GROUP;
        for (int from = 0; from < groups.length(); from += wide) lines.add(groups.substring(from, Math.min(from + wide, groups.length())).strip());
        return lines;
    }

    private static Para para(String words, double size, boolean bold, Align align) {
        return new Para(List.of(new Run(words, bold)), size, align, false, false);
    }
}
