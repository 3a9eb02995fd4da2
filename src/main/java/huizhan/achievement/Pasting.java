package huizhan.achievement;

import huizhan.audit.Audit;
import huizhan.call.Field;
import huizhan.folder.Sorting.Why;
import huizhan.kernel.Actor;
import huizhan.kernel.Disclosure;
import huizhan.kernel.FileNames;
import huizhan.kernel.Sha256;
import huizhan.kernel.Text;
import huizhan.media.MediaFiles;
import huizhan.media.StoredFile;
import huizhan.office.PastedPicture;
import huizhan.office.Reading;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Pictures out of a Word form: kept to be looked at, then put into their slots by the same door as an upload, and taken out again (B2). Of
 * a form that bears a mark nothing is kept (A4).
 */
class Pasting {
    /** How long one is kept that nobody puts anywhere. */
    static final Duration KEPT = Duration.ofDays(7);
    static final int MOST = 60;
    private static final Set<Slot> SLOTS = EnumSet.of(Slot.PICTURE, Slot.FIGURE, Slot.PHOTO);
    private final Guard guard;
    private final Drafts drafts;
    private final PastedSql sql;
    private final MediaFiles media;
    private final Doors doors;
    private final Desk desk;

    /** The ways into a slot, as for an upload. */
    record Doors(Slots slots, Placing placing, Filling filling) {}

    /** @param system the system clock: expiry is no business date */
    record Desk(TransactionOperations writing, Audit audit, Words words, Clock system) {}

    Pasting(Guard guard, Drafts drafts, PastedSql sql, MediaFiles media, Doors doors, Desk desk) {
        this.guard = guard;
        this.drafts = drafts;
        this.sql = sql;
        this.media = media;
        this.doors = doors;
        this.desk = desk;
    }

    /** A picture of a form, and the file in the store that has its very bytes. */
    record Kept(Pasted pasted, StoredFile file, PastedPicture picture) {}

    /** @param slot as the browser calls it behind the achievement: {@code picture}, {@code figure}, {@code photo:OBJECT} */
    record Wish(UUID picture, String slot, String caption) {}

    /**
     * What became of one picture.
     *
     * @param placed its place; empty where it was refused
     * @param no     why it was, or why its caption wasn't written
     */
    record Put(String name, Optional<Placed> placed, Optional<Text> no) {}

    /**
     * What of a form's pictures is kept.
     *
     * @param kept in the order of the form; none where the achievement can't be written now
     * @param no   what is to be said of those that aren't: that the form is marked, or that there are too many
     */
    record Brought(List<Kept> kept, Optional<Text> no) {}

    /**
     * Keeps the pictures of a form, byte by byte as they lay in it. What was brought before is not kept twice. Never inside a transaction.
     *
     * @param form the file's name, by which its pictures are told apart
     * @throws IOException where the store can't be written
     */
    Brought bring(Actor me, UUID id, Reading read, String form) throws IOException {
        var entry = guard.see(me, id);
        var found = read.pictures();
        if (found.isEmpty() || !guard.writable(me, entry, Field.By.UNIT)) return new Brought(List.of(), Optional.empty());
        var mark = FormMarks.of(form, read, entry.disclosure() == Disclosure.PUBLIC);
        if (mark.isPresent()) {
            desk.audit().refused(me, "pictures.brought", Guard.subject(id), Map.of("reason", "a mark in the form", "pictures", found.size()));
            return new Brought(List.of(), Optional.of(desk.words().say(mark.get() == Why.SECRET ? "pasted.secret" : "pasted.not-public")));
        }
        var kept = kept(me, entry, found, form);
        return new Brought(kept, found.size() > MOST ? Optional.of(desk.words().say("pasted.many", found.size(), MOST)) : Optional.empty());
    }

    private List<Kept> kept(Actor me, Entry entry, List<PastedPicture> found, String form) throws IOException {
        var before = sql.of(entry.department(), entry.id());
        var files = media.find(before.stream().map(Pasted::file).toList());
        var kept = new ArrayList<Kept>();
        for (var each : found.stream().limit(MOST).toList()) {
            var name = MediaFiles.nameOf(name(form, each.name()));
            var sha256 = Sha256.of(each.bytes());
            var had = Stream.concat(files.stream(), kept.stream().map(Kept::file)).filter(file -> file.sha256().equals(sha256) && file.originalName().equals(name)).findFirst();
            var file = had.isPresent() ? had.get() : media.take(me, name, new ByteArrayInputStream(each.bytes()));
            var row = before.stream().filter(pasted -> pasted.file().equals(file.id()) && kept.stream().noneMatch(other -> other.pasted().equals(pasted))).findFirst();
            kept.add(new Kept(row.orElseGet(() -> new Pasted(UUID.randomUUID(), entry.id(), file.id())), file, each));
        }
        desk.writing().executeWithoutResult(status -> note(me, entry.id(), kept, before));
        return kept;
    }

    private static String name(String form, String picture) {
        var stem = FileNames.extension(form).isEmpty() ? form : form.substring(0, form.lastIndexOf('.'));
        return stem.isBlank() ? picture : stem + "-" + picture;
    }

    private void note(Actor me, UUID id, List<Kept> kept, List<Pasted> before) {
        kept.stream().map(Kept::pasted).filter(before::contains).forEach(each -> sql.renew(each, desk.system().instant()));
        var fresh = kept.stream().filter(each -> !before.contains(each.pasted())).toList();
        fresh.forEach(each -> sql.insert(each.pasted(), desk.system().instant(), me.account()));
        if (!fresh.isEmpty()) {
            desk.audit().record(me, "pictures.brought", Guard.subject(id), Map.of("sha256", fresh.stream().map(each -> each.file().sha256().hex()).toList()));
        }
    }

    /** One of them, as far as it is known by now; empty where there is none any more. */
    Optional<StoredFile> find(Actor me, UUID id, UUID picture) {
        return sql.find(guard.see(me, id).department(), id, picture).flatMap(each -> media.find(each.file()));
    }

    /** Puts pictures into their slots, in the order of the wishes; each alone may be refused. */
    @Transactional
    List<Put> place(Actor me, UUID id, List<Wish> wishes) {
        return wishes.stream().map(wish -> {
            var file = find(me, id, wish.picture());
            return file.isEmpty() ? new Put("", Optional.empty(), Optional.of(desk.words().say("pasted.gone"))) : place(me, id, wish, file.get());
        }).toList();
    }

    private Put place(Actor me, UUID id, Wish wish, StoredFile file) {
        var slot = SlotName.of("achievement:" + id + ":" + wish.slot()).filter(name -> SLOTS.contains(name.slot())).filter(name -> doors.slots().knows(me, name.toString()));
        if (slot.isEmpty()) return new Put(file.originalName(), Optional.empty(), Optional.of(desk.words().say("pasted.no-slot")));
        var no = there(drafts.of(guard.see(me, id)), slot.get(), file) ? Optional.of(desk.words().say("pasted.already", desk.words().say("place." + slot.get().slot().code())))
            : doors.slots().refusal(me, slot.get().toString(), file.originalName(), file.size()).or(() -> doors.slots().arrived(me, slot.get().toString(), file));
        if (no.isPresent()) return new Put(file.originalName(), Optional.empty(), no);
        var placed = drafts.of(guard.see(me, id)).in(slot.get().slot()).stream().filter(each -> each.file().equals(file.id())).reduce((one, other) -> other).orElseThrow();
        return new Put(file.originalName(), Optional.of(placed), caption(me, id, placed, wish.caption()));
    }

    /** Why its caption wasn't written; the picture stays in its place. */
    private Optional<Text> caption(Actor me, UUID id, Placed placed, String caption) {
        if (caption.isBlank() || placed.slot() == Slot.PHOTO) return Optional.empty();
        return doors.filling().write(me, id, placed.captionField(), caption, 0) instanceof Saved.Refused refused
            ? Optional.of(desk.words().say("pasted.no-caption", refused.why())) : Optional.empty();
    }

    /** Whether the slot has this very content. */
    static boolean there(Draft draft, SlotName name, StoredFile file) {
        var files = name.object().map(draft::photos).orElseGet(() -> draft.in(name.slot()));
        return files.stream().flatMap(each -> draft.file(each).stream()).anyMatch(each -> each.sha256().equals(file.sha256()));
    }

    /**
     * What became of pictures that were to be taken out again.
     *
     * @param out  how many were; one that somebody has taken out since is none of them
     * @param left names of those that stay
     */
    record Out(int out, List<String> left) {}

    /**
     * Takes pictures out again that the same person put in out of a form, as long as nobody has moved or captioned them since.
     *
     * @param placed with the position that each was given
     */
    @Transactional
    Out takeOut(Actor me, UUID id, Map<UUID, Long> placed) {
        var before = drafts.of(guard.see(me, id));
        var mine = sql.placedBy(before.entry().department(), id, me.account());
        var left = new ArrayList<String>();
        int out = 0;
        for (var each : before.files().stream().filter(file -> placed.containsKey(file.id())).toList()) {
            boolean ours = mine.contains(each.id()) && each.position() == placed.get(each.id()) && untouched(before.field(each.captionField()), me);
            if (ours && doors.placing().remove(me, id, each.id()).isEmpty()) out++;
            else left.add(before.file(each).map(StoredFile::originalName).orElse(""));
        }
        return new Out(out, left);
    }

    private static boolean untouched(Written caption, Actor me) {
        return caption.version() == 0 || caption.version() == 1 && caption.by().equals(me.account());
    }

    /** Forgets what nobody put anywhere in time. May be run at any time and again. */
    void sweep() throws IOException {
        for (var each : sql.before(desk.system().instant().minus(KEPT))) {
            desk.writing().executeWithoutResult(status -> sql.delete(each));
            if (!sql.needed(each)) media.remove(each.file());
        }
    }
}
