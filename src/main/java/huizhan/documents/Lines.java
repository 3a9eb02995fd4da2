package huizhan.documents;

import java.util.ArrayList;
import java.util.List;

/** Breaks paragraphs into lines as Chinese is set: between any two characters, but for signs that may not begin or end a line. */
final class Lines {
    static final double LEADING = 1.38;
    private static final double MOST_SPACING = 0.4;
    private static final double PROSE_LEADING = 1.6;
    private static final double HEADING_LEADING = 2.2;
    private final Shaper shaper;

    Lines(Shaper shaper) {
        this.shaper = shaper;
    }

    List<Piece> pieces(List<Block> blocks, double width) {
        var pieces = new ArrayList<Piece>();
        for (var block : blocks) {
            if (block instanceof Block.Para para) {
                para(para, width, pieces);
            } else if (block instanceof Block.Image image) {
                picture(image, width, pieces);
            }
        }
        return pieces;
    }

    private static void picture(Block.Image image, double width, List<Piece> pieces) {
        double high = image.height() * Ink.MM;
        double by = Math.min(width / image.jpeg().width(), high / image.jpeg().height());
        double wide = by * image.jpeg().width();
        pieces.add(new Piece.Picture(image.jpeg(), (width - wide) / 2, wide, by * image.jpeg().height()));
    }

    private void para(Block.Para para, double width, List<Piece> pieces) {
        var glyphs = new ArrayList<Glyph>();
        boolean first = true;
        for (var run : para.runs()) {
            var parts = run.text().split("\\R", -1);
            for (int i = 0; i < parts.length; i++) {
                if (i > 0) {
                    lines(para, glyphs, width, first, pieces);
                    glyphs.clear();
                    first = false;
                }
                glyphs.addAll(shaper.glyphs(parts[i], run.bold()));
            }
        }
        lines(para, glyphs, width, first, pieces);
    }

    private static void lines(Block.Para para, List<Glyph> all, double width, boolean first, List<Piece> pieces) {
        var glyphs = List.copyOf(all);
        double size = para.size();
        int from = 0;
        double indent = para.indented() && first ? 2 * size : 0;
        do {
            int to = end(glyphs, from, (width - indent) / size * 1000);
            var line = trimmed(glyphs.subList(from, to));
            pieces.add(line(para, line, width, indent, to == glyphs.size()));
            from = skip(glyphs, to);
            indent = 0;
        } while (from < glyphs.size());
    }

    private static Piece line(Block.Para para, List<Glyph> line, double width, double indent, boolean last) {
        double size = para.size();
        double slack = width - indent - length(line) * size / 1000;
        double spacing = para.indented() && !last && line.size() > 1 ? Math.min(slack / (line.size() - 1), MOST_SPACING * size) : 0;
        double x = indent + switch (para.align()) {
            case LEFT -> 0;
            case CENTER -> slack / 2;
            case RIGHT -> slack;
        };
        double leading = para.together() ? HEADING_LEADING : para.size() == Words.PROSE ? PROSE_LEADING : LEADING;
        return new Piece.Line(line, size, x, Math.max(0, spacing), size * leading, para.together());
    }

    /** One past the last glyph of the line that starts at {@code from}; {@code room} in thousandths of the em. */
    private static int end(List<Glyph> glyphs, int from, double room) {
        double used = 0;
        int last = from;
        boolean box = false;
        for (int at = from; at < glyphs.size(); at++) {
            var glyph = glyphs.get(at);
            if (at > from && !box && breaks(glyphs.get(at - 1), glyph)) {
                last = at;
            }
            box = glyph.first() == 0x2610 || glyph.first() == 0x2611 || box && glyph.first() != ' ';
            used += glyph.width();
            if (used > room + 0.5 && !Characters.blank(glyph.first())) {
                return last > from ? last : Math.max(from + 1, at);
            }
        }
        return glyphs.size();
    }

    private static boolean breaks(Glyph before, Glyph after) {
        int a = before.first();
        int b = after.first();
        if (before.instead() != null && before.instead() == after.instead() || a == 0xA0 || b == 0xA0 || Characters.blank(b)) {
            return false;
        }
        if (Characters.notFirst(b) || Characters.notLast(a)) {
            return false;
        }
        return Characters.blank(a) || Characters.wide(a) || Characters.wide(b) || a == '-' || a == '/' || a == '@';
    }

    private static List<Glyph> trimmed(List<Glyph> line) {
        int to = line.size();
        while (to > 0 && line.get(to - 1).first() == ' ') {
            to--;
        }
        return line.subList(0, to);
    }

    private static int skip(List<Glyph> glyphs, int at) {
        int next = at;
        while (next < glyphs.size() && glyphs.get(next).first() == ' ') {
            next++;
        }
        return next;
    }

    static double length(List<Glyph> line) {
        double length = 0;
        for (var glyph : line) {
            length += glyph.width();
        }
        return length;
    }
}
