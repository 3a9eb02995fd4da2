package huizhan.nomination;

import huizhan.achievement.Candidate;
import huizhan.call.Call;
import huizhan.call.Field;
import huizhan.kernel.Actor;
import huizhan.kernel.Disclosure;
import huizhan.kernel.Lang;
import huizhan.office.Fold;
import huizhan.office.ReadCell;
import huizhan.office.ReadRow;
import huizhan.office.Reading;
import huizhan.organization.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * What a summary table says beside what stands here, {@code templates/nomination/summary-in.html} (B2).
 *
 * @param refused why nothing of it could be read; empty where it was
 * @param order   the lines' order after the table, where it differs; none else
 * @param version of the list that was seen
 */
record SummaryInView(String file, String refused, List<Line> head, List<Row> rows, List<UUID> order, long version, List<Remark> remarks) {
    private static final String HEAD = "department.";
    private static final String DISCLOSURE = "disclosure";

    /** @param version of what stands here now */
    record Line(String field, String label, String now, String then, long version) {
        public boolean differs() {
            return !now.equals(then) && !then.isBlank();
        }
    }

    /**
     * One row of the table. Only of one that says it is public more than its number is told (A4).
     *
     * @param key    its place in the file: two rows may bear one number
     * @param unsaid whether it says neither public nor non-public
     * @param known  where the achievement is, if there is one of that name
     * @param unit   one of the department's units, if it is the undertaker
     * @param values to begin it with, by field id
     */
    record Row(int key, int number, boolean nonPublic, boolean unsaid, String name, Optional<Candidate> known, String unit, List<Value> values) {
        public boolean told() {
            return !nonPublic && !unsaid;
        }

        public boolean fresh() {
            return told() && known.isEmpty() && !name.isBlank();
        }
    }

    /** @param value as a draft keeps it; @param shown in words */
    record Value(String field, String label, String value, String shown) {}

    record Remark(String where, String text, String remedy) {}

    static SummaryInView of(Reading read, String file, Actor me, SummaryIn here, Call call, Lang lang) {
        if (read.refused()) {
            return new SummaryInView(file, read.remarks().get(0).message().in(lang), List.of(), List.of(), List.of(), 0, List.of());
        }
        var list = here.list(me);
        var known = here.known(me);
        var rows = new ArrayList<Row>();
        read.rows().forEach(row -> rows.add(row(rows.size(), row, known, me, here, call, lang)));
        var remarks = read.remarks().stream().filter(each -> read.rows().stream().filter(row -> !is(row, Disclosure.PUBLIC)).noneMatch(row -> row.remarks().contains(each)))
            .map(each -> new Remark(each.where().in(lang), each.message().in(lang), each.remedy().in(lang))).toList();
        return new SummaryInView(file, "", head(read, here.head(me), call, lang), rows, order(rows, list), list.version(), remarks);
    }

    private static List<Line> head(Reading read, Map<String, HeadSql.Written> standing, Call call, Lang lang) {
        var head = new ArrayList<Line>();
        for (var field : call.head()) {
            var now = standing.get(field.id());
            var then = read.values().text(HEAD + field.id());
            head.add(new Line(field.id(), field.label().in(lang), now == null ? "" : now.value(), then, now == null ? 0 : now.version()));
        }
        return head;
    }

    private static boolean is(ReadRow row, Disclosure disclosure) {
        return row.values().codes(DISCLOSURE).equals(List.of(disclosure.code()));
    }

    private static Row row(int key, ReadRow row, Map<String, Candidate> known, Actor me, SummaryIn here, Call call, Lang lang) {
        if (!is(row, Disclosure.PUBLIC)) {
            boolean nonPublic = is(row, Disclosure.NON_PUBLIC);
            return new Row(key, row.number(), nonPublic, !nonPublic, "", Optional.empty(), "", List.of());
        }
        var values = new ArrayList<Value>();
        for (ReadCell cell : row.cells()) {
            var field = call.field(cell.field());
            if (field.isPresent() && !cell.draft().isBlank()) {
                values.add(new Value(cell.field(), cell.name().in(lang), cell.draft(), shown(field.get(), cell, call, lang)));
            }
        }
        var name = row.values().text("name");
        return new Row(key, row.number(), false, false, name, Optional.ofNullable(known.get(Fold.of(name))), here.unit(me, row.values().text("undertaker")).map(Unit::name).orElse(""), values);
    }

    private static String shown(Field field, ReadCell cell, Call call, Lang lang) {
        return String.join(lang == Lang.ZH ? "、" : ", ", cell.values().stream().map(value -> call.choice(field.list(), value).map(choice -> choice.label().in(lang)).orElse(value)).toList());
    }

    /** The table's order of the lines that both have, the others behind; stubs stand where the table has its non-public rows. */
    private static List<UUID> order(List<Row> rows, RankedList list) {
        var stubs = new ArrayList<>(list.lines().stream().filter(huizhan.nomination.Line::stub).map(huizhan.nomination.Line::id).toList());
        var order = new ArrayList<UUID>();
        for (var row : rows) {
            var id = row.nonPublic() ? stubs.isEmpty() ? null : stubs.remove(0) : row.known().map(Candidate::id).filter(list::has).orElse(null);
            if (id != null && !order.contains(id)) {
                order.add(id);
            }
        }
        var now = list.lines().stream().map(huizhan.nomination.Line::id).toList();
        now.stream().filter(id -> !order.contains(id)).forEach(order::add);
        return order.equals(now) ? List.of() : order.stream().filter(Objects::nonNull).toList();
    }

    /** How many non-public rows have no stub yet. */
    public int stubs(long here) {
        return (int) Math.max(0, rows.stream().filter(Row::nonPublic).count() - here);
    }
}
