package huizhan.documents;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What one text object holds: glyphs of one font side by side. They stand for themselves, or all for one character: for one that no font
 * has, or for one beyond the basic plane.
 *
 * @param size    in points
 * @param spacing added after each glyph, in points
 */
record OfdRun(List<Glyph> glyphs, double size, double spacing) {
    private static final int WORTH_A_GROUP = 3;
    private static final int BASIC = 0xFFFF;

    /**
     * Where the run that starts here ends. A character beyond the basic plane stands alone, because readers don't agree whether it
     * counts once or twice.
     */
    static int end(List<Glyph> glyphs, int from) {
        var first = glyphs.get(from);
        int to = from + 1;
        while (to < glyphs.size() && glyphs.get(to).face() == first.face() && glyphs.get(to).instead() == first.instead()
                && first.first() <= BASIC && glyphs.get(to).first() <= BASIC) {
            to++;
        }
        return to;
    }

    Face face() {
        return glyphs.get(0).face();
    }

    double length() {
        return glyphs.stream().mapToDouble(this::advance).sum();
    }

    private double advance(Glyph glyph) {
        return glyph.width() * size / 1000 + spacing;
    }

    /** Writes its text with the place of each character, from the boundary's corner. */
    void write(StringBuilder out, Subset font, double x, double base) {
        var codes = glyphs.stream().map(each -> String.valueOf(font.code(each))).toList();
        var first = glyphs.get(0);
        if (first.instead() != null || first.first() > BASIC) {
            var character = first.instead() == null ? first.text() : first.instead().character();
            out.append("<ofd:CGTransform CodePosition=\"0\" CodeCount=\"").append(character.length()).append("\" GlyphCount=\"").append(codes.size())
                    .append("\"><ofd:Glyphs>").append(String.join(" ", codes)).append("</ofd:Glyphs></ofd:CGTransform>");
            code(out, glyphs, character, x, base);
        } else {
            plain(out, x, base);
        }
    }

    /** Blanks at either end stand alone, because some readers trim a text, and its offsets would then be of other characters. */
    private void plain(StringBuilder out, double x, double base) {
        int first = 0;
        int last = glyphs.size() - 1;
        while (first < last && blank(glyphs.get(first))) {
            first++;
        }
        while (last > first && blank(glyphs.get(last))) {
            last--;
        }
        double at = x;
        for (int from = 0; from < glyphs.size();) {
            int to = from == first ? last + 1 : from + 1;
            var part = glyphs.subList(from, to);
            code(out, part, part.stream().map(Glyph::text).collect(Collectors.joining()), at, base);
            at += part.stream().mapToDouble(this::advance).sum();
            from = to;
        }
    }

    private static boolean blank(Glyph glyph) {
        return Characters.blank(glyph.first());
    }

    private void code(StringBuilder out, List<Glyph> part, String text, double x, double base) {
        out.append("<ofd:TextCode X=\"").append(OfdXml.mm(x)).append("\" Y=\"").append(OfdXml.mm(base)).append('"');
        if (part.size() > 1) {
            out.append(" DeltaX=\"").append(offsets(part)).append('"');
        }
        out.append('>').append(OfdXml.escaped(text)).append("</ofd:TextCode>");
    }

    /** The step from each character to the next; equal ones in a group, {@code g 12 3.7042} (GB/T 33190-2016, 11.3). */
    private String offsets(List<Glyph> part) {
        var steps = part.subList(0, part.size() - 1).stream().map(each -> OfdXml.mm(advance(each))).toList();
        var out = new StringBuilder();
        for (int from = 0; from < steps.size();) {
            int to = from + 1;
            while (to < steps.size() && steps.get(to).equals(steps.get(from))) {
                to++;
            }
            boolean group = to - from >= WORTH_A_GROUP;
            out.append(group ? "g " + (to - from) + " " + steps.get(from) + " " : (steps.get(from) + " ").repeat(to - from));
            from = to;
        }
        return out.toString().strip();
    }
}
