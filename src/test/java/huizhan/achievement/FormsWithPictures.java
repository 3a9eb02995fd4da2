package huizhan.achievement;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.xml.namespace.QName;
import org.apache.poi.common.usermodel.PictureType;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;

/** Word forms into which somebody has pasted pictures. */
public final class FormsWithPictures {
    private FormsWithPictures() {}

    /** The board form that another program filled in, each picture in a row of its own under 展板照片, beside its caption. */
    public static byte[] board(byte[]... pictures) {
        try (var word = new XWPFDocument(Files.newInputStream(Path.of("src/test/resources/office/board-form-libreoffice.docx")))) {
            var rows = rows(word);
            for (int i = 0; i < pictures.length; i++) {
                var cells = rows.get(Math.min(i, rows.size() - 1)).getTableCells();
                paste(cells.get(1).addParagraph(), pictures[i], i == 0 ? "print" : "");
            }
            return written(word);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those below the heads 序号 and 文件名称. */
    private static List<XWPFTableRow> rows(XWPFDocument word) {
        var rows = new ArrayList<XWPFTableRow>();
        word.getTables().forEach(table -> {
            int head = 0;
            while (head < table.getRows().size() && !table.getRow(head).getCell(table.getRow(head).getTableCells().size() - 1).getText().contains("照片简要说明")) head++;
            for (int i = head + 1; i < table.getRows().size() && rows.size() < 4 && table.getRow(i).getTableCells().size() == table.getRow(head).getTableCells().size(); i++) rows.add(table.getRow(i));
        });
        return rows;
    }

    /** A statement or a note, line by line, with pictures behind it. */
    public static byte[] lines(List<String> lines, byte[]... pictures) {
        try (var word = new XWPFDocument()) {
            lines.forEach(line -> word.createParagraph().createRun().setText(line));
            for (var picture : pictures) paste(word.createParagraph(), picture, "");
            return written(word);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] written(XWPFDocument word) throws IOException {
        var bytes = new ByteArrayOutputStream();
        word.write(bytes);
        return bytes.toByteArray();
    }

    private static void paste(XWPFParagraph paragraph, byte[] bytes, String state) throws IOException {
        try {
            boolean png = bytes[0] == (byte) 0x89;
            var picture = paragraph.createRun().addPicture(new ByteArrayInputStream(bytes), png ? PictureType.PNG : PictureType.JPEG, "picture", Units.toEMU(100), Units.toEMU(70));
            if (!state.isEmpty()) {
                try (var cursor = picture.getCTPicture().getBlipFill().getBlip().newCursor()) {
                    cursor.setAttributeText(new QName("cstate"), state);
                }
            }
        } catch (InvalidFormatException e) {
            throw new IOException(e);
        }
    }

    /** A small picture; another number, another picture. */
    public static byte[] small(int number) {
        var image = new BufferedImage(160, 110, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 160; x++) {
            for (int y = 0; y < 110; y++) image.setRGB(x, y, new Color((x * (number + 3)) % 256, (y * 2) % 256, (number * 40) % 256).getRGB());
        }
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
