package huizhan.documents;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Pours a grid onto pages. A row that doesn't fit goes to the next page whole; one that is taller than a third of a page is parted
 * between its lines. Column heads are printed again above repeated rows, a cell that spans rows is continued with its words.
 */
final class Pour {
    /** A cell, or a part of one, on its page. Measures in points, y from the page's upper edge. */
    record Slice(double x, double y, double width, double height, List<Piece> pieces, boolean middle, boolean framed) {}

    /** A cell that hangs over several rows, while its page is filled. */
    private record Hanging(Grid.Box box, double from, boolean framed) {}

    private final List<Grid.Line> lines;
    private final double left;
    private final double nextTop;
    private final double bottom;
    private final List<List<Slice>> pages = new ArrayList<>();
    private List<Slice> page = new ArrayList<>();
    private final List<Hanging> hanging = new ArrayList<>();
    private double y;
    private boolean fresh = true;

    private Pour(Grid grid, double left, double firstTop, double nextTop, double bottom) {
        this.lines = grid.lines();
        this.left = left;
        this.nextTop = nextTop;
        this.bottom = bottom;
        this.y = firstTop;
    }

    static List<List<Slice>> pages(Grid grid, double left, double firstTop, double nextTop, double bottom) {
        var pour = new Pour(grid, left, firstTop, nextTop, bottom);
        for (int i = 0; i < pour.lines.size(); i++) {
            pour.line(i);
        }
        pour.pages.add(pour.page);
        return pour.pages;
    }

    private void line(int index) {
        var line = lines.get(index);
        double needed = line.height();
        if (line.head() && index + 1 < lines.size()) {
            needed += Math.min(lines.get(index + 1).height(), (bottom - nextTop) / 3);
        }
        boolean tall = line.height() > (bottom - nextTop) / 3;
        if (y + needed > bottom && !(tall && bottom - y > 20 * Ink.MM) && !fresh) {
            turn(index);
        }
        place(index, line.height(), line.boxes().stream().map(Grid.Box::pieces).toList());
    }

    private void place(int index, double height, List<List<Piece>> pieces) {
        if (y + height <= bottom + 0.01) {
            put(index, height, pieces);
            return;
        }
        var now = new ArrayList<List<Piece>>();
        var later = new ArrayList<List<Piece>>();
        double room = bottom - y - Grid.PAD;
        boolean strict = !fresh || pieces.stream().noneMatch(each -> !each.isEmpty() && fitting(each, room, true) == 0);
        for (var each : pieces) {
            int fit = fitting(each, room, strict);
            now.add(each.subList(0, fit));
            later.add(each.subList(fit, each.size()));
        }
        if (now.stream().allMatch(List::isEmpty)) {
            if (fresh) {
                throw new IllegalStateException("a line or picture is taller than a page");
            }
            turn(index);
            place(index, Math.min(height, tallest(pieces) + Grid.PAD), pieces);
            return;
        }
        put(index, bottom - y, now);
        if (later.stream().anyMatch(each -> !each.isEmpty())) {
            turn(index);
            place(index, tallest(later) + Grid.PAD, later);
        }
    }

    private void put(int index, double height, List<List<Piece>> pieces) {
        var line = lines.get(index);
        for (int i = 0; i < pieces.size(); i++) {
            var box = line.boxes().get(i);
            if (box.until() > index + 1) {
                hanging.add(new Hanging(box, y, line.framed()));
            } else {
                page.add(new Slice(left + box.x(), y, box.width(), height, pieces.get(i), box.middle(), line.framed()));
            }
        }
        y += height;
        fresh = false;
        hanging.removeIf(each -> each.box().until() == index + 1 && close(each));
    }

    /** The next page, with the column head again where a repeated row follows, and the hanging cells continued. */
    private void turn(int next) {
        hanging.forEach(this::close);
        pages.add(page);
        page = new ArrayList<>();
        y = nextTop;
        fresh = true;
        var still = List.copyOf(hanging);
        hanging.clear();
        still.forEach(each -> hanging.add(new Hanging(each.box(), y, each.framed())));
        var head = head(next);
        if (head != null) {
            for (var box : head.boxes()) {
                if (still.stream().noneMatch(each -> each.box().equals(box))) {
                    page.add(new Slice(left + box.x(), y, box.width(), head.height(), box.pieces(), box.middle(), true));
                }
            }
            y += head.height();
        }
    }

    private Grid.@Nullable Line head(int next) {
        int at = next;
        while (at >= 0 && lines.get(at).repeated()) {
            at--;
        }
        return at >= 0 && at < next && lines.get(at).head() ? lines.get(at) : null;
    }

    private boolean close(Hanging each) {
        if (y > each.from()) {
            page.add(new Slice(left + each.box().x(), each.from(), each.box().width(), y - each.from(), each.box().pieces(), true, each.framed()));
        }
        return true;
    }

    /** How many pieces fit; {@code strict} keeps those together that belong together. */
    private static int fitting(List<Piece> pieces, double room, boolean strict) {
        double used = 0;
        int fit = 0;
        while (fit < pieces.size() && used + pieces.get(fit).height() <= room) {
            used += pieces.get(fit++).height();
        }
        while (strict && fit < pieces.size() && fit > 0 && pieces.get(fit - 1).together()) {
            fit--;
        }
        return fit;
    }

    private static double tallest(List<List<Piece>> pieces) {
        double tallest = 0;
        for (var each : pieces) {
            tallest = Math.max(tallest, Grid.high(each));
        }
        return tallest;
    }
}
