package huizhan.documents;

import java.util.List;

/**
 * The drawing of one page as OFD objects (GB/T 33190-2016, 9 to 11). Text stays text: a run of one font is a TextObject whose characters
 * stand where the PDF has them.
 */
final class OfdPage implements Page {
    private static final double ASCENT = 1.2;
    private static final double DESCENT = 0.5;
    private final StringBuilder out = new StringBuilder(16384);
    private final Subsets subsets;
    private final OfdIds ids;
    private final double width;
    private final double height;
    private final int id;
    private final int layer;

    OfdPage(Subsets subsets, OfdIds ids, double width, double height) {
        this.subsets = subsets;
        this.ids = ids;
        this.width = width;
        this.height = height;
        this.id = ids.next();
        this.layer = ids.next();
    }

    int id() {
        return id;
    }

    String xml() {
        return OfdXml.page(layer, out.toString());
    }

    @Override public void frame(double x, double y, double width, double height, double pen) {
        out.append("<ofd:PathObject ID=\"").append(ids.next()).append("\" Boundary=\"");
        box(x - pen, y - pen, width + 2 * pen, height + 2 * pen).append("\" LineWidth=\"").append(OfdXml.mm(pen)).append("\"><ofd:AbbreviatedData>");
        var near = OfdXml.mm(pen);
        var right = OfdXml.mm(pen + width);
        var low = OfdXml.mm(pen + height);
        out.append("M ").append(near).append(' ').append(near).append(" L ").append(right).append(' ').append(near)
                .append(" L ").append(right).append(' ').append(low).append(" L ").append(near).append(' ').append(low)
                .append(" C</ofd:AbbreviatedData></ofd:PathObject>\n");
    }

    @Override public void object(String name, double x, double y, double width, double height) {
        out.append("<ofd:ImageObject ID=\"").append(ids.next()).append("\" Boundary=\"");
        box(x, y, width, height).append("\" CTM=\"").append(OfdXml.mm(width)).append(" 0 0 ").append(OfdXml.mm(height))
                .append(" 0 0\" ResourceID=\"").append(name).append("\"/>\n");
    }

    @Override public void text(List<Glyph> glyphs, double size, double x, double base, double spacing) {
        double at = x;
        for (int from = 0; from < glyphs.size();) {
            int to = OfdRun.end(glyphs, from);
            at = run(new OfdRun(glyphs.subList(from, to), size, spacing), at, base);
            from = to;
        }
    }

    /** The boundary is what a reader clips to: room enough above and below the line for any glyph, but never beyond the page. */
    private double run(OfdRun run, double x, double base) {
        double left = Math.max(0, x - run.size());
        double top = Math.max(0, base - ASCENT * run.size());
        double right = Math.min(width, x + run.length() + run.size());
        double bottom = Math.min(height, base + DESCENT * run.size());
        var font = subsets.of(run.face());
        out.append("<ofd:TextObject ID=\"").append(ids.next()).append("\" Boundary=\"");
        box(left, top, right - left, bottom - top).append("\" Font=\"").append(ids.of(font)).append("\" Size=\"")
                .append(OfdXml.mm(run.size())).append("\">");
        run.write(out, font, x - left, base - top);
        out.append("</ofd:TextObject>\n");
        return x + run.length();
    }

    private StringBuilder box(double x, double y, double width, double height) {
        return out.append(OfdXml.mm(x)).append(' ').append(OfdXml.mm(y)).append(' ').append(OfdXml.mm(width)).append(' ').append(OfdXml.mm(height));
    }
}
