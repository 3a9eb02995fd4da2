package huizhan.office;

import huizhan.kernel.Text;

/**
 * Something in a document beside its plain text.
 *
 * @param where its place
 * @param text  the words that it concerns; empty where there are none
 */
record Extra(Kind kind, Text where, String text) {

    enum Kind {
        /** Words that a tracked change put in: they count. */
        INSERTED,
        /** Words that a tracked change took out: they don't count. */
        DELETED,
        /** A page's head or foot. */
        MARGIN,
        FOOTNOTE,
        COMMENT,
        /** A worksheet behind the first, or a drawing on it. */
        SHEET,
        /** A control whose state is not in the text. */
        CONTROL,
        /** An embedded object. */
        OBJECT,
        /** A sign of a symbol font that has no character; 〓 stands for it. */
        SYMBOL,
        /** A picture that is too large, or isn't there. */
        PICTURE,
        /** The file is in Word's old binary format. */
        OLD
    }
}
