package huizhan.likeness;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import huizhan.likeness.LikenessSql.Show;
import huizhan.nomination.Tab;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The job that compares, and the tab with the count of what is still to be looked at. */
@Configuration(proxyBeanMethods = false)
class LikenessConfiguration {
    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("likeness-compare");

    @Bean Task<Void> likenessTask(LikenessWork work) {
        return Tasks.oneTime(TASK).execute((job, context) -> work.compare());
    }

    /** After an update the scale may be another, and a restored back-up may have lost its job. */
    @Bean ApplicationRunner likenessStart(LikenessWork work) {
        return arguments -> work.soon("start");
    }

    @Bean @Order(20) Tab.Source likenessTab(Likenesses likenesses) {
        return () -> new Tab(LikenessPages.HOME, "likeness.tab", () -> likenesses.count(Show.OPEN));
    }
}
