package huizhan.folder;

import java.nio.file.Path;
import java.util.List;

/** The text of a Word or Excel file in its own order: paragraphs and tables. */
record OfficeText(List<Block> blocks) {

    sealed interface Block permits Paragraph, Table {}

    record Paragraph(String text, boolean heading) implements Block {}

    record Table(List<List<Cell>> rows) implements Block {}

    /**
     * One cell of a table.
     *
     * @param text      its paragraphs, one on a line; a ticked box is ☑ and an empty one □ however the file draws it
     * @param column    where it begins, counted from 0 over the table's own grid
     * @param continued it only continues the cell above it
     */
    record Cell(String text, int column, boolean continued) {}

    static OfficeText of(Path file) throws OfficeFault {
        try (var office = OfficePackage.open(file)) {
            if (office.has("word/document.xml")) {
                return WordText.read(office);
            }
            if (office.has("xl/workbook.xml")) {
                return SheetText.read(office);
            }
            throw new OfficeFault("整个文件（不是 Word 或 Excel 文件，请另存为 .docx 或 .xlsx）");
        }
    }

    List<Table> tables() {
        return blocks.stream().filter(Table.class::isInstance).map(Table.class::cast).toList();
    }

    List<Paragraph> paragraphs() {
        return blocks.stream().filter(Paragraph.class::isInstance).map(Paragraph.class::cast).toList();
    }
}
