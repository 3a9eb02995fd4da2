package huizhan.documents;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is written into a form, by field id (a path in {@code nomination.json}).
 *
 * @param mark     what every page says about itself
 * @param texts    free text; for a choice field without an entry here the labels of its {@code codes} are printed. The statement's
 *                 sections are {@code statement.CODE}; {@code statement} alone is prose without sections
 * @param codes    chosen codes of choice fields, {@code kind} among them
 * @param lists    entries of repeated rows, e.g. {@code achievements}, {@code pictures}; {@code rank} in an entry is its number
 * @param sheets   fields that are answered on a separate sheet (另附纸)
 * @param figures  figures of a statement
 */
public record FormValues(Mark mark, Map<String, String> texts, Map<String, List<String>> codes, Map<String, List<Entry>> lists,
                         Set<String> sheets, List<Figure> figures) {

    /**
     * What every page of a paper says about itself (B8).
     *
     * @param document  the document's UUID
     * @param digest    SHA-256 over that document's own content, 64 hexadecimal digits; empty: no QR code is printed
     * @param lines     further short lines for the foot of the page
     */
    public record Mark(String document, String digest, List<String> lines) {
        /** Of a paper that proves nothing: a blank form. */
        public static final Mark NONE = new Mark("", "", List.of());
    }

    /** One entry of a repeated row. */
    public record Entry(Map<String, String> texts, Map<String, List<String>> codes) {}

    /** A form with nothing in it. */
    public static FormValues blank() {
        return new FormValues(Mark.NONE, Map.of(), Map.of(), Map.of(), Set.of(), List.of());
    }

    Entry top() {
        return new Entry(texts, codes);
    }

    int entries(String list) {
        return lists.getOrDefault(list, List.of()).size();
    }

    Entry entry(String list, int index) {
        var entries = lists.getOrDefault(list, List.of());
        return index < entries.size() ? entries.get(index) : new Entry(Map.of(), Map.of());
    }
}
