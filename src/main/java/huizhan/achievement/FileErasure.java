package huizhan.achievement;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import huizhan.database.Jobs;
import huizhan.kernel.Actor;
import huizhan.kernel.Text;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;

/** With an achievement go its files: each by a job of the same transaction, so that none is forgotten where a stop comes in between (A4). */
final class FileErasure implements Frozen {
    static final TaskDescriptor<Void> FORGET = TaskDescriptor.of("achievement-forget");
    static final TaskDescriptor<Void> END_UPLOADS = TaskDescriptor.of("achievement-end-uploads");
    private final SlotSql slots;
    private final ObjectProvider<Jobs> jobs;

    FileErasure(SlotSql slots, ObjectProvider<Jobs> jobs) {
        this.slots = slots;
        this.jobs = jobs;
    }

    @Override public Optional<Text> frozen(UUID department, UUID achievement) {
        return Optional.empty();
    }

    @Override public void erased(Actor me, UUID achievement) {
        slots.everything(achievement).forEach(file -> jobs.getObject().soon(FORGET.instance(file.toString()).build()));
        jobs.getObject().soon(END_UPLOADS.instance(achievement.toString()).build());
    }
}
