package huizhan.achievement;

import huizhan.kernel.Actor;
import huizhan.media.MediaFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;

/** Erases an achievement and then, once that is on the disk, its files: nothing of either may be left (decisions, Erasing). */
final class Erasing {
    private final Achievements achievements;
    private final Guard guard;
    private final SlotSql slots;
    private final MediaFiles media;

    Erasing(Achievements achievements, Guard guard, SlotSql slots, MediaFiles media) {
        this.achievements = achievements;
        this.guard = guard;
        this.slots = slots;
        this.media = media;
    }

    Outcome erase(Actor me, UUID id) {
        var files = slots.everything(guard.see(me, id).id());
        var outcome = achievements.erase(me, id);
        if (outcome instanceof Outcome.Done) files.forEach(this::remove);
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
