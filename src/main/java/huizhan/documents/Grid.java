package huizhan.documents;

import huizhan.call.Cell;
import huizhan.call.CellKind;
import huizhan.call.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** A form's rows with their cells measured, in points, ready to be poured onto pages. */
record Grid(List<Line> lines) {
    static final double PAD = 1.4 * Ink.MM;

    /** A measured cell. {@code until} is one past the last row that it spans. */
    record Box(double x, double width, int until, List<Piece> pieces, boolean middle) {}

    /** A measured row. */
    record Line(double height, boolean head, boolean framed, boolean repeated, List<Box> boxes) {}

    static Grid of(List<Row> rows, List<Integer> columns, BiFunction<Cell, Row, List<Block>> words, Lines setter) {
        var boxes = new ArrayList<List<Box>>();
        var until = new int[columns.size()];
        for (int i = 0; i < rows.size(); i++) {
            boxes.add(boxes(rows.get(i), i, columns, until, words, setter));
        }
        var heights = heights(rows, boxes);
        var lines = new ArrayList<Line>();
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            lines.add(new Line(heights[i], row.head(), row.framed(), row.repeated(), boxes.get(i)));
        }
        return new Grid(lines);
    }

    private static List<Box> boxes(Row row, int index, List<Integer> columns, int[] until, BiFunction<Cell, Row, List<Block>> words, Lines setter) {
        var boxes = new ArrayList<Box>();
        int at = 0;
        for (var cell : row.cells()) {
            while (at < until.length && until[at] > index) {
                at++;
            }
            double x = 0;
            for (int i = 0; i < at; i++) {
                x += columns.get(i) * Ink.MM;
            }
            double width = 0;
            for (int i = 0; i < cell.columns(); i++, at++) {
                width += columns.get(at) * Ink.MM;
                until[at] = index + cell.rows();
            }
            boxes.add(new Box(x, width, index + cell.rows(), setter.pieces(words.apply(cell, row), width - 2 * PAD), middle(cell)));
        }
        return boxes;
    }

    private static boolean middle(Cell cell) {
        return switch (cell.kind()) {
            case LABEL, NUMBER, BOXES, STAMP -> true;
            case FIELD -> cell.label().isEmpty() || cell.inline();
            case TEXT, SECTIONS, FIGURES -> false;
        } && cell.kind() != CellKind.TEXT;
    }

    private static double[] heights(List<Row> rows, List<List<Box>> boxes) {
        var heights = new double[rows.size()];
        for (int i = 0; i < heights.length; i++) {
            heights[i] = rows.get(i).height() * Ink.MM;
            double pad = rows.get(i).framed() ? PAD : PAD / 2;
            for (var box : boxes.get(i)) {
                if (box.until() == i + 1) {
                    heights[i] = Math.max(heights[i], high(box.pieces()) + pad);
                }
            }
        }
        for (int i = 0; i < heights.length; i++) {
            for (var box : boxes.get(i)) {
                double spanned = 0;
                for (int k = i; k < box.until(); k++) {
                    spanned += heights[k];
                }
                heights[box.until() - 1] += Math.max(0, high(box.pieces()) + PAD - spanned);
            }
        }
        return heights;
    }

    static double high(List<Piece> pieces) {
        double high = 0;
        for (var piece : pieces) {
            high += piece.height();
        }
        return high;
    }
}
