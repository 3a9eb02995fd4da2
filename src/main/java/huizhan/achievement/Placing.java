package huizhan.achievement;

import huizhan.audit.Audit;
import huizhan.call.Field;
import huizhan.kernel.Actor;
import huizhan.kernel.Faults;
import huizhan.kernel.Text;
import huizhan.opening.OpenCall;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.transaction.annotation.Transactional;

/** Putting files in order, taking them away and putting them back; objects with their notes (A6, A9). Each answers with a refusal or none. */
class Placing {
    private static final int OBJECTS = 12;
    private final Guard guard;
    private final Drafts drafts;
    private final SlotSql sql;
    private final OpenCall open;
    private final Audit audit;
    private final Words words;

    Placing(Guard guard, Drafts drafts, SlotSql sql, OpenCall open, Audit audit, Words words) {
        this.guard = guard;
        this.drafts = drafts;
        this.sql = sql;
        this.open = open;
        this.audit = audit;
        this.words = words;
    }

    /** Gives a slot's files the order of the ids; a list that isn't the slot's present one is refused, so nobody's new file is lost. */
    @Transactional
    Optional<Text> order(Actor me, UUID id, Slot slot, List<UUID> ids) {
        var entry = guard.see(me, id);
        var no = guard.refusal(me, entry, Field.By.UNIT, "files.ordered");
        if (no.isPresent()) return no;
        var present = drafts.of(entry).in(slot);
        if (ids.size() != present.size() || !new HashSet<>(ids).equals(new HashSet<>(present.stream().map(Placed::id).toList()))) {
            return Optional.of(words.say("order.stale"));
        }
        for (int i = 0; i < ids.size(); i++) sql.move(id, ids.get(i), i + 1L);
        audit.record(me, "files.ordered", Guard.subject(id), Map.of("slot", slot.code(), "files", ids.stream().map(UUID::toString).toList()));
        return Optional.empty();
    }

    /** Moves one file up or down by one; nothing happens at the ends. */
    @Transactional
    Optional<Text> shift(Actor me, UUID id, UUID file, boolean up) {
        var placed = placed(me, id, file);
        var ids = new java.util.ArrayList<>(drafts.of(guard.see(me, id)).in(placed.slot()).stream().map(Placed::id).toList());
        int from = ids.indexOf(file);
        int to = up ? from - 1 : from + 1;
        if (to < 0 || to >= ids.size()) return Optional.empty();
        java.util.Collections.swap(ids, from, to);
        return order(me, id, placed.slot(), ids);
    }

    @Transactional
    Optional<Text> remove(Actor me, UUID id, UUID file) {
        var entry = guard.see(me, id);
        var no = guard.refusal(me, entry, Field.By.UNIT, "file.removed");
        if (no.isPresent()) return no;
        var placed = placed(me, id, file);
        sql.remove(id, placed.id(), open.arrived(), me.account());
        audit.record(me, "file.removed", Guard.subject(id), Map.of("slot", placed.slot().code(), "file", placed.file().toString()));
        return Optional.empty();
    }

    /** Puts back what was taken away, at the place it had, unless the slot is full by now. */
    @Transactional
    Optional<Text> putBack(Actor me, UUID id, UUID file) {
        var entry = guard.see(me, id);
        var no = guard.refusal(me, entry, Field.By.UNIT, "file.put-back");
        if (no.isPresent()) return no;
        var placed = sql.removed(entry.department(), id, open.arrived().minus(Slots.REMEMBERED)).stream()
            .filter(each -> each.id().equals(file)).findFirst().orElseThrow(Faults.NotThere::new);
        int most = Slots.most(placed.slot(), open.call());
        if (drafts.of(entry).in(placed.slot()).size() >= most) return Optional.of(words.say("slot.full." + placed.slot().code(), most));
        sql.putBack(id, file, open.arrived(), me.account());
        audit.record(me, "file.put-back", Guard.subject(id), Map.of("slot", placed.slot().code(), "file", placed.file().toString()));
        return Optional.empty();
    }

    private Placed placed(Actor me, UUID id, UUID file) {
        return drafts.of(guard.see(me, id)).placed(file).orElseThrow(Faults.NotThere::new);
    }

    /**
     * What became of an object.
     *
     * @param object that was added; empty where none was
     * @param no     why not
     */
    record Added(Optional<UUID> object, Optional<Text> no) {
        static Added refused(Text no) {
            return new Added(Optional.empty(), Optional.of(no));
        }
    }

    @Transactional
    Added addObject(Actor me, UUID id) {
        var entry = guard.see(me, id);
        var no = guard.refusal(me, entry, Field.By.UNIT, "object.added");
        if (no.isPresent()) return Added.refused(no.get());
        if (drafts.of(entry).objects().size() >= OBJECTS) return Added.refused(words.say("objects.full", OBJECTS));
        var object = new SlotSql.Thing(UUID.randomUUID(), id);
        sql.insert(object, open.arrived(), me.account());
        audit.record(me, "object.added", Guard.subject(id), Map.of("object", object.id().toString()));
        return new Added(Optional.of(object.id()), Optional.empty());
    }

    @Transactional
    Optional<Text> removeObject(Actor me, UUID id, UUID object) {
        var entry = guard.see(me, id);
        var no = guard.refusal(me, entry, Field.By.UNIT, "object.removed");
        if (no.isPresent()) return no;
        if (!drafts.of(entry).objects().contains(object)) throw new Faults.NotThere();
        sql.remove(new SlotSql.Thing(object, id), open.arrived(), me.account());
        audit.record(me, "object.removed", Guard.subject(id), Map.of("object", object.toString()));
        return Optional.empty();
    }
}
