package huizhan.achievement;

import huizhan.call.Call;
import huizhan.material.Achievement;
import huizhan.material.Attachment;
import huizhan.material.ExhibitObject;
import huizhan.material.Figure;
import huizhan.material.Picture;
import huizhan.material.Values;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Makes material out of a draft. Names of files are those of a disc, {@code 01/pictures/1.jpg}, each with the extension it came with. */
final class FilledFrom {
    private final Draft draft;
    private final Call call;
    private final String folder;
    private final Map<UUID, String> paths = new LinkedHashMap<>();

    private FilledFrom(Draft draft, Call call, String folder) {
        this.draft = draft;
        this.call = call;
        this.folder = folder;
        var numbers = new HashMap<Slot, Integer>();
        draft.files().forEach(each -> paths.put(each.id(), path(each, numbers.merge(each.slot(), 1, Integer::sum))));
    }

    /** @param folder how findings and the disc name it, {@code 01} to {@code 10} */
    static Filled draft(Draft draft, Call call, String folder) {
        var made = new FilledFrom(draft, call, folder);
        var facts = new LinkedHashMap<String, huizhan.material.FileFacts>();
        var files = new LinkedHashMap<String, huizhan.media.StoredFile>();
        draft.files().forEach(each -> draft.file(each).ifPresent(stored -> {
            var path = made.paths.get(each.id());
            facts.put(path, stored.facts().as(path));
            files.put(path, stored);
        }));
        return new Filled(made.achievement(), facts, files, draft.granted());
    }

    private String path(Placed placed, int number) {
        var extension = draft.file(placed).map(stored -> extension(stored.originalName())).orElse("");
        return folder + "/" + placed.slot().folder() + "/" + number + extension;
    }

    private static String extension(String name) {
        var end = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return name.contains(".") && end.matches("[a-z0-9]{1,8}") ? "." + end : "";
    }

    private Achievement achievement() {
        return new Achievement(Optional.of(draft.entry().id()), draft.entry().revision(), folder, Optional.empty(),
            draft.entry().disclosure().code(), values(), "", "",
            draft.in(Slot.FIGURE).stream().map(each -> new Figure(path(each), caption(each))).toList(),
            draft.in(Slot.ATTACHMENT).stream().map(each -> new Attachment(each.kind(), path(each))).toList(),
            draft.in(Slot.PICTURE).stream().map(each -> new Picture(path(each), name(each), caption(each))).toList(),
            draft.in(Slot.VIDEO).stream().findFirst().map(this::path).orElse(""),
            draft.objects().stream().map(this::object).toList());
    }

    /** Only what the call asks for and the present kind's sections: what was written under another kind is kept, but says nothing. */
    private Values values() {
        var rows = new LinkedHashMap<String, String>();
        var kind = call.kind(draft.text("kind"));
        draft.fields().forEach((id, written) -> {
            boolean section = id.startsWith(Values.STATEMENT)
                && kind.flatMap(each -> each.section(id.substring(Values.STATEMENT.length()))).isPresent();
            if (section || call.field(id).isPresent()) rows.put(id, written.value());
        });
        return Values.ofDraft(call, rows);
    }

    private ExhibitObject object(UUID id) {
        return new ExhibitObject(part(id, "name"), part(id, "kind"), number(id, "lengthCm"), number(id, "widthCm"), number(id, "heightCm"),
            part(id, "size"), number(id, "weightKg"), part(id, "note"), draft.photos(id).stream().map(this::path).toList());
    }

    private String part(UUID object, String part) {
        return draft.text(Catalogue.object(object, part));
    }

    private double number(UUID object, String part) {
        var text = part(object, part);
        return text.isBlank() ? 0 : Double.parseDouble(text);
    }

    private String path(Placed placed) {
        return paths.getOrDefault(placed.id(), "");
    }

    private String caption(Placed placed) {
        return draft.text(placed.captionField());
    }

    private String name(Placed placed) {
        return draft.file(placed).map(huizhan.media.StoredFile::originalName).orElse("");
    }

}
