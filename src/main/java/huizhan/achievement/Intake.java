package huizhan.achievement;

import huizhan.kernel.Actor;
import huizhan.kernel.Text;
import huizhan.material.Achievement;
import huizhan.material.Values;
import huizhan.media.StoredFile;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes in a whole achievement at once, as a folder or a disc tells it (C5): through the same doors as if each field had been typed and
 * each file uploaded, all or nothing.
 */
public class Intake {
    private final Filling filling;
    private final Slots slots;
    private final Placing placing;
    private final Drafts drafts;
    private final Guard guard;
    private final Desk desk;

    /** What it needs beside the doors: writing all or nothing, and words. */
    record Desk(TransactionOperations writing, Words words) {}

    Intake(Filling filling, Slots slots, Placing placing, Drafts drafts, Guard guard, Desk desk) {
        this.filling = filling;
        this.slots = slots;
        this.placing = placing;
        this.drafts = drafts;
        this.guard = guard;
        this.desk = desk;
    }

    /** Something of it can't be taken; nothing was. */
    public static final class Unfit extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Text why;

        Unfit(Text why) {
            super(why.en());
            this.why = why;
        }

        public Text why() {
            return why;
        }
    }

    /**
     * Fills in an achievement that was just begun.
     *
     * @param files the stored file behind each path that the achievement names
     * @throws Unfit where a field or a file is refused, a named file has no stored one, or the statement is a Word file; nothing was written
     */
    public void fill(Actor me, UUID id, Achievement from, Function<String, Optional<StoredFile>> files) {
        if (!from.statementFile().isBlank()) {
            throw new Unfit(desk.words().say("intake.statement", from.statementFile()));
        }
        // taking a file in may last: nobody else's write waits for it
        var stored = new LinkedHashMap<String, StoredFile>();
        for (var path : new LinkedHashSet<>(from.files())) {
            stored.put(path, files.apply(path).orElseThrow(() -> new Unfit(desk.words().say("intake.file", path))));
        }
        desk.writing().executeWithoutResult(status -> take(me, id, from, stored));
    }

    private void take(Actor me, UUID id, Achievement from, Map<String, StoredFile> files) {
        values(me, id, from.values());
        from.pictures().forEach(each -> place(me, id, new Part("picture", "", each.file(), each.caption()), files));
        from.figures().forEach(each -> place(me, id, new Part("figure", "", each.file(), each.caption()), files));
        from.attachments().forEach(each -> place(me, id, new Part("attachment:" + each.kind(), each.kind(), each.file(), ""), files));
        place(me, id, new Part("video", "", from.video(), ""), files);
        from.objects().forEach(each -> object(me, id, each, files));
    }

    /** The kind first: sections hang on it. */
    void values(Actor me, UUID id, Values values) {
        if (!values.blank("kind")) {
            write(me, id, "kind", values.text("kind"));
        }
        values.all().keySet().stream().filter(field -> !field.equals("kind")).forEach(field -> write(me, id, field, values.text(field)));
    }

    /**
     * Adds an object, all of its note or nothing.
     *
     * @param note  by the names of {@link Catalogue#OBJECT_PARTS}
     * @param along objects that came in the same step, of which one may well be like this one
     * @return the object
     * @throws Unfit where there are too many, a part of the note is refused, or an object with the very same note is there: the form was
     *     taken over twice
     */
    UUID add(Actor me, UUID id, Map<String, String> note, Collection<UUID> along) {
        return java.util.Objects.requireNonNull(desk.writing().execute(status -> {
            var added = noted(me, id, note);
            var draft = drafts.of(guard.see(me, id));
            // compared as it is kept, not as it came: a browser's line ends are not those of the record
            if (draft.objects().stream().anyMatch(each -> !each.equals(added) && !along.contains(each) && alike(draft, each, added))) {
                throw new Unfit(desk.words().say("forms.object-already", draft.text(Catalogue.object(added, "name"))));
            }
            return added;
        }));
    }

    private static boolean alike(Draft draft, UUID one, UUID other) {
        return Catalogue.OBJECT_PARTS.stream().allMatch(part -> draft.text(Catalogue.object(one, part)).equals(draft.text(Catalogue.object(other, part))));
    }

    private UUID noted(Actor me, UUID id, Map<String, String> note) {
        var added = placing.addObject(me, id);
        refuse(added.no());
        var object = added.object().orElseThrow();
        note.forEach((part, value) -> write(me, id, Catalogue.object(object, part), value));
        return object;
    }

    void object(Actor me, UUID id, huizhan.material.ExhibitObject from, Map<String, StoredFile> files) {
        var object = noted(me, id, note(from));
        from.photos().forEach(photo -> place(me, id, new Part("photo:" + object, "", photo, ""), files));
    }

    static Map<String, String> note(huizhan.material.ExhibitObject from) {
        var note = new LinkedHashMap<String, String>();
        note.put("name", from.name());
        note.put("kind", from.kind());
        note.put("lengthCm", number(from.lengthCm()));
        note.put("widthCm", number(from.widthCm()));
        note.put("heightCm", number(from.heightCm()));
        note.put("size", from.size());
        note.put("weightKg", number(from.weightKg()));
        note.put("note", from.note());
        return note;
    }

    static String number(double value) {
        return value > 0 ? java.math.BigDecimal.valueOf(value).stripTrailingZeros().toPlainString() : "";
    }

    /**
     * A file for a place.
     *
     * @param slot as an upload names it behind the achievement
     * @param kind of an attachment, else empty
     */
    record Part(String slot, String kind, String file, String caption) {}

    void place(Actor me, UUID id, Part part, Map<String, StoredFile> files) {
        if (part.file().isBlank()) {
            return;
        }
        var before = ids(me, id);
        refuse(slots.arrived(me, "achievement:" + id + ":" + part.slot(), files.get(part.file())));
        if (!part.caption().isBlank()) {
            var placed = drafts.of(guard.see(me, id)).files().stream().filter(each -> !before.contains(each.id())).findFirst().orElseThrow();
            write(me, id, placed.captionField(), part.caption());
        }
    }

    private Set<UUID> ids(Actor me, UUID id) {
        List<Placed> files = drafts.of(guard.see(me, id)).files();
        return files.stream().map(Placed::id).collect(Collectors.toSet());
    }

    /**
     * Writes one field over whatever stands there, such as the department's opinion.
     *
     * @throws Unfit where it is refused
     */
    @Transactional
    public void write(Actor me, UUID id, String field, String value) {
        var present = drafts.of(guard.see(me, id)).field(field).version();
        if (filling.write(me, id, field, value, present) instanceof Saved.Refused no) {
            throw new Unfit(no.why());
        }
    }

    private static void refuse(Optional<Text> no) {
        if (no.isPresent()) {
            throw new Unfit(no.get());
        }
    }
}
