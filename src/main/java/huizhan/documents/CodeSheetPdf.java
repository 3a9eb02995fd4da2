package huizhan.documents;

import huizhan.documents.Block.Align;
import huizhan.documents.Block.Para;
import huizhan.documents.Block.Run;
import huizhan.kernel.Lang;
import java.util.List;

/** Draws a {@link CodeSheet}, A4, four codes to a page. */
final class CodeSheetPdf {
    private static final double MARGIN_MM = 18;
    private static final double CODE_MM = 56;
    private static final double GAP_MM = 6;
    private static final double TITLE = 16;
    private static final double TEXT = 10;
    private static final double SMALL = 8.5;
    private final Lines setter;
    private final PdfFile file = PdfFile.a4(false);
    private final double left = MARGIN_MM * Ink.MM;
    private final double wide = file.width() - 2 * left;
    private final double bottom = file.height() - Foot.HEIGHT * Ink.MM;
    private Ink ink = file.page();
    private double y = left;

    CodeSheetPdf(Fonts fonts) {
        this.setter = new Lines(new Shaper(fonts));
    }

    byte[] of(CodeSheet sheet, Lang lang) {
        put(left, wide, List.of(para(sheet.title(), TITLE, true, Align.CENTER)));
        y += GAP_MM * Ink.MM;
        sheet.head().forEach(text -> put(left, wide, List.of(para(text, TEXT, false, Align.LEFT))));
        y += GAP_MM * Ink.MM;
        for (var row : sheet.rows()) row(sheet, row);
        var closing = setter.pieces(sheet.closing().stream().<Block>map(text -> para(text, TEXT, false, Align.LEFT)).toList(), wide);
        room(sheet, Grid.high(closing));
        FormPages.pieces(ink, file, closing, left, y);
        return file.bytes(sheet.title(), lang);
    }

    private void row(CodeSheet sheet, CodeSheet.Row row) {
        double side = CODE_MM * Ink.MM;
        room(sheet, side);
        ink.object(file.code(Qr.of(row.code())), left, y, side, side);
        double text = left + side + GAP_MM * Ink.MM;
        double top = y;
        put(text, wide - side - GAP_MM * Ink.MM, List.of(para(row.caption(), TEXT, true, Align.LEFT)));
        row.lines().forEach(line -> put(text, wide - side - GAP_MM * Ink.MM, List.of(para(line, SMALL, false, Align.LEFT))));
        y = Math.max(y, top + side) + GAP_MM * Ink.MM;
    }

    /** Begins a new page where there is not so much room left. */
    private void room(CodeSheet sheet, double high) {
        if (y + high <= bottom) return;
        ink = file.page();
        y = left;
        put(left, wide, List.of(para(sheet.title(), SMALL, false, Align.CENTER)));
        y += GAP_MM / 2 * Ink.MM;
    }

    private void put(double x, double width, List<Block> blocks) {
        var pieces = setter.pieces(blocks, width);
        FormPages.pieces(ink, file, pieces, x, y);
        y += Grid.high(pieces);
    }

    private static Block para(String words, double size, boolean bold, Align align) {
        return new Para(List.of(new Run(words, bold)), size, align, false, false);
    }
}
