package huizhan.organization.access;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import huizhan.database.Jobs;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Old counts of failed attempts are forgotten every hour, so that a stranger's guesses don't fill the table. */
@Configuration(proxyBeanMethods = false)
class ThrottleJob {
    private static final String TIDY = "sign-in-tidy";

    @Bean
    Task<Void> throttleTidy(Throttle throttle) {
        return Tasks.recurring(TIDY, FixedDelay.ofHours(1)).execute((job, context) -> throttle.tidy());
    }

    @Bean
    ApplicationRunner throttleStart(Jobs jobs) {
        return arguments -> jobs.soon(TaskDescriptor.of(TIDY).instance("recurring").build());
    }
}
