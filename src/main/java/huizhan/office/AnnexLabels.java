package huizhan.office;

import huizhan.call.Call;
import huizhan.call.Form;
import huizhan.office.OfficeText.Table;
import huizhan.kernel.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The labels of an annex's single fields, and which of them stand where. */
final class AnnexLabels {
    private final Form form;
    private final Call call;
    private final List<AnnexLabel> all = new ArrayList<>();

    AnnexLabels(Form form, Call call) {
        this.form = form;
        this.call = call;
        for (var row : form.rows()) {
            if (!row.head() && !row.repeated()) {
                row.cells().stream().filter(cell -> !cell.labelOf().isEmpty()).forEach(cell -> AnnexLabel.of(cell, call).ifPresent(all::add));
            }
        }
    }

    List<AnnexLabel> all() {
        return all;
    }

    List<AnnexLabel> inline() {
        return all.stream().filter(AnnexLabel::inline).toList();
    }

    /** The label that a cell carries, the longest if one begins with another. */
    Optional<AnnexLabel> longest(String text) {
        AnnexLabel best = null;
        for (var label : all) {
            if (label.standsIn(text) && (best == null || label.bare().length() > best.bare().length())) {
                best = label;
            }
        }
        return Optional.ofNullable(best);
    }

    /** What a person calls the field. */
    Text name(String field) {
        return name(field, form, call);
    }

    static Text name(String field, Form form, Call call) {
        return form.label(field, call).map(label -> new Text(Fold.bare(label.zh()), Fold.bare(label.en())))
                .or(() -> call.field(field).map(huizhan.call.Field::label)).orElse(Text.same(field));
    }

    /** In how many cells the form has the answer. */
    long answers(String field) {
        return Math.max(1, form.rows().stream().flatMap(row -> row.cells().stream()).filter(cell -> cell.field().equals(field)).count());
    }

    /** The fields whose labels stand in the cells of a table, not of those inside it. */
    Set<String> standing(Table table) {
        var standing = new HashSet<String>();
        table.rows().forEach(row -> row.forEach(cell -> longest(cell.nested().isEmpty() ? cell.text() : cell.own())
                .ifPresent(label -> standing.add(label.cell().labelOf()))));
        return standing;
    }

    /** The fields whose labels stand only in tables inside cells. */
    Set<String> insideOnly(List<Table> tables) {
        var outside = new HashSet<String>();
        tables.forEach(table -> outside.addAll(standing(table)));
        var inside = new HashSet<String>();
        tables.forEach(table -> inside(table, inside));
        inside.removeAll(outside);
        return inside;
    }

    private void inside(Table table, Set<String> fields) {
        for (var row : table.rows()) {
            for (var cell : row) {
                cell.nested().forEach(nested -> {
                    fields.addAll(standing(nested));
                    inside(nested, fields);
                });
            }
        }
    }
}
