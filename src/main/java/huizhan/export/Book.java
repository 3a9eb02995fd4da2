package huizhan.export;

import huizhan.web.Dates;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** Sheets as an Excel file (ISO/IEC 29500), rows written as they come. Every text is a text cell; nothing in it is a formula. */
final class Book {
    private static final int ROWS_IN_MEMORY = 100;
    private static final int WIDTH = 18;

    private Book() {}

    /** @param time what the file says it was made at; the same sheets and time give the same bytes */
    static byte[] of(List<Sheets.Sheet> sheets, LocalDateTime time) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var book = new SXSSFWorkbook(ROWS_IN_MEMORY)) {
            var made = Optional.of(Date.from(time.atZone(Dates.ZONE).toInstant()));
            var properties = book.getXSSFWorkbook().getProperties().getCoreProperties();
            properties.setCreator("huizhan");
            properties.setCreated(made);
            properties.setModified(made);
            var head = head(book);
            var body = book.createCellStyle();
            body.setVerticalAlignment(VerticalAlignment.TOP);
            body.setWrapText(true);
            for (var sheet : sheets) {
                write(sheet, book.createSheet(sheet.name()), head, body);
            }
            // else each part bears a descriptor that the JDK's own reader doesn't understand
            book.setZip64Mode(Zip64Mode.AsNeeded);
            book.write(bytes);
        }
        return steady(bytes.toByteArray(), time);
    }

    private static CellStyle head(SXSSFWorkbook book) {
        var style = book.createCellStyle();
        var font = book.createFont();
        font.setBold(true);
        style.setFont(font);
        style.setWrapText(true);
        style.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        return style;
    }

    private static void write(Sheets.Sheet from, SXSSFSheet to, CellStyle head, CellStyle body) {
        to.setDefaultColumnWidth(WIDTH);
        to.createFreezePane(0, 1);
        to.setAutoFilter(new CellRangeAddress(0, from.rows().size(), 0, from.head().size() - 1));
        write(from.head(), to.createRow(0), head);
        for (int i = 0; i < from.rows().size(); i++) {
            write(from.rows().get(i), to.createRow(i + 1), body);
        }
    }

    private static void write(List<?> values, Row row, CellStyle style) {
        for (int i = 0; i < values.size(); i++) {
            var cell = row.createCell(i);
            cell.setCellStyle(style);
            if (values.get(i) instanceof Long number) {
                cell.setCellValue(number);
            } else {
                cell.setCellValue(Cells.safe((String) values.get(i)));
            }
        }
    }

    /** The library stamps each part with the present time. */
    private static byte[] steady(byte[] book, LocalDateTime time) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var from = new ZipInputStream(new ByteArrayInputStream(book)); var to = new ZipOutputStream(out)) {
            for (var entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                var same = new ZipEntry(entry.getName());
                same.setTimeLocal(time);
                to.putNextEntry(same);
                from.transferTo(to);
                to.closeEntry();
            }
        }
        return out.toByteArray();
    }
}
