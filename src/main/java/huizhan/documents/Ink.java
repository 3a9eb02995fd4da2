package huizhan.documents;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The drawing of one page, written down as PDF operators. Measures in points, y from the page's upper edge. */
final class Ink implements Page {
    /** Points in a millimetre. */
    static final double MM = 72 / 25.4;
    private final StringBuilder out = new StringBuilder(8192);
    private final Subsets subsets;
    private final double pageHeight;

    Ink(Subsets subsets, double pageHeight) {
        this.subsets = subsets;
        this.pageHeight = pageHeight;
        out.append("0 g 0 G\n");
    }

    byte[] bytes() {
        return out.toString().getBytes(StandardCharsets.US_ASCII);
    }

    @Override public void frame(double x, double y, double width, double height, double pen) {
        number(pen).append("w ");
        rectangle(x, y, width, height).append("re S\n");
    }

    void rule(double x, double y, double toX, double toY, double pen) {
        number(pen).append("w ");
        number(x);
        number(pageHeight - y).append("m ");
        number(toX);
        number(pageHeight - toY).append("l S\n");
    }

    void dashed(double x, double y, double toX, double toY) {
        out.append("[3 3] 0 d ");
        rule(x, y, toX, toY, 0.4);
        out.append("[] 0 d\n");
    }

    /** A thin circle, of four Bézier curves. */
    void circle(double x, double y, double radius) {
        double pull = 0.5522847498 * radius;
        double up = pageHeight - y;
        out.append("0.4 w ");
        points(x + radius, up).append("m ");
        curve(x + radius, up + pull, x + pull, up + radius, x, up + radius);
        curve(x - pull, up + radius, x - radius, up + pull, x - radius, up);
        curve(x - radius, up - pull, x - pull, up - radius, x, up - radius);
        curve(x + pull, up - radius, x + radius, up - pull, x + radius, up);
        out.append("s\n");
    }

    private StringBuilder points(double... values) {
        for (double value : values) {
            number(value);
        }
        return out;
    }

    private void curve(double... values) {
        points(values).append("c ");
    }

    @Override public void object(String name, double x, double y, double width, double height) {
        out.append("q ");
        number(width).append("0 0 ");
        number(height);
        number(x);
        number(pageHeight - y - height).append("cm /").append(name).append(" Do Q\n");
    }

    @Override public void text(List<Glyph> glyphs, double size, double x, double base, double spacing) {
        if (glyphs.isEmpty()) {
            return;
        }
        out.append("BT ");
        number(spacing).append("Tc 1 0 0 1 ");
        number(x);
        number(pageHeight - base).append("Tm\n");
        Face face = null;
        Glyph.Substitute instead = null;
        boolean open = false;
        for (var glyph : glyphs) {
            if (glyph.instead() != instead || glyph.face() != face) {
                out.append(open ? "> Tj\n" : "");
                open = false;
                if (glyph.instead() != instead) {
                    mark(instead, glyph.instead());
                    instead = glyph.instead();
                }
                if (glyph.face() != face) {
                    face = glyph.face();
                    out.append('/').append(subsets.of(face).name()).append(' ');
                    number(size).append("Tf ");
                }
            }
            out.append(open ? "" : "<");
            open = true;
            hex(subsets.of(glyph.face()).code(glyph));
        }
        out.append(open ? "> Tj\n" : "");
        mark(instead, null);
        out.append("ET\n");
    }

    private void mark(Glyph.@Nullable Substitute before, Glyph.@Nullable Substitute after) {
        out.append(before == null ? "" : "EMC ");
        if (after != null) {
            out.append("/Span <</ActualText <FEFF");
            after.character().chars().forEach(this::hex);
            out.append(">>> BDC ");
        }
    }

    private void hex(int value) {
        for (int shift = 12; shift >= 0; shift -= 4) {
            out.append("0123456789ABCDEF".charAt(value >> shift & 15));
        }
    }

    private StringBuilder rectangle(double x, double y, double width, double height) {
        number(x);
        number(pageHeight - y - height);
        number(width);
        return number(height);
    }

    private StringBuilder number(double value) {
        return append(out, value);
    }

    /** At most three decimals, as PDF wants them: no exponent. */
    static StringBuilder append(StringBuilder out, double value) {
        long thousandths = Math.round(value * 1000);
        if (thousandths < 0) {
            out.append('-');
            thousandths = -thousandths;
        }
        out.append(thousandths / 1000);
        int rest = (int) (thousandths % 1000);
        if (rest > 0) {
            out.append('.').append((char) ('0' + rest / 100)).append((char) ('0' + rest / 10 % 10)).append((char) ('0' + rest % 10));
        }
        return out.append(' ');
    }
}
