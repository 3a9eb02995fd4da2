package huizhan.folder;

import huizhan.call.Call;
import huizhan.call.Kind;
import huizhan.office.OfficeForm.Asked;
import huizhan.kernel.Text;
import huizhan.material.ExhibitObject;
import huizhan.material.FormReading.Told;
import huizhan.material.Values;
import huizhan.office.FormDocument;
import huizhan.office.OfficeForm;
import huizhan.office.Reading;
import huizhan.office.Remark;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads the filled forms of a folder, each by itself; what couldn't be read is named, never an exception. */
final class FormsIn {
    static final String BOARD = "board-form";
    static final String SUMMARY = "summary";
    private static final String HEAD = "department.";
    /** What a page says beside a form; in a folder the pictures lie beside it, and rules speak of too many choices. */
    private static final Set<Remark.Kind> SILENT = Set.of(Remark.Kind.PASTED, Remark.Kind.SEVERAL);

    private final Call call;

    FormsIn(Call call) {
        this.call = call;
    }

    /**
     * What wants a look.
     *
     * @param labels cells that could not be read
     * @param told   everything else
     */
    record Unread(List<Text> labels, List<Told> told) {
        static final Unread NOTHING = new Unread(List.of(), List.of());
    }

    /** @param rows values of each row that says something, by rank; {@code disclosure} among them */
    record Summary(Values head, TreeMap<Integer, Values> rows, Map<Integer, Unread> rowsUnread, Unread unread) {}

    /** @param pictures the rows of 展板照片: {@code file} and {@code caption} */
    record BoardForm(Values values, List<Map<String, String>> pictures, Unread unread) {}

    record StatementText(Values head, Map<String, String> sections, String prose, Unread unread) {}

    record NoteText(List<ExhibitObject> objects, Unread unread) {}

    private Reading read(Entry file, Asked asked) {
        return OfficeForm.read(file.source(), file.name(), call, asked);
    }

    Summary summary(Entry file) {
        var read = read(file, Asked.as(FormDocument.SUMMARY));
        var head = new LinkedHashMap<String, List<String>>();
        read.values().all().forEach((id, value) -> head.put(id.replaceFirst("^" + HEAD, ""), value));
        var rows = new TreeMap<Integer, Values>();
        var rowsUnread = new TreeMap<Integer, Unread>();
        read.rows().forEach(row -> {
            rows.put(row.number(), row.values());
            rowsUnread.put(row.number(), unread(row.remarks()));
        });
        var others = read.remarks().stream().filter(each -> read.rows().stream().noneMatch(row -> row.remarks().contains(each))).toList();
        return new Summary(new Values(head), rows, rowsUnread, unread(others));
    }

    BoardForm boardForm(Entry file) {
        var read = read(file, Asked.as(FormDocument.BOARD_FORM));
        return new BoardForm(read.values(), read.captions().stream().map(each -> Map.of("file", each.file(), "caption", each.caption())).toList(), unread(read.remarks()));
    }

    StatementText statement(Entry file, Optional<Kind> kind, String name, Set<String> captions) {
        var read = read(file, Asked.statement(kind, name, captions));
        var sections = new LinkedHashMap<String, String>();
        read.cells().stream().filter(cell -> cell.field().startsWith(Values.STATEMENT))
                .forEach(cell -> sections.put(cell.field().substring(Values.STATEMENT.length()), cell.draft()));
        var head = new LinkedHashMap<String, List<String>>();
        read.cells().stream().filter(cell -> !cell.field().startsWith(Values.STATEMENT)).forEach(cell -> {
            if (read.values().all().containsKey(cell.field())) {
                head.put(cell.field(), read.values().codes(cell.field()));
            }
        });
        return new StatementText(new Values(head), sections, read.prose(), unread(read.remarks()));
    }

    NoteText note(Entry file, String kind, List<String> photos) {
        var read = read(file, Asked.note(kind, photos));
        return new NoteText(read.objects(), unread(read.remarks()));
    }

    private static Unread unread(List<Remark> remarks) {
        var labels = remarks.stream().filter(each -> label(each.kind())).map(Remark::name).toList();
        var told = remarks.stream().filter(each -> !label(each.kind()) && !SILENT.contains(each.kind())).map(each -> new Told(each.line(), each.remedy())).toList();
        return new Unread(labels, told);
    }

    private static boolean label(Remark.Kind kind) {
        return switch (kind) {
            case REFUSED, UNKNOWN, MISSING, NOT_OFFERED, TOO_MANY -> true;
            default -> false;
        };
    }
}
