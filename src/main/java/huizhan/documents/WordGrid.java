package huizhan.documents;

import huizhan.call.Cell;
import huizhan.call.CellKind;
import huizhan.call.Row;
import java.math.BigInteger;
import java.util.List;
import java.util.function.BiFunction;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBody;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTbl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STHeightRule;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STJcTable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STVerticalJc;

/** Consecutive rows of a form as one Word table with real spans. */
record WordGrid(List<Integer> columns, BiFunction<Cell, Row, List<Block>> words) {
    private static final double TWIPS_A_MM = 1440 / 25.4;
    private static final int CELL_MARGIN = 80;

    void write(CTBody body, List<Row> rows, boolean framed) {
        var table = body.addNewTbl();
        properties(table, framed);
        var grid = table.addNewTblGrid();
        columns.forEach(width -> grid.addNewGridCol().setW(twips(width)));
        var hanging = new int[columns.size()];
        boolean heads = true;
        for (var row : rows) {
            heads &= row.head();
            var ctRow = table.addNewTr();
            var format = ctRow.addNewTrPr();
            if (row.height() <= 20) {
                format.addNewCantSplit();
            }
            var height = format.addNewTrHeight();
            height.setVal(twips(row.height()));
            height.setHRule(STHeightRule.AT_LEAST);
            if (heads) {
                format.addNewTblHeader();
            }
            cells(ctRow, row, hanging);
        }
    }

    private void properties(CTTbl table, boolean framed) {
        var format = table.addNewTblPr();
        var width = format.addNewTblW();
        width.setType(STTblWidth.DXA);
        width.setW(twips(columns.stream().mapToInt(Integer::intValue).sum()));
        format.addNewJc().setVal(STJcTable.CENTER);
        if (framed) {
            var borders = format.addNewTblBorders();
            for (var border : List.of(borders.addNewTop(), borders.addNewLeft(), borders.addNewBottom(), borders.addNewRight(),
                    borders.addNewInsideH(), borders.addNewInsideV())) {
                border.setVal(STBorder.SINGLE);
                border.setSz(BigInteger.valueOf(4));
                border.setSpace(BigInteger.ZERO);
            }
        }
        format.addNewTblLayout().setType(STTblLayoutType.FIXED);
        var margins = format.addNewTblCellMar();
        for (var margin : List.of(margins.addNewLeft(), margins.addNewRight())) {
            margin.setType(STTblWidth.DXA);
            margin.setW(BigInteger.valueOf(CELL_MARGIN));
        }
    }

    private void cells(CTRow ctRow, Row row, int[] hanging) {
        int at = 0;
        for (var cell : row.cells()) {
            at = continued(ctRow, hanging, at);
            var tc = ctRow.addNewTc();
            var format = sized(tc.addNewTcPr(), at, cell.columns());
            if (cell.rows() > 1) {
                format.addNewVMerge().setVal(STMerge.RESTART);
            }
            format.addNewVAlign().setVal(top(cell) ? STVerticalJc.TOP : STVerticalJc.CENTER);
            for (var block : words.apply(cell, row)) {
                if (block instanceof Block.Para para) {
                    WordText.fill(tc.addNewP(), para);
                }
            }
            for (int i = 0; i < cell.columns(); i++, at++) {
                hanging[at] = (cell.rows() - 1) * (i == 0 ? cell.columns() : -1);
            }
        }
        continued(ctRow, hanging, at);
    }

    /** The merged cells that hang down from above; the first column of each carries its width and remaining rows. */
    private int continued(CTRow ctRow, int[] hanging, int from) {
        int at = from;
        while (at < hanging.length && hanging[at] > 0) {
            int wide = 1;
            while (at + wide < hanging.length && hanging[at + wide] < 0) {
                wide++;
            }
            int rows = hanging[at] / wide;
            var tc = ctRow.addNewTc();
            sized(tc.addNewTcPr(), at, wide).addNewVMerge().setVal(STMerge.CONTINUE);
            tc.addNewP();
            for (int i = 0; i < wide; i++) {
                hanging[at + i] = (rows - 1) * (i == 0 ? wide : -1);
            }
            at += wide;
        }
        return at;
    }

    private CTTcPr sized(CTTcPr format, int at, int span) {
        var width = format.addNewTcW();
        width.setType(STTblWidth.DXA);
        width.setW(twips(columns.subList(at, at + span).stream().mapToInt(Integer::intValue).sum()));
        if (span > 1) {
            format.addNewGridSpan().setVal(BigInteger.valueOf(span));
        }
        return format;
    }

    private static boolean top(Cell cell) {
        return cell.kind() == CellKind.TEXT || cell.kind() == CellKind.FIELD && cell.label().isPresent() && !cell.inline();
    }

    static BigInteger twips(double millimetres) {
        return BigInteger.valueOf(Math.round(millimetres * TWIPS_A_MM));
    }
}
