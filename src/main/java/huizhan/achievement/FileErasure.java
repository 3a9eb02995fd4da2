package huizhan.achievement;

import huizhan.kernel.Actor;
import huizhan.kernel.Text;
import huizhan.media.Farewell;
import java.util.Optional;
import java.util.UUID;

/** With an achievement go its files: each by a job of the same transaction, so that none is forgotten where a stop comes in between (A4). */
final class FileErasure implements Frozen {
    private final SlotSql slots;
    private final Farewell farewell;

    FileErasure(SlotSql slots, Farewell farewell) {
        this.slots = slots;
        this.farewell = farewell;
    }

    @Override public Optional<Text> frozen(UUID department, UUID achievement) {
        return Optional.empty();
    }

    @Override public void erased(Actor me, UUID achievement) {
        slots.everything(achievement).forEach(farewell::file);
        farewell.uploads(Erasing.uploads(achievement));
    }
}
