package huizhan.office;

import huizhan.office.OfficeText.Paragraph;
import huizhan.office.OfficeText.Table;
import huizhan.office.Remark.Kind;
import huizhan.kernel.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Second looks at what a form's own grid doesn't explain: text boxes, merged cells, labels in other words. Each is told. */
final class AnnexOddities {
    private final AnnexLabels labels;
    private final Ledger ledger;
    private final Map<String, Said> found;
    private final List<Remark> remarks;

    AnnexOddities(AnnexLabels labels, Ledger ledger, Map<String, Said> found, List<Remark> remarks) {
        this.labels = labels;
        this.ledger = ledger;
        this.found = found;
        this.remarks = remarks;
    }

    private List<AnnexLabel> missing() {
        return labels.all().stream().filter(label -> !found.containsKey(label.cell().labelOf())).toList();
    }

    // ------------------------------------------------------------------------------------------------ text boxes

    /** A text box answers the empty cell that it hangs in, or the label that it begins with. */
    void boxes(OfficeText text) {
        for (var paragraph : text.paragraphs()) {
            if (paragraph.anchor().isEmpty() || paragraph.text().isBlank() || !ledger.free(paragraph)) {
                continue;
            }
            var empty = found.entrySet().stream().filter(each -> each.getValue().where().equals(paragraph.anchor().get()))
                    .filter(each -> each.getValue().text().isBlank() || boxed(each.getKey())).map(Map.Entry::getKey).findFirst();
            empty.ifPresentOrElse(id -> fromBox(id, paragraph), () -> labelled(paragraph));
        }
    }

    private boolean boxed(String id) {
        return remarks.stream().anyMatch(each -> each.kind() == Kind.IN_BOX && each.field().equals(id));
    }

    private void fromBox(String id, Paragraph paragraph) {
        found.compute(id, (key, said) -> said.with((said.text() + "\n" + paragraph.text()).strip()));
        remarks.add(Remark.of(Kind.IN_BOX, id, paragraph.where(), labels.name(id), paragraph.text()));
        ledger.use(paragraph);
    }

    private void labelled(Paragraph paragraph) {
        for (var label : missing()) {
            var id = label.cell().labelOf();
            var value = label.standsIn(paragraph.text()) ? label.behind(paragraph.text()) : "";
            if (!value.isBlank() && ledger.free(paragraph)) {
                found.put(id, new Said(Fold.bare(paragraph.text()), value, paragraph.where()));
                remarks.add(Remark.of(Kind.IN_BOX, id, paragraph.where(), labels.name(id), value));
                ledger.use(paragraph);
            }
        }
    }

    // ------------------------------------------------------------------------------------------------ merged cells

    /** A label that stands on a line within another answer begins the next one. */
    void merged() {
        boolean again = true;
        while (again) {
            again = false;
            for (var label : missing()) {
                again |= List.copyOf(found.entrySet()).stream().anyMatch(each -> parted(label, each.getKey(), each.getValue()));
            }
        }
    }

    private boolean parted(AnnexLabel label, String other, Said said) {
        var lines = said.text().lines().toList();
        var id = label.cell().labelOf();
        for (int i = 0; i < lines.size() && !found.containsKey(id); i++) {
            var rest = String.join("\n", lines.subList(i, lines.size()));
            var value = label.standsIn(rest) ? label.behind(rest).strip() : "";
            if (label.standsIn(rest) && (!value.isEmpty() || i > 0)) {
                var before = String.join("\n", lines.subList(0, i));
                boolean paired = before.isBlank() && value.lines().count() == 2;
                found.put(other, said.with(paired ? value.lines().findFirst().orElseThrow() : before));
                found.put(id, new Said(Fold.bare(lines.get(i)), paired ? value.substring(value.indexOf('\n') + 1) : value, said.where()));
                remarks.add(Remark.of(Kind.MERGED, id, said.where(), labels.name(id), ""));
                return true;
            }
        }
        return false;
    }

    /** Of cells that were joined to one answer, one may be the label of the next in other words. */
    void joined() {
        for (var remark : List.copyOf(remarks)) {
            var said = found.get(remark.field());
            if (remark.kind() == Kind.JOINED && said != null && joined(remark.field(), said)) {
                remarks.remove(remark);
            }
        }
    }

    private boolean joined(String other, Said said) {
        var lines = said.text().lines().toList();
        for (int i = 1; i + 1 < lines.size(); i++) {
            var words = Wording.headLength(lines.get(i)) == lines.get(i).length() ? Wording.head(lines.get(i)) : "";
            var label = missing().stream().filter(each -> Wording.like(words, each.bare()) >= Wording.LIKE)
                    .max(Comparator.comparingDouble(each -> Wording.like(words, each.bare())));
            if (label.isPresent()) {
                var id = label.get().cell().labelOf();
                found.put(other, said.with(String.join("\n", lines.subList(0, i))));
                found.put(id, new Said(lines.get(i), String.join("\n", lines.subList(i + 1, lines.size())), said.where()));
                remarks.add(Remark.of(Kind.REWORDED, id, said.where(), labels.name(id), lines.get(i)));
                return true;
            }
        }
        return false;
    }

    // ------------------------------------------------------------------------------------------------ other words

    private record Guess(AnnexLabel label, List<OfficeText.Cell> row, int at, double like) {}

    /** Cells that nobody read and whose words are like a label that is missing, the likest first. */
    void reworded(OfficeText text) {
        var guesses = new ArrayList<Guess>();
        text.tables().forEach(table -> guesses(table, guesses));
        guesses.sort((one, other) -> Double.compare(other.like(), one.like()));
        for (var guess : guesses) {
            boolean rival = guesses.stream().anyMatch(each -> each.label() != guess.label() && each.row().get(each.at()) == guess.row().get(guess.at())
                    && each.like() == guess.like() && !found.containsKey(each.label().cell().labelOf()));
            if (!found.containsKey(guess.label().cell().labelOf()) && ledger.free(guess.row().get(guess.at())) && !rival) {
                take(guess);
            }
        }
    }

    private void guesses(Table table, List<Guess> guesses) {
        for (var row : table.rows()) {
            for (int i = 0; i < row.size(); i++) {
                row.get(i).nested().forEach(nested -> guesses(nested, guesses));
                if (!ledger.free(row.get(i)) || row.get(i).continued() || row.get(i).text().isBlank()) {
                    continue;
                }
                for (var label : missing()) {
                    double like = Wording.like(Wording.head(row.get(i).text()), label.bare());
                    if (like >= Wording.LIKE) {
                        guesses.add(new Guess(label, row, i, like));
                    }
                }
            }
        }
    }

    private void take(Guess guess) {
        var cell = guess.row().get(guess.at());
        var id = guess.label().cell().labelOf();
        var head = Wording.headLength(cell.text());
        var value = new StringBuilder(cell.text().substring(Math.max(head, Fold.afterColon(cell.text(), head))).strip());
        Text where = cell.where();
        ledger.use(cell);
        ledger.leave(guess.label().bracket(cell.text(), head), cell.where());
        for (int i = guess.at() + 1; i < guess.row().size() && value.isEmpty(); i++) {
            var next = guess.row().get(i);
            if (!ledger.free(next)) {
                break;
            }
            value.append(next.text());
            where = next.where();
            ledger.use(next);
        }
        var words = cell.text().substring(0, head).strip();
        found.put(id, new Said(words, value.toString(), where));
        boolean same = Fold.of(words).equals(guess.label().bare());
        remarks.add(Remark.of(same ? Kind.MERGED : Kind.REWORDED, id, cell.where(), labels.name(id), words));
    }
}
