package huizhan.folder;

import huizhan.call.Call;
import huizhan.call.Cell;
import huizhan.call.Field;
import huizhan.call.Form;
import huizhan.material.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Turns the texts of a form's cells into values: choices and countries to their codes, everything else as it was typed. */
final class Understood {
    private static final Set<String> SHEET = Set.of("另附纸", "见附件", "见附页", "详见附件", "附后");

    private final Call call;
    private final Form form;
    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private final List<String> unread = new ArrayList<>();

    private Understood(Call call, Form form) {
        this.call = call;
        this.form = form;
    }

    /** @param unread the labels of cells that hold something else than what they ask for */
    record Result(Values values, List<String> unread) {}

    static Result of(Map<String, String> texts, Form form, Call call) {
        var understood = new Understood(call, form);
        texts.forEach(understood::cell);
        return new Result(new Values(understood.values), List.copyOf(understood.unread));
    }

    private void cell(String id, String text) {
        var field = call.field(id);
        var list = field.filter(each -> each.type() == Field.Type.ONE || each.type() == Field.Type.MANY).map(Field::list)
                .or(() -> id.equals("disclosure") ? Optional.of("disclosures") : Optional.empty());
        if (list.isPresent()) {
            choices(id, text, list.get(), field.map(each -> each.type() == Field.Type.ONE).orElse(true));
        } else if (field.map(each -> each.type() == Field.Type.COUNTRIES).orElse(false)) {
            values.put(id, new CountryWords(call).read(text));
        } else {
            values.put(id, List.of(sheet(text.replace("\r\n", "\n").strip(), field)));
        }
    }

    /** The words 另附纸 say where the answer is; they aren't one. */
    private static String sheet(String text, Optional<Field> field) {
        boolean may = field.flatMap(Field::sheet).isPresent();
        return may ? text.lines().filter(line -> !SHEET.contains(Fold.of(line))).collect(Collectors.joining("\n")).strip() : text;
    }

    private void choices(String id, String text, String list, boolean one) {
        var read = Boxes.read(text, call, list);
        if (read.unread() || one && read.codes().size() > 1) {
            unread.add(label(id));
            return;
        }
        values.put(id, read.codes());
        form.rows().stream().flatMap(row -> row.cells().stream()).filter(cell -> cell.field().equals(id) && !cell.with().isEmpty())
                .map(Cell::with).findFirst().filter(with -> !read.rest().isBlank()).ifPresent(with -> values.put(with, List.of(read.rest())));
    }

    private String label(String id) {
        return form.label(id, call).map(label -> Fold.bare(label.zh())).or(() -> call.field(id).map(field -> field.label().zh())).orElse(id);
    }
}
