package huizhan.office;

import huizhan.call.Call;
import huizhan.call.Cell;
import huizhan.call.Field;
import huizhan.call.Form;
import huizhan.office.Remark.Kind;
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
    /** Fields that may have several values where the annex asks for one (A7). */
    private static final Set<String> ONE_MEANT = Set.of("board.fields");

    private final Call call;
    private final Form form;
    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private final List<ReadCell> cells = new ArrayList<>();
    private final List<Remark> remarks = new ArrayList<>();
    private final List<LeftOver> leftOver = new ArrayList<>();

    private Understood(Call call, Form form) {
        this.call = call;
        this.form = form;
    }

    /** @param leftOver words of a cell that are no answer to what it asks */
    record Result(Values values, List<ReadCell> cells, List<Remark> remarks, List<LeftOver> leftOver) {}

    static Result of(Map<String, Said> texts, Form form, Call call) {
        var understood = new Understood(call, form);
        texts.forEach(understood::cell);
        return new Result(new Values(understood.values), List.copyOf(understood.cells), List.copyOf(understood.remarks), List.copyOf(understood.leftOver));
    }

    private void cell(String id, Said said) {
        var field = call.field(id);
        var list = field.filter(each -> each.type() == Field.Type.ONE || each.type() == Field.Type.MANY).map(Field::list)
                .or(() -> id.equals("disclosure") ? Optional.of("disclosures") : Optional.empty());
        if (list.isPresent()) {
            choices(id, said, list.get(), field.map(each -> each.type() == Field.Type.ONE).orElse(true));
        } else if (field.map(each -> each.type() == Field.Type.COUNTRIES).orElse(false)) {
            put(id, said, new CountryWords(call).read(said.text()));
        } else {
            put(id, said, List.of(sheet(said.text().replace("\r\n", "\n").strip(), field)));
        }
    }

    private void put(String id, Said said, List<String> value) {
        values.put(id, value);
        cells.add(new ReadCell(id, AnnexLabels.name(id, form, call), said.label(), said.text(), value, said.where()));
    }

    /** The words 另附纸 say where the answer is; they aren't one. */
    private static String sheet(String text, Optional<Field> field) {
        boolean may = field.flatMap(Field::sheet).isPresent();
        return may ? text.lines().filter(line -> !SHEET.contains(Fold.of(line))).collect(Collectors.joining("\n")).strip() : text;
    }

    private void choices(String id, Said said, String list, boolean one) {
        var read = Boxes.read(said.text(), call, list);
        boolean several = read.codes().size() > 1;
        if (read.unread() || several && (one || ONE_MEANT.contains(id))) {
            var kind = read.unread() ? Kind.NOT_OFFERED : one ? Kind.TOO_MANY : Kind.SEVERAL;
            remarks.add(Remark.of(kind, id, said.where(), AnnexLabels.name(id, form, call), said.text()));
        }
        if (read.unread() || several && one) {
            leftOver.add(new LeftOver(said.text(), said.where()));
            cells.add(new ReadCell(id, AnnexLabels.name(id, form, call), said.label(), said.text(), List.of(), said.where()));
            return;
        }
        put(id, said, read.codes());
        var with = form.rows().stream().flatMap(row -> row.cells().stream()).filter(cell -> cell.field().equals(id) && !cell.with().isEmpty())
                .map(Cell::with).findFirst();
        with.filter(other -> !read.rest().isBlank()).ifPresent(other -> put(other, said.with(read.rest()), List.of(read.rest())));
        beside(id, said, (read.strange() + (with.isEmpty() && !Fold.of(read.rest()).isEmpty() ? " " + read.rest() : "")).strip());
    }

    private void beside(String id, Said said, String words) {
        if (!words.isEmpty()) {
            remarks.add(Remark.of(Kind.BESIDE_BOXES, id, said.where(), AnnexLabels.name(id, form, call), words));
            leftOver.add(new LeftOver(words, said.where()));
        }
    }
}
