package huizhan.documents;

import java.util.List;

/**
 * A sheet of codes to be scanned elsewhere, each with what it says in words beside it.
 *
 * @param head    what the sheet is, under its title on the first page
 * @param closing lines at the end, such as those for signatures
 */
public record CodeSheet(String title, List<String> head, List<Row> rows, List<String> closing) {

    /**
     * One code.
     *
     * @param code  what it says to a scanner
     * @param lines the same for people
     */
    public record Row(String code, String caption, List<String> lines) {}
}
