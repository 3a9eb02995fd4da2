package huizhan.office;

import huizhan.call.Call;
import huizhan.call.Form;
import huizhan.office.Remark.Kind;
import huizhan.kernel.Text;
import huizhan.material.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Reads one form, whichever it is, and collects what was understood, what wants a look, and what is left over. */
final class FormReader {
    static final String BOARD = "board-form";
    static final String SUMMARY = "summary";
    static final String STATEMENT = "statement";
    /** Remarks that quote the words which they leave over. */
    private static final Set<Kind> SAID = Set.of(Kind.TWICE, Kind.NOT_OFFERED, Kind.TOO_MANY, Kind.BESIDE_BOXES);
    private static final Text NUMBER = new Text("序号", "No.");

    private final Call call;
    private final List<Remark> remarks = new ArrayList<>();
    private final List<LeftOver> leftOver = new ArrayList<>();

    FormReader(Call call) {
        this.call = call;
    }

    Reading read(OfficeText text, String fileName, OfficeForm.Asked asked) {
        var document = asked.document().filter(each -> each != FormDocument.UNKNOWN).orElseGet(() -> new FormGuess(call).of(text, fileName));
        return switch (document) {
            case BOARD_FORM -> board(text);
            case SUMMARY -> summary(text);
            case STATEMENT -> statement(text, asked);
            case OBJECT_NOTE -> note(text, asked.beside());
            case UNKNOWN -> unknown(text);
        };
    }

    private Reading board(OfficeText text) {
        var form = call.form(BOARD);
        var annex = AnnexReader.read(text, form, call, true);
        var read = Understood.of(annex.texts(), form, call);
        extras(text);
        annex(annex, read, form);
        var pictures = AnnexRows.called(pictures(text, read.cells()), annex.list("pictures"));
        pictures.stream().filter(each -> !each.field().isEmpty()).forEach(each -> remarks.add(Remark.of(Kind.PASTED, each.field(), each.where(),
                AnnexLabels.name(each.field(), form, call), each.name())));
        return reading(FormDocument.BOARD_FORM, read.values(), read.cells(), List.of(), List.of(),
                AnnexRows.photos(pictures, annex.list("pictures")), "", pictures);
    }

    private Reading summary(OfficeText text) {
        var form = call.form(SUMMARY);
        var annex = AnnexReader.read(text, form, call, true);
        var head = Understood.of(annex.texts(), form, call);
        extras(text);
        annex(annex, head, form);
        var rows = new ArrayList<ReadRow>();
        var numbers = new TreeSet<Integer>();
        int number = 0;
        for (var line : annex.list("achievements")) {
            number = line.number().isEmpty() ? number + 1 : Integer.parseInt(line.number());
            var row = Understood.of(line.cells(), form, call);
            if (row.values().blank() && row.remarks().isEmpty()) {
                continue;
            }
            if (!numbers.add(number)) {
                remarks.add(Remark.of(Kind.TWICE, "", line.where(), NUMBER, String.valueOf(number)));
            }
            rows.add(new ReadRow(number, row.values(), row.cells(), row.remarks()));
            remarks.addAll(row.remarks());
            leftOver.addAll(row.leftOver());
        }
        return reading(FormDocument.SUMMARY, head.values(), head.cells(), rows, List.of(), List.of(), "", pictures(text, head.cells()));
    }

    private void annex(AnnexReader.Annex annex, Understood.Result read, Form form) {
        remarks.addAll(annex.remarks());
        remarks.addAll(read.remarks());
        leftOver.addAll(annex.leftOver());
        leftOver.addAll(read.leftOver());
        if (annex.texts().isEmpty() && annex.lists().isEmpty()) {
            remarks.add(Remark.unknown());
            return;
        }
        var told = new TreeSet<>(annex.texts().keySet());
        annex.remarks().forEach(each -> told.add(each.field()));
        for (var label : new AnnexLabels(form, call).all()) {
            if (told.add(label.cell().labelOf())) {
                remarks.add(Remark.of(Kind.MISSING, label.cell().labelOf(), Spot.FILE, AnnexLabels.name(label.cell().labelOf(), form, call), ""));
            }
        }
    }

    private Reading statement(OfficeText text, OfficeForm.Asked asked) {
        var form = call.form(STATEMENT);
        var read = new StatementReader(call).read(text, asked.kind(), asked.name(), asked.beside().captions());
        var head = Understood.of(read.head(), form, call);
        extras(text);
        remarks.addAll(head.remarks());
        leftOver.addAll(head.leftOver());
        var values = new LinkedHashMap<>(head.values().all());
        var cells = new ArrayList<>(head.cells());
        read.kind().ifPresent(kind -> {
            values.putIfAbsent("kind", List.of(kind.code()));
            read.sections().forEach((code, section) -> {
                values.put(Values.STATEMENT + code, List.of(section.text()));
                kind.section(code).ifPresent(each -> cells.add(new ReadCell(Values.STATEMENT + code, each.label(), section.label(), section.text(),
                        List.of(section.text()), section.where())));
            });
        });
        return reading(FormDocument.STATEMENT, new Values(values), cells, List.of(), List.of(), List.of(), read.prose(), pictures(text, List.of()));
    }

    private Reading note(OfficeText text, OfficeForm.Beside beside) {
        var read = NoteReader.read(text, beside.objects(), beside.photos());
        extras(text);
        remarks.addAll(read.remarks());
        leftOver.addAll(read.leftOver());
        if (read.objects().isEmpty()) {
            remarks.add(Remark.unknown());
        }
        return reading(FormDocument.OBJECT_NOTE, Values.NONE, List.of(), List.of(), read.objects(), List.of(), "", pictures(text, List.of()));
    }

    private Reading unknown(OfficeText text) {
        extras(text);
        remarks.add(Remark.unknown());
        leftOver.addAll(new Ledger(call.form(STATEMENT), call).leftOver(text));
        return reading(FormDocument.UNKNOWN, Values.NONE, List.of(), List.of(), List.of(), List.of(), "", pictures(text, List.of()));
    }

    private void extras(OfficeText text) {
        for (var each : text.extras().stream().distinct().toList()) {
            switch (each.kind()) {
                case MARGIN, FOOTNOTE, COMMENT, SHEET -> leftOver.add(new LeftOver(each.text(), each.where()));
                case OLD -> remarks.add(Remark.of(Kind.OLD, "", each.where(), Text.same(""), each.text().isEmpty() ? Text.same("")
                        : new Text("，它的扩展名却是 ." + each.text(), ", although its name ends in ." + each.text())));
                default -> remarks.add(Remark.of(Kind.valueOf(each.kind().name()), each.where(), each.text()));
            }
        }
    }

    private static List<PastedPicture> pictures(OfficeText text, List<ReadCell> cells) {
        return text.pictures().stream().map(each -> cells.stream().filter(cell -> cell.where().equals(each.where())).findFirst()
                .map(cell -> each.in(cell.field())).orElse(each)).toList();
    }

    private Reading reading(FormDocument document, Values values, List<ReadCell> cells, List<ReadRow> rows, List<huizhan.material.ExhibitObject> objects,
                            List<PhotoLine> captions, String prose, List<PastedPicture> pictures) {
        leftOver.forEach(each -> {
            boolean told = remarks.stream().anyMatch(remark -> remark.where().equals(each.where()) && SAID.contains(remark.kind()));
            if (!told) {
                remarks.add(Remark.of(Kind.LEFT_OVER, each.where(), each.text()));
            }
        });
        return new Reading(document, values, List.copyOf(cells), List.copyOf(rows), objects, captions, prose, List.copyOf(remarks), pictures,
                List.copyOf(leftOver));
    }
}
