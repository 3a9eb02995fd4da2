package huizhan.documents;

import java.util.List;

/** A page that is being drawn. Measures in points, y from the page's upper edge. */
sealed interface Page permits Ink, OfdPage {
    /** The outline of a rectangle, in a pen of this width. */
    void frame(double x, double y, double width, double height, double pen);

    /** A picture or code by the name that its file gave it, filling this rectangle. */
    void object(String name, double x, double y, double width, double height);

    /** A line of text on its base line; {@code spacing} is added after each glyph. */
    void text(List<Glyph> glyphs, double size, double x, double base, double spacing);
}
