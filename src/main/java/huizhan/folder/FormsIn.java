package huizhan.folder;

import huizhan.call.Call;
import huizhan.call.Form;
import huizhan.call.Kind;
import huizhan.material.ExhibitObject;
import huizhan.material.Values;
import java.util.ArrayList;
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

    private final Call call;

    FormsIn(Call call) {
        this.call = call;
    }

    /** @param rows values of each row that says something, by rank; {@code disclosure} among them */
    record Summary(Values head, TreeMap<Integer, Values> rows, Map<Integer, List<String>> rowsUnread, List<String> unread) {}

    /** @param pictures the rows of 展板照片: {@code file} and {@code caption} */
    record BoardForm(Values values, List<Map<String, String>> pictures, List<String> unread) {}

    record StatementText(Values head, Map<String, String> sections, String prose, List<String> unread) {}

    record NoteText(List<ExhibitObject> objects, List<String> unread) {}

    Summary summary(Entry file) {
        try {
            var form = call.form(SUMMARY);
            var annex = AnnexReader.read(OfficeText.of(file.source()), form, call);
            var head = new LinkedHashMap<String, List<String>>();
            annex.texts().forEach((id, text) -> head.put(id.replaceFirst("^" + HEAD, ""), List.of(text)));
            var rows = new TreeMap<Integer, Values>();
            var rowsUnread = new TreeMap<Integer, List<String>>();
            int number = 0;
            for (var entry : annex.entries().getOrDefault("achievements", List.of())) {
                number = Integer.parseInt(entry.getOrDefault("#", String.valueOf(number + 1)));
                row(number, entry, form, rows, rowsUnread);
            }
            return new Summary(new Values(head), rows, rowsUnread, nothing(annex, rows.isEmpty() && head.isEmpty()));
        } catch (OfficeFault e) {
            return new Summary(Values.NONE, new TreeMap<>(), Map.of(), List.of(e.getMessage()));
        }
    }

    private void row(int number, Map<String, String> entry, Form form, Map<Integer, Values> rows, Map<Integer, List<String>> unread) {
        var texts = new LinkedHashMap<>(entry);
        texts.remove("#");
        var read = Understood.of(texts, form, call);
        if (!read.values().blank() || !read.unread().isEmpty()) {
            rows.put(number, read.values());
            unread.put(number, read.unread());
        }
    }

    BoardForm boardForm(Entry file) {
        try {
            var form = call.form(BOARD);
            var annex = AnnexReader.read(OfficeText.of(file.source()), form, call);
            var read = Understood.of(annex.texts(), form, call);
            var unread = new ArrayList<>(nothing(annex, annex.texts().isEmpty()));
            unread.addAll(read.unread());
            return new BoardForm(read.values(), annex.entries().getOrDefault("pictures", List.of()), unread.isEmpty() ? missing(annex, form) : unread);
        } catch (OfficeFault e) {
            return new BoardForm(Values.NONE, List.of(), List.of(e.getMessage()));
        }
    }

    /** Cells of the annex that the file doesn't have. */
    private List<String> missing(AnnexReader.Annex annex, Form form) {
        var missing = new ArrayList<String>();
        for (var row : form.rows()) {
            if (!row.repeated() && !row.head()) {
                row.cells().stream().filter(cell -> !cell.labelOf().isEmpty() && !annex.texts().containsKey(cell.labelOf()))
                        .flatMap(cell -> cell.label(call).stream()).forEach(label -> missing.add(Fold.bare(label.zh()).replaceAll("[\\s\\u3000]", "")));
            }
        }
        return missing;
    }

    private static List<String> nothing(AnnexReader.Annex annex, boolean empty) {
        return empty && annex.entries().isEmpty() ? List.of("整个文件（没有找到表格的标签，请用原表格填写）") : List.of();
    }

    StatementText statement(Entry file, Optional<Kind> kind, String name, Set<String> captions) {
        try {
            var read = new StatementReader(call).read(OfficeText.of(file.source()), kind, name, captions);
            var head = Understood.of(read.head(), call.form("statement"), call);
            return new StatementText(head.values(), read.sections(), read.prose(), head.unread());
        } catch (OfficeFault e) {
            return new StatementText(Values.NONE, Map.of(), "", List.of(e.getMessage()));
        }
    }

    NoteText note(Entry file, String kind, List<String> photos) {
        try {
            var read = NoteReader.read(OfficeText.of(file.source()), kind, photos);
            var unread = read.objects().isEmpty() ? List.of("整个文件（没有找到名称、尺寸、重量）") : read.unread();
            return new NoteText(read.objects(), unread);
        } catch (OfficeFault e) {
            return new NoteText(List.of(), List.of(e.getMessage()));
        }
    }
}
