package huizhan.documents;

import org.jspecify.annotations.Nullable;

/**
 * One glyph in a line.
 *
 * @param text    what it stands for when the text is searched or copied
 * @param width   advance in thousandths of the em
 * @param instead the character that this glyph and its neighbours with the very same object stand in for
 */
record Glyph(Face face, int id, String text, double width, @Nullable Substitute instead) {

    /** A character that no font has. */
    record Substitute(String character) {}

    int first() {
        return text.codePointAt(0);
    }
}
