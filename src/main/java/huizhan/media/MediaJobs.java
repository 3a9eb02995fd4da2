package huizhan.media;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import huizhan.database.Jobs;
import huizhan.kernel.Clocks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The background jobs: examining a file whole, a film's copy, the hourly sweep. The file's id is all they need to know. */
@Configuration(proxyBeanMethods = false)
class MediaJobs {
    private static final TaskDescriptor<Void> EXAMINE = TaskDescriptor.of("media-examine");
    private static final TaskDescriptor<Void> FILM = TaskDescriptor.of("media-film");
    private static final String SWEEP = "media-sweep";
    private static final String ONE = "recurring";
    private static final int TRIES = 4;
    private static final Duration AGAIN = Duration.ofSeconds(20);
    private static final Duration BUSY = Duration.ofSeconds(10);

    /** An action that reads and writes files. */
    private interface Action<T> {
        T run() throws IOException;
    }

    static void examineLater(Jobs jobs, UUID file) {
        jobs.soon(EXAMINE.instance(file.toString()).build());
    }

    @Bean
    Task<Void> mediaExamine(MediaWork work, ObjectProvider<Jobs> jobs) {
        return Tasks.oneTime(EXAMINE)
            .onFailure(FailureHandler.<Void>maxRetries(TRIES).withBackoff(AGAIN, 2).thenRemove(failed -> giveUp(work, failed)))
            .execute((job, context) -> {
                if (doing(() -> work.examine(UUID.fromString(job.getId())))) {
                    jobs.getObject().soon(FILM.instance(job.getId()).build());
                }
            });
    }

    private static void giveUp(MediaWork work, ExecutionComplete failed) {
        var why = failed.getCause().map(cause -> cause.getClass().getSimpleName()).orElse("unknown");
        work.giveUp(UUID.fromString(failed.getExecution().taskInstance.getId()), why);
    }

    @Bean
    Task<Void> mediaFilm(MediaWork work) {
        return Tasks.custom(FILM).onFailure(FailureHandler.<Void>maxRetries(TRIES).withBackoff(AGAIN, 2).thenRemove())
            .execute((job, context) -> doing(() -> work.film(UUID.fromString(job.getId())))
                ? new CompletionHandler.OnCompleteRemove<Void>()
                : new CompletionHandler.OnCompleteReschedule<Void>(FixedDelay.of(BUSY)));
    }

    @Bean
    Task<Void> mediaSweep(UploadSweep sweep) {
        return Tasks.recurring(SWEEP, FixedDelay.ofHours(1)).execute((job, context) -> doing(() -> {
            sweep.run();
            return true;
        }));
    }

    /** Plans the sweep, and examines what a restored back-up brought without its job. */
    @Bean
    ApplicationRunner mediaStart(Jobs jobs, MediaSql sql, Clocks clocks) {
        return arguments -> {
            jobs.soon(TaskDescriptor.of(SWEEP).instance(ONE).build());
            sql.unexamined(clocks.system().instant()).forEach(file -> examineLater(jobs, file));
        };
    }

    private static <T> T doing(Action<T> action) {
        try {
            return action.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
