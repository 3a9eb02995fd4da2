package huizhan.achievement;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import huizhan.database.Jobs;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Pictures of forms that found no place are forgotten after a week. */
@Configuration(proxyBeanMethods = false)
class PastedSweep {
    private static final String SWEEP = "pasted-sweep";

    @Bean
    Task<Void> pastedPictures(Pasting pasting) {
        return Tasks.recurring(SWEEP, FixedDelay.ofHours(1)).execute((job, context) -> {
            try {
                pasting.sweep();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Bean
    ApplicationRunner pastedStart(Jobs jobs) {
        return arguments -> jobs.soon(TaskDescriptor.of(SWEEP).instance("recurring").build());
    }
}
