package huizhan.folder;

import java.util.ArrayList;
import java.util.List;

/** Text for a terminal: harmless, and broken at its width, where an East Asian character takes two columns. */
final class Printed {
    private static final int NARROWEST = 40;
    private static final int WIDEST = 100;

    private Printed() {}

    /** The terminal's width as the shell tells it, within what reads well. */
    static int width() {
        var told = System.getenv("COLUMNS");
        int columns = told != null && told.matches("[0-9]{2,4}") ? Integer.parseInt(told) : 80;
        return Math.max(NARROWEST, Math.min(WIDEST, columns));
    }

    static int columns(String text) {
        return text.codePoints().map(c -> wide(c) ? 2 : 1).sum();
    }

    /** Lines no wider than the width; Latin words stay whole where they can, and no line starts with a closing mark. */
    static List<String> wrapped(String text, int width) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var piece : pieces(text)) {
            boolean closing = !piece.isEmpty() && "，。；：、）”》！？,.;:)".indexOf(piece.codePointAt(0)) >= 0;
            if (columns(line + piece.stripTrailing()) > width && !line.isEmpty() && !closing) {
                lines.add(line.toString().stripTrailing());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? piece.stripLeading() : piece);
        }
        if (!line.isEmpty()) {
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    private static List<String> pieces(String text) {
        var pieces = new ArrayList<String>();
        var run = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (wide(c) || c == ' ') {
                flush(run, pieces);
                pieces.add(Character.toString(c));
            } else {
                run.appendCodePoint(c);
            }
        });
        flush(run, pieces);
        return pieces;
    }

    private static void flush(StringBuilder run, List<String> pieces) {
        if (!run.isEmpty()) {
            pieces.add(run.toString());
            run.setLength(0);
        }
    }

    private static boolean wide(int c) {
        return c >= 0x1100 && c <= 0x115F || c >= 0x2E80 && c <= 0xA4CF || c >= 0xAC00 && c <= 0xD7A3 || c >= 0xF900 && c <= 0xFAFF
                || c >= 0xFE30 && c <= 0xFE4F || c >= 0xFF01 && c <= 0xFF60 || c >= 0xFFE0 && c <= 0xFFE6 || c >= 0x20000 && c <= 0x3FFFD
                || "“”‘’…—※".indexOf(c) >= 0;
    }
}
