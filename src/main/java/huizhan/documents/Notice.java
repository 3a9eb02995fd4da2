package huizhan.documents;

import java.util.List;

/**
 * A sheet that goes beside something else and says what it is (A12): a title, paragraphs, and what is to be compared with it.
 *
 * @param compared fingerprints, each with whose it is; set in large groups
 */
public record Notice(String title, List<String> paragraphs, List<Compared> compared, List<String> closing) {

    /** @param groups in groups of four, as people read them aloud */
    public record Compared(String whose, String groups) {}
}
