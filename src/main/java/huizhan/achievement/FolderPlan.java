package huizhan.achievement;

import java.util.List;

/**
 * A folder of one achievement, sorted before a byte of it is sent (B2); said to the page's script.
 *
 * @param parts   numbers of the achievements in the folder where it holds several
 * @param part    the one that was sorted, or empty
 * @param skipped how many files were left out without a word, such as Thumbs.db
 */
record FolderPlan(List<String> parts, String part, List<Place> places, List<Line> files, int skipped) {

    /**
     * Where files can go.
     *
     * @param code   {@code picture}, {@code attachment:KIND}, {@code photo:OBJECT}, {@code photo:new}, {@code form} or {@code none}
     * @param slot   as the upload calls it; empty where nothing is uploaded
     * @param room   how many more it takes
     * @param accept endings of names, as in a file input; empty for any
     * @param least  bytes that each should have
     */
    record Place(String code, String label, String slot, int room, String accept, long least) {}

    /**
     * @param place the code of its place; empty where the person is asked
     * @param why   in words
     * @param fixed that no other place can be chosen
     */
    record Line(String path, String place, String why, boolean fixed) {}
}
