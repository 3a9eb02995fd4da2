package huizhan.achievement;

import huizhan.kernel.Actor;
import huizhan.kernel.Text;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.transaction.annotation.Transactional;

/** Takes over what a form said, in one step that can be taken back: the same doors as if each field had been typed (B2). */
class TakingOver {
    private final Filling filling;
    private final Drafts drafts;
    private final Guard guard;
    private final Intake intake;
    private final Placing placing;
    private final Words words;

    TakingOver(Filling filling, Drafts drafts, Guard guard, Intake intake, Placing placing, Words words) {
        this.filling = filling;
        this.drafts = drafts;
        this.guard = guard;
        this.intake = intake;
        this.placing = placing;
        this.words = words;
    }

    /** @param version that its reader has seen */
    record Wish(String field, String value, long version) {}

    /**
     * What became of one field.
     *
     * @param before  what stood there
     * @param version that it has now
     * @param same    what was wished stood there already; nothing was written
     * @param no      why it was not taken; then nothing of it was
     */
    record Taken(String field, String before, long version, boolean same, Optional<Text> no) {
        public boolean done() {
            return no.isEmpty() && !same;
        }
    }

    /** Fields in the order of the wishes, the kind of the achievement first; each alone may be refused, or overtaken by another person. */
    @Transactional
    List<Taken> take(Actor me, UUID id, List<Wish> wishes) {
        var taken = new ArrayList<Taken>();
        var draft = drafts.of(guard.see(me, id));
        for (var wish : wishes) {
            var before = draft.text(wish.field());
            var saved = filling.write(me, id, wish.field(), wish.value(), wish.version());
            if (saved instanceof Saved.Kept kept) {
                taken.add(new Taken(wish.field(), before, kept.now().version(), kept.now().value().equals(before), Optional.empty()));
            } else {
                var no = saved instanceof Saved.Refused refused ? refused.why() : words.say("forms.overtaken");
                taken.add(new Taken(wish.field(), before, wish.version(), false, Optional.of(no)));
            }
        }
        return taken;
    }

    /**
     * Adds an object with its note.
     *
     * @param along objects that came in the same step
     */
    Placing.Added object(Actor me, UUID id, Map<String, String> note, Collection<UUID> along) {
        try {
            return new Placing.Added(Optional.of(intake.add(me, id, note, along)), Optional.empty());
        } catch (Intake.Unfit e) {
            return Placing.Added.refused(e.why());
        }
    }

    /**
     * Takes objects out again that were added with their notes, as long as nobody has worked on them since.
     *
     * @return how many
     */
    @Transactional
    int takeOut(Actor me, UUID id, List<UUID> objects) {
        int out = 0;
        for (var each : objects) {
            var draft = drafts.of(guard.see(me, id));
            boolean untouched = draft.objects().contains(each) && draft.photos(each).isEmpty()
                && Catalogue.OBJECT_PARTS.stream().allMatch(part -> draft.field(Catalogue.object(each, part)).version() <= 1);
            out += untouched && placing.removeObject(me, id, each).isEmpty() ? 1 : 0;
        }
        return out;
    }
}
