package huizhan.media;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import huizhan.database.ErasedTraces;
import huizhan.database.Jobs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;

/** What may lie here no longer goes by a job of the transaction that says so: none is forgotten where a stop comes in between (A4). */
public final class Farewell {
    private static final TaskDescriptor<Void> FILE = TaskDescriptor.of("media-remove");
    private static final TaskDescriptor<Void> UPLOADS = TaskDescriptor.of("media-end-uploads");
    private final ObjectProvider<Jobs> jobs;

    Farewell(ObjectProvider<Jobs> jobs) {
        this.jobs = jobs;
    }

    /** Removes a file that no place holds after this transaction. */
    public void file(UUID file) {
        jobs.getObject().first(FILE.instance(file.toString()).build());
    }

    /** @param place of one slot, or with a colon at its end of those below it; what is still on its way there ends */
    public void uploads(String place) {
        jobs.getObject().first(UPLOADS.instance(place).build());
    }

    static Task<Void> fileTask(MediaFiles media, ErasedTraces traces) {
        return task(FILE, file -> media.remove(UUID.fromString(file)), traces);
    }

    static Task<Void> uploadsTask(UploadSweep uploads, ErasedTraces traces) {
        return task(UPLOADS, uploads::end, traces);
    }

    @FunctionalInterface
    private interface Work {
        void on(String instance) throws IOException;
    }

    private static Task<Void> task(TaskDescriptor<Void> descriptor, Work work, ErasedTraces traces) {
        return Tasks.oneTime(descriptor).execute((instance, context) -> {
            try {
                work.on(instance.getId());
                traces.sweep();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
