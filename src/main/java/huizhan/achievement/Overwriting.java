package huizhan.achievement;

import huizhan.call.Field;
import huizhan.kernel.Actor;
import huizhan.kernel.Disclosure;
import huizhan.kernel.Text;
import huizhan.material.Achievement;
import huizhan.material.ExhibitObject;
import huizhan.media.StoredFile;
import huizhan.opening.OpenCall;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Makes a draft say what another version of it says: fields are written over, files and objects of a place that differs are exchanged. */
final class Overwriting {
    private final Intake intake;
    private final Placing placing;
    private final Drafts drafts;
    private final Guard guard;
    private final OpenCall open;
    private final Words words;

    Overwriting(Intake intake, Placing placing, Drafts drafts, Guard guard, OpenCall open, Words words) {
        this.intake = intake;
        this.placing = placing;
        this.drafts = drafts;
        this.guard = guard;
        this.open = open;
        this.words = words;
    }

    /** What could not be taken of a version, told before anything is begun. */
    List<Text> unfit(Achievement from) {
        var labels = new FieldLabels(open.call(), words);
        var unfit = new ArrayList<Text>();
        if (!from.statementFile().isBlank()) unfit.add(words.say("intake.statement", from.statementFile()));
        var draft = typed(from);
        from.values().all().keySet().forEach(field -> refusal(Catalogue.find(field, draft, open.call()), from.values().text(field))
            .ifPresent(why -> unfit.add(about(labels.of(field), why))));
        Stream.concat(from.pictures().stream().map(each -> each.caption()), from.figures().stream().map(each -> each.caption()))
            .forEach(caption -> refusal(Optional.of(new Catalogue.Known("", Catalogue.Known.Type.LINE, "", Field.By.UNIT)), caption).ifPresent(unfit::add));
        places(from, unfit);
        from.objects().forEach(each -> object(each, unfit));
        return unfit;
    }

    private static Text about(Text label, Text why) {
        return new Text(label.zh() + "：" + why.zh(), label.en() + ": " + why.en());
    }

    /** Sections hang on the kind. */
    private Draft typed(Achievement from) {
        var entry = new Entry(from.id().orElseThrow(), new UUID(0, 0), Optional.empty(), true, Disclosure.NON_PUBLIC, Instant.EPOCH, Optional.empty(), 1);
        return new Draft(entry, Map.of("kind", new Written(from.values().text("kind"), 1, Instant.EPOCH, Actor.PROGRAM)), List.of(), List.of(), Map.of(), List.of());
    }

    private Optional<Text> refusal(Optional<Catalogue.Known> known, String value) {
        if (known.isEmpty()) return value.isBlank() ? Optional.empty() : Optional.of(words.say("refused.field"));
        var typed = Typed.of(known.get(), value, open.call());
        return typed.refusal().map(why -> words.say(why, typed.about().toArray()));
    }

    private void places(Achievement from, List<Text> unfit) {
        fit(Slot.PICTURE, from.pictures().stream().map(each -> each.file()).toList(), unfit);
        fit(Slot.FIGURE, from.figures().stream().map(each -> each.file()).toList(), unfit);
        fit(Slot.VIDEO, Stream.of(from.video()).filter(each -> !each.isBlank()).toList(), unfit);
        fit(Slot.ATTACHMENT, from.attachments().stream().map(each -> each.file()).toList(), unfit);
        from.attachments().stream().filter(each -> open.call().choice("attachments", each.kind()).isEmpty()).forEach(each -> unfit.add(words.say("refused.choice")));
    }

    private void fit(Slot slot, List<String> files, List<Text> unfit) {
        files.stream().filter(each -> !slot.takes(each)).forEach(each -> unfit.add(words.say("slot.type." + slot.code(), each)));
        int most = Slots.most(slot, open.call());
        if (files.size() > most) unfit.add(words.say("slot.full." + slot.code(), most));
    }

    private void object(ExhibitObject object, List<Text> unfit) {
        Intake.note(object).forEach((part, value) -> refusal(Optional.of(Catalogue.part(part)), value).ifPresent(why -> unfit.add(about(words.say("object." + part), why))));
        fit(Slot.PHOTO, object.photos(), unfit);
    }

    /** @throws Intake.Unfit where something is refused */
    void overwrite(Actor me, UUID id, Achievement from, Map<String, StoredFile> files) {
        intake.values(me, id, from.values());
        clear(me, id, from);
        exchange(me, id, Slot.PICTURE, from.pictures().stream().map(each -> new Intake.Part("picture", "", each.file(), each.caption())).toList(), files);
        exchange(me, id, Slot.FIGURE, from.figures().stream().map(each -> new Intake.Part("figure", "", each.file(), each.caption())).toList(), files);
        exchange(me, id, Slot.ATTACHMENT, from.attachments().stream().map(each -> new Intake.Part("attachment:" + each.kind(), each.kind(), each.file(), "")).toList(), files);
        exchange(me, id, Slot.VIDEO, Stream.of(from.video()).filter(each -> !each.isBlank()).map(each -> new Intake.Part("video", "", each, "")).toList(), files);
        var draft = drafts.of(guard.see(me, id));
        if (!objects(draft).equals(from.objects().stream().map(each -> new Thing(kept(Intake.note(each)), digests(each.photos(), files))).toList())) {
            draft.objects().forEach(each -> refuse(placing.removeObject(me, id, each)));
            from.objects().forEach(each -> intake.object(me, id, each, files));
        }
    }

    /** What the other version leaves open; the department's own words are not its to take away. */
    private void clear(Actor me, UUID id, Achievement from) {
        var draft = drafts.of(guard.see(me, id));
        draft.fields().forEach((field, written) -> {
            boolean hanging = field.startsWith("file.") || field.startsWith("object.");
            var known = hanging ? Optional.<Catalogue.Known>empty() : Catalogue.find(field, draft, open.call());
            boolean units = known.filter(each -> each.by() == Field.By.UNIT).isPresent();
            if (units && !written.value().isBlank() && from.values().blank(field)) intake.write(me, id, field, "");
        });
    }

    private void exchange(Actor me, UUID id, Slot slot, List<Intake.Part> parts, Map<String, StoredFile> files) {
        var draft = drafts.of(guard.see(me, id));
        var present = draft.in(slot).stream().map(each -> List.of(each.kind(), digest(draft, each), draft.text(each.captionField()))).toList();
        if (present.equals(parts.stream().map(each -> List.of(each.kind(), digest(each.file(), files), each.caption().strip())).toList())) return;
        draft.in(slot).forEach(each -> refuse(placing.remove(me, id, each.id())));
        parts.forEach(each -> intake.place(me, id, each, files));
    }

    /** An object as both sides tell it. */
    private record Thing(Map<String, String> note, List<String> photos) {}

    private List<Thing> objects(Draft draft) {
        return draft.objects().stream().map(object -> {
            var note = new HashMap<String, String>();
            Catalogue.OBJECT_PARTS.forEach(part -> note.put(part, draft.text(Catalogue.object(object, part))));
            return new Thing(note, draft.photos(object).stream().map(each -> digest(draft, each)).toList());
        }).toList();
    }

    private Map<String, String> kept(Map<String, String> note) {
        var kept = new HashMap<String, String>();
        note.forEach((part, value) -> kept.put(part, Typed.of(Catalogue.part(part), value, open.call()).value()));
        return kept;
    }

    private static String digest(Draft draft, Placed placed) {
        return draft.file(placed).map(file -> file.sha256().hex()).orElse("");
    }

    private static List<String> digests(List<String> paths, Map<String, StoredFile> files) {
        return paths.stream().map(each -> digest(each, files)).toList();
    }

    private static String digest(String path, Map<String, StoredFile> files) {
        return Objects.requireNonNull(files.get(path), path).sha256().hex();
    }

    private static void refuse(Optional<Text> no) {
        if (no.isPresent()) throw new Intake.Unfit(no.get());
    }
}
