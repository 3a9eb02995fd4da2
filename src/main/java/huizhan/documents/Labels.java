package huizhan.documents;

import huizhan.call.Call;
import huizhan.documents.Block.Align;
import huizhan.documents.Block.Para;
import huizhan.documents.Block.Run;
import huizhan.kernel.Lang;
import java.util.ArrayList;
import java.util.List;

/** Draws parcel and disc labels, in Chinese, with the call's address (A16). */
final class Labels {
    private static final double BIG = 14;
    private static final double SMALL = 8.5;
    private static final double CASE_MM = 120;
    private static final double DISC_MM = 117;
    private static final double HOLE_MM = 36;
    private final Fonts fonts;

    Labels(Fonts fonts) {
        this.fonts = fonts;
    }

    /** A5, lying. */
    byte[] parcel(Parcel parcel, Call call) {
        var file = new PdfFile(210, 148);
        var lines = new Lines(new Shaper(fonts));
        var ink = file.page();
        double wide = file.width() - 24 * Ink.MM;
        double left = 12 * Ink.MM;
        ink.frame(8 * Ink.MM, 8 * Ink.MM, file.width() - 16 * Ink.MM, file.height() - 16 * Ink.MM, 1.2);
        double y = put(ink, file, lines, left, 12 * Ink.MM, wide, addressee(parcel, call));
        ink.rule(left, y + 6, left + wide, y + 6, 0.6);
        y = put(ink, file, lines, left, y + 12, wide, List.of(text("寄件　" + parcel.sender(), 12, true, Align.LEFT),
                text("联系人：" + parcel.contact() + "　电话：" + parcel.telephone(), 12, false, Align.LEFT)));
        ink.rule(left, y + 6, left + wide, y + 6, 0.6);
        double code = 26 * Ink.MM;
        fitted(ink, file, lines, left, y + 12, wide - code - 6, file.height() - 12 * Ink.MM, contents(parcel, call));
        if (Foot.hasCode(parcel.mark())) {
            ink.object(file.code(Qr.of(Foot.code("parcel", parcel.mark()))), left + wide - code, file.height() - 12 * Ink.MM - code, code, code);
        }
        return file.bytes("寄件标签", Lang.ZH);
    }

    private static List<Block> addressee(Parcel parcel, Call call) {
        var contact = call.contact();
        return List.of(text("寄件标签　" + parcel.channel(), Words.SIZE, true, Align.LEFT), text("收件　" + contact.postcode(), BIG, true, Align.LEFT),
                text(contact.address().zh(), BIG, false, Align.LEFT), text(contact.office().zh(), BIG, false, Align.LEFT),
                text(contact.name() + "（收）　电话：" + contact.telephone(), BIG, false, Align.LEFT));
    }

    private static List<Block> contents(Parcel parcel, Call call) {
        var contents = new ArrayList<Block>();
        contents.add(text(call.title().zh() + (call.reference().isEmpty() ? "" : "（" + call.reference() + "）"), Words.SIZE, true, Align.LEFT));
        parcel.contents().forEach(line -> contents.add(text(line, Words.SIZE, false, Align.LEFT)));
        contents.addAll(foot(parcel.mark()));
        return contents;
    }

    /** A4: a sheet to cut out for the case, and a round label for the disc itself. */
    byte[] disc(Disc disc, Call call) {
        var file = PdfFile.a4(false);
        var lines = new Lines(new Shaper(fonts));
        var ink = file.page();
        double side = CASE_MM * Ink.MM;
        double left = (file.width() - side) / 2;
        double top = 15 * Ink.MM;
        cut(ink, left, top, side);
        double pad = 6 * Ink.MM;
        var code = Foot.hasCode(disc.mark()) ? file.code(Qr.of(Foot.code("disc", disc.mark()))) : "";
        double size = 24 * Ink.MM;
        fitted(ink, file, lines, left + pad, top + pad, side - 2 * pad, top + side - pad - size, insert(disc, call));
        double low = put(ink, file, lines, left + pad, top + side - pad - size, side - 2 * pad - size - 6, foot(disc.mark()));
        fitted(ink, file, lines, left + pad, low, side - 2 * pad - size - 6, top + side - pad, address(call));
        if (!code.isEmpty()) {
            ink.object(code, left + side - pad - size, top + side - pad - size, size, size);
        }
        round(ink, file, lines, disc, call, code);
        return file.bytes("光盘标签 " + disc.volume(), Lang.ZH);
    }

    private static List<Block> insert(Disc disc, Call call) {
        var blocks = new ArrayList<Block>(names(disc, call, BIG));
        blocks.add(text("卷名：" + disc.volume() + "　刻录：" + disc.date(), Words.SIZE, false, Align.LEFT));
        disc.contents().forEach(line -> blocks.add(text(line, Words.SIZE, false, Align.LEFT)));
        return blocks;
    }

    private static List<Block> names(Disc disc, Call call, double size) {
        var blocks = new ArrayList<Block>();
        if (disc.draft()) {
            blocks.add(text("草稿　未通过检查，不作为报送材料", Words.SIZE, true, Align.CENTER));
        }
        blocks.add(text(call.shortTitle().zh(), size, true, Align.CENTER));
        blocks.add(text(disc.department(), 12, false, Align.CENTER));
        blocks.add(text(disc.channel() + "　第 " + disc.number() + " 张，共 " + disc.of() + " 张", 12, true, Align.CENTER));
        return blocks;
    }

    private static List<Block> address(Call call) {
        var contact = call.contact();
        return List.of(text("报送地址：" + contact.postcode() + " " + contact.address().zh() + " " + contact.office().zh(), SMALL, false, Align.LEFT),
                text("联系人：" + contact.name() + "　电话：" + contact.telephone(), SMALL, false, Align.LEFT));
    }

    private static void round(Ink ink, PdfFile file, Lines lines, Disc disc, Call call, String code) {
        double x = file.width() / 2;
        double y = 215 * Ink.MM;
        ink.circle(x, y, DISC_MM / 2 * Ink.MM);
        ink.circle(x, y, HOLE_MM / 2 * Ink.MM);
        double wide = 78 * Ink.MM;
        fitted(ink, file, lines, x - wide / 2, y - 46 * Ink.MM, wide, y - HOLE_MM / 2 * Ink.MM, names(disc, call, 12));
        double narrow = 70 * Ink.MM;
        fitted(ink, file, lines, x - narrow / 2, y + (HOLE_MM / 2 + 2) * Ink.MM, narrow, y + 34 * Ink.MM,
                List.of(text(disc.volume() + "　" + disc.date(), SMALL, false, Align.CENTER)));
        if (!code.isEmpty()) {
            double size = 22 * Ink.MM;
            ink.object(code, x - size / 2, y + 30 * Ink.MM, size, size);
        }
    }

    private static void cut(Ink ink, double left, double top, double side) {
        ink.dashed(left, top, left + side, top);
        ink.dashed(left, top + side, left + side, top + side);
        ink.dashed(left, top, left, top + side);
        ink.dashed(left + side, top, left + side, top + side);
    }

    private static List<Block> foot(FormValues.Mark mark) {
        return Foot.lines(mark, Lang.ZH).stream().<Block>map(line -> text(line, 7.5, false, Align.LEFT)).toList();
    }

    private static Block text(String words, double size, boolean bold, Align align) {
        return new Para(List.of(new Run(words, bold)), size, align, false, false);
    }

    private static double put(Ink ink, PdfFile file, Lines lines, double x, double y, double width, List<Block> blocks) {
        var pieces = lines.pieces(blocks, width);
        FormPages.pieces(ink, file, pieces, x, y);
        return y + Grid.high(pieces);
    }

    /** Sets the text smaller, step by step, until it fits above {@code bottom}: a label has one page. */
    private static void fitted(Ink ink, PdfFile file, Lines lines, double x, double y, double width, double bottom, List<Block> blocks) {
        var shown = blocks;
        for (int step = 0; step < 8 && y + Grid.high(lines.pieces(shown, width)) > bottom; step++) {
            shown = shown.stream().map(Labels::smaller).toList();
        }
        put(ink, file, lines, x, y, width, shown);
    }

    private static Block smaller(Block block) {
        return block instanceof Para para ? new Para(para.runs(), para.size() * 0.9, para.align(), para.indented(), para.together()) : block;
    }
}
