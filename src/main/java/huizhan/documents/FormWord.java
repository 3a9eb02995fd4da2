package huizhan.documents;

import huizhan.call.Call;
import huizhan.call.Form;
import huizhan.call.Row;
import huizhan.documents.Block.Align;
import huizhan.documents.Block.Para;
import huizhan.documents.Block.Run;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.common.usermodel.PictureType;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;

/** Writes a form as a Word file (ECMA-376) that can be filled in, printed and stamped. */
record FormWord() {
    private static final double TOP_MM = 12;
    private static final double BOTTOM_MM = 27;
    private static final double TITLE = 18;

    byte[] of(Form form, FormValues values, Call call) {
        try (var document = new XWPFDocument()) {
            WordParts.prepare(document, form.title().zh());
            var words = new Words(values, call);
            heading(document, form);
            var rows = form.rows(call, values::entries);
            for (int from = 0; from < rows.size();) {
                int to = from;
                while (to < rows.size() && rows.get(to).framed() == rows.get(from).framed()) {
                    to++;
                }
                part(document, form, words, rows.subList(from, to));
                from = to;
            }
            var section = document.getDocument().getBody().addNewSectPr();
            page(section, form);
            WordFoot.add(document, form, values.mark());
            return WordParts.bytes(document);
        } catch (IOException | InvalidFormatException e) {
            throw new UncheckedIOException(e instanceof IOException io ? io : new IOException(e));
        }
    }

    private static void heading(XWPFDocument document, Form form) {
        if (!form.annex().zh().isEmpty()) {
            WordText.fill(document.getDocument().getBody().addNewP(),
                    new Para(List.of(new Run(form.annex().zh(), false)), Words.SIZE, Align.LEFT, false, false));
        }
        WordText.fill(document.getDocument().getBody().addNewP(), new Para(List.of(new Run(form.title().zh(), true)), TITLE, Align.CENTER, false, false));
    }

    /** Rows without lines are paragraphs where they have one cell, a table without borders where they have several. */
    private static void part(XWPFDocument document, Form form, Words words, List<Row> rows) throws IOException, InvalidFormatException {
        boolean framed = rows.get(0).framed();
        boolean plain = !framed && rows.stream().allMatch(row -> row.cells().size() == 1);
        if (!plain) {
            new WordGrid(form.columns(), words::of).write(document.getDocument().getBody(), rows, framed);
            gap(document);
            return;
        }
        for (var row : rows) {
            for (var block : words.of(row.cells().get(0), row)) {
                if (block instanceof Para para) {
                    WordText.fill(document.getDocument().getBody().addNewP(), para);
                } else if (block instanceof Block.Image image) {
                    picture(document, image);
                }
            }
        }
    }

    /** Two tables without a paragraph between them would become one. */
    private static void gap(XWPFDocument document) {
        WordText.fill(document.getDocument().getBody().addNewP(), new Para(List.of(new Run("", false)), 1, Align.LEFT, false, false));
    }

    private static void picture(XWPFDocument document, Block.Image image) throws IOException, InvalidFormatException {
        var paragraph = document.createParagraph();
        paragraph.setAlignment(ParagraphAlignment.CENTER);
        paragraph.setKeepNext(true);
        double by = Math.min(150 * Ink.MM / image.jpeg().width(), image.height() * Ink.MM / image.jpeg().height());
        paragraph.createRun().addPicture(new ByteArrayInputStream(image.jpeg().bytes()), PictureType.JPEG, "figure.jpg",
                Units.toEMU(by * image.jpeg().width()), Units.toEMU(by * image.jpeg().height()));
    }

    private static void page(CTSectPr section, Form form) {
        var size = section.addNewPgSz();
        double wide = form.landscape() ? 297 : 210;
        size.setW(WordGrid.twips(wide));
        size.setH(WordGrid.twips(507 - wide));
        if (form.landscape()) {
            size.setOrient(STPageOrientation.LANDSCAPE);
        }
        double side = (wide - form.columns().stream().mapToInt(Integer::intValue).sum()) / 2;
        var margins = section.addNewPgMar();
        margins.setTop(WordGrid.twips(TOP_MM));
        margins.setBottom(WordGrid.twips(BOTTOM_MM));
        margins.setLeft(WordGrid.twips(side));
        margins.setRight(WordGrid.twips(side));
        margins.setHeader(BigInteger.valueOf(300));
        margins.setFooter(WordGrid.twips(5));
        margins.setGutter(BigInteger.ZERO);
    }
}
