package huizhan.office;

import huizhan.kernel.Text;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The text of a Word or Excel file in its own order: paragraphs and tables.
 *
 * @param extras   what else stands in the file, or befell its text
 * @param pictures that were pasted in
 */
record OfficeText(List<Block> blocks, List<Extra> extras, List<PastedPicture> pictures) {

    sealed interface Block permits Paragraph, Table {}

    /** @param anchor where the text box hangs that it stands in; empty for a paragraph of the text itself */
    record Paragraph(String text, boolean heading, Text where, Optional<Text> anchor) implements Block {}

    record Table(List<List<Cell>> rows) implements Block {}

    /**
     * One cell of a table.
     *
     * @param text      its paragraphs, one on a line; a ticked box is ☑ and an empty one □ however the file draws it
     * @param own       the same without the tables inside it
     * @param column    where it begins, counted from 0 over the table's own grid
     * @param continued it only continues the cell above it
     * @param nested    the tables inside it
     */
    record Cell(String text, String own, int column, boolean continued, Text where, List<Table> nested) {}

    static OfficeText of(Path file) throws OfficeFault {
        return OfficeFile.text(file, file.getFileName().toString());
    }

    /** The tables of the text and of its text boxes, not those inside cells. */
    List<Table> tables() {
        return blocks.stream().filter(Table.class::isInstance).map(Table.class::cast).toList();
    }

    List<Paragraph> paragraphs() {
        return blocks.stream().filter(Paragraph.class::isInstance).map(Paragraph.class::cast).toList();
    }

    /** The same with more extras ahead of its own. */
    OfficeText with(List<Extra> more) {
        var all = new ArrayList<>(more);
        all.addAll(extras);
        return new OfficeText(blocks, List.copyOf(all), pictures);
    }
}
