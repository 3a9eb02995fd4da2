package huizhan.office;

import huizhan.kernel.Text;

/** Names for places in a document, as a person finds them with the file open beside. */
final class Spot {
    static final Text FILE = new Text("整个文件", "the whole file");

    private Spot() {}

    static Text table(int number) {
        return new Text("表格" + number, "table " + number);
    }

    static Text cell(Text table, int row, int cell) {
        return new Text(table.zh() + "第" + row + "行第" + cell + "格", table.en() + ", row " + row + ", cell " + cell);
    }

    /** The row of a cell; of any other place the place itself. */
    static String row(Text where) {
        return where.zh().substring(0, where.zh().lastIndexOf("行") < 0 ? where.zh().length() : where.zh().lastIndexOf("行"));
    }

    static Text nested(Text cell) {
        return new Text(cell.zh() + "里的表格", "the table inside " + cell.en());
    }

    static Text paragraph(int number) {
        return new Text("第" + number + "段", "paragraph " + number);
    }

    static Text box(Text anchor) {
        return new Text(anchor.zh() + "的文本框", "text box at " + anchor.en());
    }

    static Text sheet(String sheet, int row, int column) {
        var name = letters(column) + row;
        return new Text("工作表“" + sheet + "”" + name, "sheet “" + sheet + "”, " + name);
    }

    static Text part(Text part, int number) {
        return new Text(part.zh() + "第" + number + "段", part.en() + ", paragraph " + number);
    }

    private static String letters(int column) {
        return (column > 26 ? letters((column - 1) / 26) : "") + (char) ('A' + (column - 1) % 26);
    }
}
