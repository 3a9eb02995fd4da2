package huizhan.achievement;

import huizhan.call.Call;
import huizhan.call.Field;
import huizhan.kernel.Lang;
import huizhan.kernel.Text;
import huizhan.material.ExhibitObject;
import huizhan.office.ReadCell;
import huizhan.office.ReadRow;
import huizhan.office.Reading;
import huizhan.office.Remark;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Holds what a filled form says against a draft, field by field (B2). Nothing is written. */
final class FormComparison {
    private static final String KIND = "kind";
    private final Draft draft;
    private final Call call;
    private final Function<Field.By, Optional<Text>> closed;
    private final Words words;
    private final Lang lang;

    /** @param closed why a part can't be written by whoever looks */
    FormComparison(Draft draft, Call call, Function<Field.By, Optional<Text>> closed, Words words, Lang lang) {
        this.draft = draft;
        this.call = call;
        this.closed = closed;
        this.words = words;
        this.lang = lang;
    }

    FormView of(Reading read, String fileName) {
        var refused = read.refused() ? read.remarks().get(0).message().in(lang) : "";
        var captions = FormCaptions.of(read.captions(), draft);
        return new FormView(fileName, read.document().label().in(lang), refused, sheets(read, captions), remarks(read, captions),
            read.leftOver().stream().map(each -> new FormView.Said(each.where().in(lang), each.text())).toList(),
            read.objects().stream().map(this::thing).toList(), read.pictures().size());
    }

    private List<FormView.Remark> remarks(Reading read, List<FormCaptions.Spoken> captions) {
        if (read.refused()) return List.of();
        var missing = captions.stream().filter(each -> each.placed().isEmpty()).map(this::missing);
        return Stream.concat(missing, read.remarks().stream().filter(each -> each.kind() != Remark.Kind.PASTED)
            .map(each -> new FormView.Remark(each.where().in(lang), each.message().in(lang), each.remedy().in(lang)))).toList();
    }

    private FormView.Remark missing(FormCaptions.Spoken spoken) {
        var name = spoken.name().isBlank() ? words.say("forms.caption.nth", spoken.line().number()) : Text.same(spoken.name());
        boolean silent = spoken.line().caption().isBlank();
        var text = silent ? words.say("forms.caption.missing", name) : words.say("forms.caption.missing.said", name, spoken.line().caption());
        return new FormView.Remark(spoken.line().where().in(lang), text.in(lang), words.say(silent ? "forms.caption.upload" : "forms.caption.upload.said").in(lang));
    }

    private List<FormView.Sheet> sheets(Reading read, List<FormCaptions.Spoken> captions) {
        if (!read.rows().isEmpty()) return read.rows().stream().map(this::row).toList();
        var kind = read.values().text(KIND);
        var lines = lines(read.cells(), kind);
        if (!kind.isEmpty() && lines.stream().noneMatch(line -> line.field().equals(KIND))) {
            call.field(KIND).ifPresent(field -> lines.add(0, line(new ReadCell(KIND, field.label(), "", kind, List.of(kind), Text.same("")), kind)));
        }
        captions.stream().filter(each -> each.placed().isPresent() && !each.line().caption().isBlank()).forEach(each -> lines.add(caption(each, kind)));
        return lines.isEmpty() ? List.of() : List.of(new FormView.Sheet("", lines));
    }

    private FormView.Line caption(FormCaptions.Spoken spoken, String kind) {
        var line = spoken.line();
        return line(new ReadCell(spoken.placed().orElseThrow().captionField(), words.say("forms.caption", spoken.name()), "", line.caption(), List.of(line.caption()), line.where()), kind);
    }

    private FormView.Sheet row(ReadRow row) {
        return new FormView.Sheet(row.number() + ". " + row.values().text("name"), lines(row.cells(), row.values().text(KIND)));
    }

    /** The kind first: it decides which sections there are. */
    private List<FormView.Line> lines(List<ReadCell> cells, String kind) {
        var lines = new ArrayList<FormView.Line>();
        cells.stream().filter(cell -> !cell.draft().isBlank()).sorted(Comparator.comparing(cell -> !cell.field().equals(KIND))).forEach(cell -> lines.add(line(cell, kind)));
        return lines;
    }

    private FormView.Line line(ReadCell cell, String kind) {
        var present = draft.field(cell.field());
        var known = Catalogue.find(cell.field(), as(kind), call);
        var no = known.isEmpty() ? Optional.of(words.say("forms.elsewhere")) : closed.apply(known.get().by());
        var typed = known.map(field -> Typed.of(field, cell.draft(), call));
        var refusal = typed.flatMap(each -> each.refusal().map(why -> words.say(why, each.about().toArray())));
        var why = no.or(() -> refusal).map(text -> text.in(lang)).orElse("");
        var value = typed.filter(each -> each.refusal().isEmpty()).map(Typed::value).orElse(cell.draft());
        return new FormView.Line(cell.field(), cell.name().in(lang), cell.where().in(lang), InWords.of(known, present.value(), call, lang), InWords.of(known, value, call, lang), value,
            present.version(), state(present.value(), value, !why.isEmpty()), why);
    }

    /** What the fields would be if the form's kind were taken. */
    private Draft as(String kind) {
        return kind.isEmpty() || !draft.text(KIND).isBlank() ? draft : draft.with(Map.of(KIND, new Written(kind, 0, Written.NEVER.at(), Written.NEVER.by())));
    }

    private static FormView.State state(String now, String then, boolean refused) {
        if (now.equals(then)) return FormView.State.SAME;
        if (refused) return FormView.State.REFUSED;
        return now.isBlank() ? FormView.State.NEW : FormView.State.CHANGED;
    }

    private FormView.Thing thing(ExhibitObject object) {
        var parts = Intake.note(object).entrySet().stream().filter(part -> !part.getValue().isBlank()).map(part -> new FormView.Part(part.getKey(), part.getValue())).toList();
        var size = object.lengthCm() > 0 ? Intake.number(object.lengthCm()) + " × " + Intake.number(object.widthCm()) + " × " + Intake.number(object.heightCm()) + " cm" : object.size();
        return new FormView.Thing(object.name(), size + (object.weightKg() > 0 ? " · " + Intake.number(object.weightKg()) + " kg" : ""), parts);
    }
}
