package huizhan.office;

import huizhan.call.Call;
import huizhan.call.Kind;
import huizhan.kernel.FileNames;
import huizhan.office.OfficeText.Paragraph;
import huizhan.office.OfficeText.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Which form a file is: by the labels that stand in it, by its title, at last by its name. */
final class FormGuess {
    private static final int LABELS = 4;
    private static final int HEADINGS = 2;
    private static final int TITLE_LINES = 6;
    private static final Map<String, FormDocument> NAMES = Map.of("登记表", FormDocument.BOARD_FORM, "boardform", FormDocument.BOARD_FORM, "汇总表", FormDocument.SUMMARY,
            "summary", FormDocument.SUMMARY, "文字说明", FormDocument.STATEMENT, "statement", FormDocument.STATEMENT, "实物说明", FormDocument.OBJECT_NOTE,
            "模型说明", FormDocument.OBJECT_NOTE, "note", FormDocument.OBJECT_NOTE);

    private final Call call;

    FormGuess(Call call) {
        this.call = call;
    }

    FormDocument of(OfficeText text, String fileName) {
        var lines = lines(text);
        var head = Fold.of(String.join("", lines.subList(0, Math.min(lines.size(), TITLE_LINES))));
        if (list(text)) {
            return FormDocument.SUMMARY;
        }
        if (labels(text) >= LABELS || head.contains(Fold.of(call.form(FormReader.BOARD).title().zh()))) {
            return FormDocument.BOARD_FORM;
        }
        var note = NoteReader.read(text, "object", List.of()).objects();
        if (note.stream().anyMatch(each -> !each.name().isBlank() && (each.sized() || each.weightKg() > 0))) {
            return FormDocument.OBJECT_NOTE;
        }
        boolean headings = call.kinds().stream().anyMatch(kind -> headings(lines, kind) >= HEADINGS);
        return headings || head.contains(Fold.of(call.form(FormReader.STATEMENT).title().zh())) ? FormDocument.STATEMENT : named(head, fileName);
    }

    private static FormDocument named(String head, String fileName) {
        var name = FileNames.stem(fileName).replaceAll("[-_‐‑–]", "");
        return NAMES.entrySet().stream().filter(each -> head.contains(each.getKey()) || name.contains(each.getKey())).map(Map.Entry::getValue).sorted()
                .findFirst().orElse(FormDocument.UNKNOWN);
    }

    private boolean list(OfficeText text) {
        var form = call.form(FormReader.SUMMARY);
        var rows = new AnnexRows(form, call, new AnnexLabels(form, call), new Ledger(form, call), new ArrayList<>());
        return text.tables().stream().flatMap(table -> table.rows().stream()).anyMatch(row -> rows.below(row).isPresent());
    }

    private int labels(OfficeText text) {
        var form = call.form(FormReader.BOARD);
        var labels = new AnnexLabels(form, call);
        var found = new HashSet<>(labels.insideOnly(text.tables()));
        text.tables().forEach(table -> found.addAll(labels.standing(table)));
        return found.size();
    }

    private static long headings(List<String> lines, Kind kind) {
        return lines.stream().filter(line -> StatementReader.heading(line, kind).isPresent()).count();
    }

    private static List<String> lines(OfficeText text) {
        var lines = new ArrayList<String>();
        for (var block : text.blocks()) {
            if (block instanceof Paragraph paragraph) {
                paragraph.text().lines().filter(line -> !line.isBlank()).forEach(lines::add);
            } else if (block instanceof Table table) {
                table.rows().forEach(row -> row.forEach(cell -> cell.text().lines().filter(line -> !line.isBlank()).forEach(lines::add)));
            }
        }
        return lines;
    }
}
