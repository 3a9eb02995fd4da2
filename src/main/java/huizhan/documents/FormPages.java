package huizhan.documents;

import huizhan.call.Call;
import huizhan.call.Form;
import huizhan.documents.Block.Align;
import huizhan.documents.Block.Para;
import huizhan.documents.Block.Run;
import huizhan.kernel.Lang;
import java.util.List;

/** Draws a form onto the pages of a file; PDF and OFD get the same lines in the same places (B2). */
record FormPages(Fonts fonts) {
    private static final double PEN = 0.6;
    private static final double TITLE = 18;
    private static final double CONTINUED = 9;
    private static final double TOP_MM = 12;

    void onto(PaperFile file, Form form, FormValues values, Call call) {
        var shaper = new Shaper(fonts);
        var lines = new Lines(shaper);
        var words = new Words(values, call);
        var grid = Grid.of(form.rows(call, values::entries), form.columns(), words::of, lines);
        double wide = form.columns().stream().mapToInt(Integer::intValue).sum() * Ink.MM;
        double left = (file.width() - wide) / 2;
        var heading = lines.pieces(heading(form), wide);
        var continued = lines.pieces(continued(form), wide);
        double top = TOP_MM * Ink.MM;
        var pages = Pour.pages(grid, left, top + Grid.high(heading) + 4, top + Grid.high(continued) + 3,
                file.height() - Foot.HEIGHT * Ink.MM);
        var code = Foot.hasCode(values.mark()) ? file.code(Qr.of(Foot.code(form.id(), values.mark()))) : "";
        var foot = Foot.lines(values.mark(), Lang.ZH);
        for (int i = 0; i < pages.size(); i++) {
            var page = file.page();
            pieces(page, file, i == 0 ? heading : continued, left, top);
            pages.get(i).forEach(slice -> slice(page, file, slice));
            Foot.draw(page, file, shaper, left / Ink.MM, foot, code, Foot.number(i + 1, pages.size(), Lang.ZH));
        }
    }

    private static List<Block> heading(Form form) {
        var title = new Para(List.of(new Run(form.title().zh(), true)), TITLE, Align.CENTER, false, false);
        return form.annex().zh().isEmpty() ? List.of(title)
                : List.of(new Para(List.of(new Run(form.annex().zh(), false)), Words.SIZE, Align.LEFT, false, false), title);
    }

    private static List<Block> continued(Form form) {
        return List.of(new Para(List.of(new Run(form.title().zh() + "（续）", false)), CONTINUED, Align.CENTER, false, false));
    }

    static void slice(Page page, PaperFile file, Pour.Slice slice) {
        if (slice.framed()) {
            page.frame(slice.x(), slice.y(), slice.width(), slice.height(), PEN);
        }
        double pad = slice.framed() ? Grid.PAD / 2 : Grid.PAD / 4;
        double free = slice.height() - Grid.high(slice.pieces());
        pieces(page, file, slice.pieces(), slice.x() + Grid.PAD, slice.y() + (slice.middle() ? free / 2 : pad));
    }

    static void pieces(Page page, PaperFile file, List<Piece> pieces, double x, double top) {
        double y = top;
        for (var piece : pieces) {
            if (piece instanceof Piece.Line line) {
                page.text(line.glyphs(), line.size(), x + line.x(), y + (line.height() - line.size()) / 2 + 0.88 * line.size(), line.spacing());
            } else if (piece instanceof Piece.Picture picture) {
                page.object(file.picture(picture.jpeg()), x + picture.x(), y + 2, picture.width(), picture.height() - 4);
            }
            y += piece.height();
        }
    }
}
