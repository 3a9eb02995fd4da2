package huizhan.achievement;

import huizhan.database.ErasedTraces;
import huizhan.kernel.Actor;
import huizhan.media.MediaFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;

/** Erases an achievement and then, once that is on the disk, its files: nothing of either may be left (decisions, Erasing). */
public final class Erasing {
    private final Achievements achievements;
    private final Guard guard;
    private final SlotSql slots;
    private final MediaFiles media;
    private final ErasedTraces traces;

    Erasing(Achievements achievements, Guard guard, SlotSql slots, MediaFiles media, ErasedTraces traces) {
        this.traces = traces;
        this.achievements = achievements;
        this.guard = guard;
        this.slots = slots;
        this.media = media;
    }

    Outcome erase(Actor me, UUID id) {
        var files = slots.everything(guard.see(me, id).id());
        return swept(achievements.erase(me, id), files);
    }

    /** Sends its content away (A4); what is to remain of it, whoever listens keeps. */
    public Outcome turn(Actor me, UUID id) {
        var files = slots.everything(guard.see(me, id).id());
        return swept(achievements.turn(me, id), files);
    }

    private Outcome swept(Outcome outcome, List<UUID> files) {
        if (outcome instanceof Outcome.Done) {
            files.forEach(this::remove);
            traces.sweep();
        }
        return outcome;
    }

    private void remove(UUID file) {
        try {
            media.remove(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
