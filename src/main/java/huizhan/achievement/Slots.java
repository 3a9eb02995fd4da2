package huizhan.achievement;

import huizhan.audit.Audit;
import huizhan.call.Call;
import huizhan.call.Field;
import huizhan.kernel.Actor;
import huizhan.kernel.Text;
import huizhan.media.StoredFile;
import huizhan.media.UploadTarget;
import huizhan.media.UploadVerdict;
import huizhan.opening.OpenCall;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The places of files in an achievement, as the upload sees them (A5, A6, A7, A9, A10, B5). */
class Slots implements UploadTarget {
    /** How long a file that was taken away is offered to be put back. It is kept until the achievement is erased (B4). */
    static final Duration REMEMBERED = Duration.ofDays(7);
    private static final int FIGURES = 20;
    private static final int OTHERS = 12;

    private final Guard guard;
    private final Drafts drafts;
    private final SlotSql sql;
    private final OpenCall open;
    private final Desk desk;

    record Desk(Audit audit, Words words, Verdicts verdicts) {}

    Slots(Guard guard, Drafts drafts, SlotSql sql, OpenCall open, Desk desk) {
        this.guard = guard;
        this.drafts = drafts;
        this.sql = sql;
        this.open = open;
        this.desk = desk;
    }

    @Override public boolean knows(Actor me, String slot) {
        return SlotName.of(slot).filter(name -> guard.find(me, name.achievement()).map(entry -> there(name, entry)).orElse(false)).isPresent();
    }

    private boolean there(SlotName name, Entry entry) {
        return switch (name.slot()) {
            case ATTACHMENT -> open.call().choice("attachments", name.kind()).isPresent();
            case PHOTO -> drafts.of(entry).objects().contains(name.object().orElseThrow());
            case PICTURE, VIDEO, FIGURE -> true;
        };
    }

    @Override public Optional<Text> refusal(Actor me, String slot, String filename, long size) {
        var name = SlotName.of(slot).orElseThrow();
        var entry = guard.see(me, name.achievement());
        var no = guard.refusal(me, entry, Field.By.UNIT, "file.placed");
        if (no.isPresent()) return no;
        if (!name.slot().takes(filename)) {
            return Optional.of(desk.words().say("slot.type." + name.slot().code(), filename));
        }
        return full(drafts.of(entry), name);
    }

    @Override public Optional<Text> arrived(Actor me, String slot, StoredFile file) {
        var name = SlotName.of(slot).orElseThrow();
        var entry = guard.see(me, name.achievement());
        var no = guard.refusal(me, entry, Field.By.UNIT, "file.placed");
        if (no.isPresent()) return no;
        var draft = drafts.of(entry);
        var full = full(draft, name);
        if (full.isPresent()) return full;
        var last = draft.in(name.slot()).stream().mapToLong(Placed::position).max().orElse(0);
        var placed = new Placed(UUID.randomUUID(), entry.id(), name.slot(), name.kind(), name.object(), file.id(), last + 1);
        sql.insert(placed, open.arrived(), me.account());
        desk.audit().record(me, "file.placed", Guard.subject(entry.id()),
            Map.of("slot", name.slot().code(), "file", file.id().toString(), "sha256", file.sha256().hex(), "size", file.size()));
        return Optional.empty();
    }

    private Optional<Text> full(Draft draft, SlotName name) {
        int there = name.slot() == Slot.PHOTO ? draft.photos(name.object().orElseThrow()).size() : draft.in(name.slot()).size();
        int most = most(name.slot(), open.call());
        return there < most ? Optional.empty() : Optional.of(desk.words().say("slot.full." + name.slot().code(), most));
    }

    static int most(Slot slot, Call call) {
        return switch (slot) {
            case PICTURE -> call.limits().picturesMost();
            case VIDEO -> 1;
            case FIGURE -> FIGURES;
            case ATTACHMENT, PHOTO -> OTHERS;
        };
    }

    @Override public boolean mayRead(Actor me, UUID file) {
        return me.department().isPresent() && sql.seen(guard.scope(me), open.call().id(), file);
    }

    @Override public Optional<UploadVerdict> verdict(Actor me, String slot, StoredFile file) {
        return SlotName.of(slot).map(name -> desk.verdicts().of(name.slot(), file, drafts.granted(guard.see(me, name.achievement()))).upload());
    }
}
