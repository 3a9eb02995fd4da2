package huizhan.documents;

import huizhan.call.Form;
import huizhan.documents.Block.Align;
import huizhan.documents.Block.Para;
import huizhan.documents.Block.Run;
import huizhan.documents.FormValues.Mark;
import huizhan.kernel.Lang;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.apache.poi.common.usermodel.PictureType;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.xmlbeans.impl.xb.xmlschema.SpaceAttribute;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTP;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STJc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;

/** The foot of a Word page: document and digest, page numbers that Word keeps, the QR code (B8). */
final class WordFoot {
    private static final double SMALL = 7.5;
    private static final double NUMBER = 9;
    private static final int CODE_MM = 22;
    private static final int LEAST_LINES_MM = 74;
    private static final int MIDDLE_MM = 40;

    private WordFoot() {}

    static void add(XWPFDocument document, Form form, Mark mark) throws IOException, InvalidFormatException {
        var foot = document.createFooter(HeaderFooterType.DEFAULT);
        int wide = form.columns().stream().mapToInt(Integer::intValue).sum();
        var table = foot.createTable(1, 3);
        table.removeBorders();
        var format = table.getCTTbl().getTblPr();
        format.addNewTblLayout().setType(STTblLayoutType.FIXED);
        int side = Math.max(LEAST_LINES_MM, (wide - MIDDLE_MM) / 2);
        var row = table.getRow(0);
        var widths = new int[] {side, MIDDLE_MM, wide - side - MIDDLE_MM};
        for (int i = 0; i < widths.length; i++) {
            width(row.getCell(i), widths[i]);
            row.getCell(i).setVerticalAlignment(XWPFTableCell.XWPFVertAlign.BOTTOM);
        }
        lines(row.getCell(0), mark);
        number(first(row.getCell(1)));
        if (Foot.hasCode(mark)) {
            var paragraph = row.getCell(2).getParagraphs().get(0);
            paragraph.setAlignment(ParagraphAlignment.RIGHT);
            paragraph.createRun().addPicture(new ByteArrayInputStream(Qr.of(Foot.code(form.id(), mark)).png()), PictureType.PNG,
                    "code.png", Units.toEMU(CODE_MM * Ink.MM), Units.toEMU(CODE_MM * Ink.MM));
        }
    }

    private static void width(XWPFTableCell cell, int millimetres) {
        var width = cell.getCTTc().addNewTcPr().addNewTcW();
        width.setType(STTblWidth.DXA);
        width.setW(WordGrid.twips(millimetres));
    }

    private static CTP first(XWPFTableCell cell) {
        return cell.getParagraphs().get(0).getCTP();
    }

    private static void lines(XWPFTableCell cell, Mark mark) {
        var p = first(cell);
        for (var line : Foot.lines(mark, Lang.ZH)) {
            WordText.fill(p, new Para(List.of(new Run(line, false)), SMALL, Align.LEFT, false, false));
            p = cell.getCTTc().addNewP();
        }
        if (cell.getCTTc().sizeOfPArray() > 1) {
            cell.getCTTc().removeP(cell.getCTTc().sizeOfPArray() - 1);
        }
    }

    private static void number(CTP p) {
        p.addNewPPr().addNewJc().setVal(STJc.CENTER);
        text(p, "第 ", NUMBER);
        field(p, "PAGE", NUMBER);
        text(p, " 页　共 ", NUMBER);
        field(p, "NUMPAGES", NUMBER);
        text(p, " 页", NUMBER);
    }

    static void text(CTP p, String words, double size) {
        var r = p.addNewR();
        WordText.format(r, size, WordText.FORM);
        var t = r.addNewT();
        t.setStringValue(words);
        t.setSpace(SpaceAttribute.Space.PRESERVE);
    }

    /** A number that Word keeps: PAGE or NUMPAGES. */
    static void field(CTP p, String name, double size) {
        for (var type : List.of(STFldCharType.BEGIN, STFldCharType.SEPARATE, STFldCharType.END)) {
            var r = p.addNewR();
            WordText.format(r, size, WordText.FORM);
            r.addNewFldChar().setFldCharType(type);
            if (type == STFldCharType.BEGIN) {
                var code = p.addNewR();
                WordText.format(code, size, WordText.FORM);
                code.addNewInstrText().setStringValue(" " + name + " ");
            } else if (type == STFldCharType.SEPARATE) {
                text(p, "1", size);
            }
        }
    }
}
