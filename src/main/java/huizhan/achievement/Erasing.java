package huizhan.achievement;

import huizhan.database.ErasedTraces;
import huizhan.kernel.Actor;
import huizhan.kernel.Text;
import huizhan.media.MediaFiles;
import huizhan.media.UploadSweep;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Erases an achievement and then, once that is on the disk, its files: nothing of either may be left (decisions, Erasing). What can't be
 * cleared away at once, or is cut off by a stop, the jobs of {@link FileErasure} do again.
 */
public final class Erasing {
    private static final Logger LOG = LoggerFactory.getLogger(Erasing.class);
    private final Achievements achievements;
    private final Guard guard;
    private final SlotSql slots;
    private final Keepers keepers;

    /** Who holds its files, what is under way to it, and the database's own memory. */
    record Keepers(MediaFiles media, UploadSweep uploads, ErasedTraces traces) {

        void remove(UUID file) throws IOException {
            media.remove(file);
        }

        void endUploads(UUID achievement) throws IOException {
            uploads.end(Erasing.uploads(achievement));
        }
    }

    /** What the slots of an achievement begin with. */
    static String uploads(UUID achievement) {
        return "achievement:" + achievement + ":";
    }

    Erasing(Achievements achievements, Guard guard, SlotSql slots, Keepers keepers) {
        this.achievements = achievements;
        this.guard = guard;
        this.slots = slots;
        this.keepers = keepers;
    }

    Outcome erase(Actor me, UUID id) {
        var files = slots.everything(guard.see(me, id).id());
        return swept(id, achievements.erase(me, id), files);
    }

    /**
     * Sends its content away (A4); what is to remain of it, whoever listens keeps.
     *
     * @param objection asked of the content in the same transaction that erases it: why it may not go as it stands
     */
    public Outcome turn(Actor me, UUID id, Function<Filled, Optional<Text>> objection) {
        var files = slots.everything(guard.see(me, id).id());
        return swept(id, achievements.turn(me, id, objection), files);
    }

    private Outcome swept(UUID id, Outcome outcome, List<UUID> files) {
        if (outcome instanceof Outcome.Done) {
            files.forEach(file -> tried(() -> keepers.remove(file)));
            tried(() -> keepers.endUploads(id));
            keepers.traces().sweep();
        }
        return outcome;
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void tried(Work work) {
        try {
            work.run();
        } catch (IOException | RuntimeException e) {
            LOG.error("what was erased could not be cleared away at once; a job will try again", e);
        }
    }
}
