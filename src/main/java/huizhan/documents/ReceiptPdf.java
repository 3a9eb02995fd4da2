package huizhan.documents;

import huizhan.call.Call;
import huizhan.documents.Block.Align;
import huizhan.documents.Block.Para;
import huizhan.documents.Block.Run;
import huizhan.kernel.Lang;
import huizhan.kernel.Sha256;
import huizhan.kernel.Text;
import java.util.ArrayList;
import java.util.List;

/** Draws a receipt in the reader's language. */
final class ReceiptPdf {
    private static final double[] COLUMNS = {50, 120};
    private static final double WIDE = (COLUMNS[0] + COLUMNS[1]) * Ink.MM;
    private static final double SMALL = 8;
    static final Text TITLE = new Text("报送材料回执", "Receipt");
    static final Text CONTINUED = new Text("（续）", " (continued)");
    private static final Text NUMBER = new Text("回执编号", "Receipt number");
    private static final Text CALL = new Text("征集", "Call");
    static final Text DIGEST = new Text("推荐内容摘要（SHA-256）", "Digest of the nomination (SHA-256)");
    static final Text FIELDS = new Text("字段", "Fields");
    static final Text FILES = new Text("文件", "Files");
    private static final Text NOTE = new Text("每项摘要均为SHA-256，四位一组。用任何SHA-256工具重新计算，结果与本回执一致，即可确认内容未改动。",
            "Each digest is a SHA-256 in groups of four. Compute it again with any SHA-256 tool: the same digits show that nothing was changed.");
    private final Lang lang;
    private final Lines setter;
    private final Shaper shaper;
    private final List<Grid.Line> rows = new ArrayList<>();

    ReceiptPdf(Fonts fonts, Lang lang) {
        this.lang = lang;
        this.shaper = new Shaper(fonts);
        this.setter = new Lines(shaper);
    }

    byte[] of(Receipt receipt, Call call) {
        pair(NUMBER.in(lang), receipt.number(), Words.SIZE);
        pair(CALL.in(lang), call.title().in(lang) + (call.reference().isEmpty() ? "" : "\n" + call.reference()), Words.SIZE);
        receipt.facts().forEach(fact -> pair(fact.name(), fact.value(), Words.SIZE));
        if (!receipt.mark().digest().isEmpty()) {
            pair(DIGEST.in(lang), grouped(receipt.mark().digest()), Words.SIZE);
        }
        receipt.documents().forEach(this::document);
        wide(NOTE.in(lang), SMALL, false, false);
        return draw(receipt);
    }

    private byte[] draw(Receipt receipt) {
        var file = PdfFile.a4(false);
        double left = (file.width() - WIDE) / 2;
        double top = 14 * Ink.MM;
        var title = setter.pieces(List.of(para(TITLE.in(lang), 18, true, Align.CENTER)), WIDE);
        var next = setter.pieces(List.of(para(TITLE.in(lang) + CONTINUED.in(lang) + "　" + receipt.number(), 9, false, Align.CENTER)), WIDE);
        var pages = Pour.pages(new Grid(rows), left, top + Grid.high(title) + 6, top + Grid.high(next) + 3, file.height() - Foot.HEIGHT * Ink.MM);
        var code = Foot.hasCode(receipt.mark()) ? file.code(Qr.of(Foot.code("receipt", receipt.mark()))) : "";
        for (int i = 0; i < pages.size(); i++) {
            var ink = file.page();
            FormPages.pieces(ink, file, i == 0 ? title : next, left, top);
            pages.get(i).forEach(slice -> FormPages.slice(ink, file, slice));
            Foot.draw(ink, file, shaper, left / Ink.MM, Foot.lines(receipt.mark(), lang), code, Foot.number(i + 1, pages.size(), lang));
        }
        return file.bytes(TITLE.in(lang) + " " + receipt.number(), lang);
    }

    private void document(Receipt.Document document) {
        wide(document.name(), Words.SIZE, true, true);
        pair("SHA-256", grouped(document.digest()), SMALL);
        items(FIELDS, document.fields());
        items(FILES, document.files());
    }

    private void items(Text head, List<Receipt.Item> items) {
        if (!items.isEmpty()) {
            wide(head.in(lang), SMALL, true, true);
            items.forEach(item -> pair(item.name(), grouped(item.value()), SMALL));
        }
    }

    private void pair(String name, String value, double size) {
        var left = setter.pieces(List.of(para(name, size, false, Align.LEFT)), COLUMNS[0] * Ink.MM - 2 * Grid.PAD);
        var right = setter.pieces(List.of(para(value, size, false, Align.LEFT)), COLUMNS[1] * Ink.MM - 2 * Grid.PAD);
        double high = Math.max(Grid.high(left), Grid.high(right)) + Grid.PAD;
        int until = rows.size() + 1;
        rows.add(new Grid.Line(high, false, true, false, List.of(new Grid.Box(0, COLUMNS[0] * Ink.MM, until, left, true),
                new Grid.Box(COLUMNS[0] * Ink.MM, COLUMNS[1] * Ink.MM, until, right, true))));
    }

    private void wide(String words, double size, boolean bold, boolean framed) {
        var pieces = setter.pieces(List.of(para(words, size, bold, Align.LEFT)), WIDE - 2 * Grid.PAD);
        rows.add(new Grid.Line(Grid.high(pieces) + Grid.PAD * (framed ? 1 : 2), framed && bold, framed, false,
                List.of(new Grid.Box(0, WIDE, rows.size() + 1, pieces, true))));
    }

    private static Para para(String words, double size, boolean bold, Align align) {
        return new Para(List.of(new Run(words, bold)), size, align, false, false);
    }

    /** A digest in groups of four; any other value as it is. */
    private static String grouped(String value) {
        return value.matches("[0-9a-f]{64}") ? new Sha256(value).grouped() : value;
    }
}
