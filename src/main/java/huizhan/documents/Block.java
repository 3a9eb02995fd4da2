package huizhan.documents;

import java.util.List;

/** What stands in a cell, for PDF and Word alike. */
sealed interface Block {
    enum Align { LEFT, CENTER, RIGHT }

    /** A stretch of text. Supplementary boxes ☐ and ☑ are characters like any other. */
    record Run(String text, boolean bold) {}

    /**
     * A paragraph; line ends in its text begin new lines.
     *
     * @param indented  first line indented by two characters, lines justified, as prose is
     * @param together  not parted from what follows
     */
    record Para(List<Run> runs, double size, Align align, boolean indented, boolean together) implements Block {}

    /** A picture of at most the given height in millimetres, centred. */
    record Image(Jpeg jpeg, double height) implements Block {}
}
