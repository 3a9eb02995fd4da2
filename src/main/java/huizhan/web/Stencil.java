package huizhan.web;

import java.util.ArrayList;
import java.util.List;

/** A part of a page that was rendered once with marks where something changing stands, cut at them: what is left is filled in. */
final class Stencil {
    private final List<String> pieces;
    private final int[] holes;

    private Stencil(List<String> pieces, int[] holes) {
        this.pieces = pieces;
        this.holes = holes;
    }

    /**
     * @param html  with the marks of {@link Stencils.Marks}, each any number of times
     * @param marks how many there are; another character of their kind is itself
     */
    static Stencil cut(String html, int marks) {
        var pieces = new ArrayList<String>();
        var holes = new ArrayList<Integer>();
        int from = 0;
        for (int at = 0; at < html.length(); at++) {
            int hole = Stencils.Marks.number(html.charAt(at));
            if (hole >= 0 && hole < marks) {
                pieces.add(html.substring(from, at));
                holes.add(hole);
                from = at + 1;
            }
        }
        pieces.add(html.substring(from));
        return new Stencil(List.copyOf(pieces), holes.stream().mapToInt(Integer::intValue).toArray());
    }

    /** @param values as they stand in the page, by the number of their mark */
    String fill(List<String> values) {
        var filled = new StringBuilder();
        for (int i = 0; i < holes.length; i++) {
            filled.append(pieces.get(i)).append(values.get(holes[i]));
        }
        return filled.append(pieces.get(holes.length)).toString();
    }
}
