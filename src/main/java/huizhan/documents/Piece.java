package huizhan.documents;

import java.util.List;

/** What is never cut by the end of a page: a line of text, a picture. Measures in points. */
sealed interface Piece {
    double height();

    /** Not parted from what follows. */
    boolean together();

    /**
     * A line of text.
     *
     * @param x        from the left edge of the cell's inside
     * @param spacing  added after each glyph, to justify
     */
    record Line(List<Glyph> glyphs, double size, double x, double spacing, double height, boolean together) implements Piece {}

    record Picture(Jpeg jpeg, double x, double width, double height) implements Piece {
        @Override public boolean together() {
            return true;
        }
    }
}
