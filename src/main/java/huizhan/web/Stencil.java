package huizhan.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A part of a page that was rendered once with marks where something changing stands, cut at them: what is left is filled in. */
final class Stencil {
    private static final Pattern INDENTED = Pattern.compile("\\s*\\n\\s*");
    private final List<byte[]> pieces;
    private final int[] holes;

    private Stencil(List<byte[]> pieces, int[] holes) {
        this.pieces = pieces;
        this.holes = holes;
    }

    /**
     * @param indented with the marks of {@link Stencils.Marks}, each any number of times
     * @param marks    how many there are; another character of their kind is itself
     */
    static Stencil cut(String indented, int marks) {
        // templates are indented for their readers; a browser sees one white space where there are many
        var html = INDENTED.matcher(indented).replaceAll("\n");
        var pieces = new ArrayList<byte[]>();
        var holes = new ArrayList<Integer>();
        int from = 0;
        for (int at = 0; at < html.length(); at++) {
            int hole = Stencils.Marks.number(html.charAt(at));
            if (hole >= 0 && hole < marks) {
                pieces.add(html.substring(from, at).getBytes(StandardCharsets.UTF_8));
                holes.add(hole);
                from = at + 1;
            }
        }
        pieces.add(html.substring(from).getBytes(StandardCharsets.UTF_8));
        return new Stencil(List.copyOf(pieces), holes.stream().mapToInt(Integer::intValue).toArray());
    }

    /** @param values by the number of their mark: text as it stands in the page, numbers, ids, or parts */
    Html fill(List<Object> values) {
        var parts = new ArrayList<Object>(2 * holes.length + 1);
        for (int i = 0; i < holes.length; i++) {
            parts.add(pieces.get(i));
            parts.add(values.get(holes[i]));
        }
        parts.add(pieces.get(holes.length));
        return Html.of(parts);
    }
}
