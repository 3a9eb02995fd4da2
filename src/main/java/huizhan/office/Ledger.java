package huizhan.office;

import huizhan.call.Call;
import huizhan.call.Form;
import huizhan.office.OfficeText.Paragraph;
import huizhan.office.OfficeText.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Keeps account of which cells and paragraphs were read, so that every other word can be handed out. */
final class Ledger {
    /** From here on a line is one that the form itself prints, in the notice's words or in ours. */
    private static final double PRINTED = 0.5;
    private static final int LONG = 12;

    private final Set<Object> used = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<String> printed;
    private final List<LeftOver> left = new ArrayList<>();

    Ledger(Form form, Call call) {
        this.printed = Stream.concat(Stream.of(form.title(), form.annex()), form.rows().stream().flatMap(row -> row.cells().stream())
                        .flatMap(cell -> Stream.concat(cell.label(call).stream(), Stream.of(cell.text(call), cell.date()))))
                .flatMap(text -> Stream.of(Fold.of(text.zh()), Fold.of(Fold.bare(text.zh())))).filter(words -> !words.isEmpty()).distinct()
                .sorted(Comparator.comparingInt(String::length).reversed()).toList();
    }

    void use(Object piece) {
        used.add(piece);
    }

    boolean free(Object piece) {
        return !used.contains(piece);
    }

    /** Words that stood where they can't be read. */
    void leave(String text, huizhan.kernel.Text where) {
        if (!text.isBlank()) {
            left.add(new LeftOver(text.strip(), where));
        }
    }

    List<LeftOver> leftOver(OfficeText text) {
        for (var block : text.blocks()) {
            if (block instanceof Paragraph paragraph && free(paragraph)) {
                leave(unprinted(paragraph.text()), paragraph.where());
            } else if (block instanceof Table table) {
                leave(table);
            }
        }
        return List.copyOf(left);
    }

    private void leave(Table table) {
        for (var row : table.rows()) {
            for (var cell : row) {
                boolean inside = cell.nested().stream().flatMap(each -> each.rows().stream()).flatMap(List::stream).anyMatch(each -> !free(each));
                if (free(cell)) {
                    leave(unprinted(inside ? cell.own() : cell.text()), cell.where());
                }
                if (inside) {
                    cell.nested().forEach(this::leave);
                }
            }
        }
    }

    /** The lines that are none of the form's own. */
    private String unprinted(String text) {
        return String.join("\n", text.lines().filter(line -> !isPrinted(line)).toList());
    }

    boolean isPrinted(String line) {
        var folded = Fold.of(line);
        if (folded.isEmpty() || folded.matches("[□☑]+|(附件|附表)[0-9]?")) {
            return true;
        }
        var rest = folded;
        for (var words : printed) {
            rest = words.length() > 1 ? rest.replace(words, "") : rest;
        }
        return rest.isEmpty() || folded.length() >= LONG && printed.stream().anyMatch(words -> words.length() >= LONG && Math.max(Fold.likeness(words, folded), Fold.likeness(folded, words)) >= PRINTED
                && folded.length() < 2 * words.length());
    }
}
