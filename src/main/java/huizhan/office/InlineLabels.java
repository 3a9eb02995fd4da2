package huizhan.office;

import huizhan.office.OfficeText.Paragraph;
import huizhan.office.OfficeText.Table;
import huizhan.kernel.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Labels that stand on lines of their own, one or several on a line: 联系人：…　电话：…　传真：…; in Excel a line is a row of cells. */
final class InlineLabels {
    private final List<AnnexLabel> labels;
    private final Ledger ledger;
    private final Map<String, Said> found = new LinkedHashMap<>();

    InlineLabels(List<AnnexLabel> labels, Ledger ledger) {
        this.labels = labels;
        this.ledger = ledger;
    }

    /** The values by field id. */
    Map<String, Said> in(OfficeText text) {
        for (var block : labels.isEmpty() ? List.<OfficeText.Block>of() : text.blocks()) {
            if (block instanceof Paragraph paragraph) {
                paragraph(paragraph);
            } else if (block instanceof Table table) {
                table.rows().stream().filter(row -> row.stream().allMatch(ledger::free)).forEach(this::row);
            }
        }
        return found;
    }

    private void paragraph(Paragraph paragraph) {
        var strange = paragraph.text().lines().filter(line -> !line(line, paragraph.where())).toList();
        if (strange.size() < paragraph.text().lines().count()) {
            ledger.use(paragraph);
            ledger.leave(String.join("\n", strange), paragraph.where());
        }
    }

    private void row(List<OfficeText.Cell> row) {
        if (!row.isEmpty() && line(String.join("\t", row.stream().map(OfficeText.Cell::text).toList()), row.get(0).where())) {
            row.forEach(ledger::use);
        }
    }

    private boolean line(String line, Text where) {
        AnnexLabel open = null;
        int from = 0;
        for (int at = 0; at < line.length(); at++) {
            var label = startingAt(line, at);
            if (label == null) {
                continue;
            }
            if (open == null) {
                ledger.leave(line.substring(0, at), where);
            }
            close(open, line.substring(from, at), where);
            open = label;
            int end = at + Fold.after(line.substring(at), label.bare());
            from = Math.max(end, Fold.afterColon(line, end));
            at = Math.max(at, from - 1);
        }
        close(open, open == null ? "" : line.substring(from), where);
        return open != null;
    }

    /** The longest label that begins here; one that only ends a longer Chinese word is none. */
    private @Nullable AnnexLabel startingAt(String line, int at) {
        boolean within = at > 0 && line.charAt(at - 1) > 0x7F && !Fold.of(line.substring(at - 1, at)).isEmpty();
        if (within || Fold.of(line.substring(at, at + 1)).isEmpty()) {
            return null;
        }
        AnnexLabel best = null;
        for (var label : labels) {
            int end = Fold.after(line.substring(at), label.bare());
            boolean closed = end > 0 && (Fold.afterColon(line, at + end) > at + end || line.startsWith("\t", at + end));
            if (closed && (best == null || label.bare().length() > best.bare().length())) {
                best = label;
            }
        }
        return best;
    }

    private void close(@Nullable AnnexLabel label, String value, Text where) {
        if (label != null) {
            found.putIfAbsent(label.cell().labelOf(), new Said(Fold.bare(label.cell().label().map(Text::zh).orElse("")), value.strip(), where));
        }
    }
}
