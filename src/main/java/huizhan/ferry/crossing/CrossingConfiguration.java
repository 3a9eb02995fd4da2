package huizhan.ferry.crossing;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import huizhan.database.Jobs;
import huizhan.nomination.SignOffTold;
import huizhan.nomination.Tab;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The job that writes ferries, the way to their page, and what goes when a sign-off is withdrawn. */
@Configuration(proxyBeanMethods = false)
class CrossingConfiguration {
    private static final TaskDescriptor<Void> CLEAR = TaskDescriptor.of("ferry.clear");

    @Bean Task<String> crossingTask(CrossingWork work) {
        return Tasks.oneTime(Crossings.TASK).execute((instance, context) -> work.write(UUID.fromString(instance.getData())));
    }

    @Bean @Order(36) @ConditionalOnProperty(name = "huizhan.zone", havingValue = "open", matchIfMissing = true) Tab.Source crossingTab(Crossings crossings) {
        return () -> new Tab(CrossingPages.HOME, "ferry.crossing", () -> crossings.waiting().size());
    }

    /** A ferry's discs lie here to be fetched. What a department withdraws may be erased next, and then lies on none of them (A4). */
    @Bean SignOffTold crossingWithdrawn(CrossingSql sql, ObjectProvider<Jobs> jobs) {
        return (revision, holds) -> {
            if (!holds) sql.carrying(revision).forEach(each -> jobs.getObject().soon(CLEAR.instance(each.toString()).build()));
        };
    }

    /** Each instance is called by its ferry. */
    @Bean Task<Void> crossingClearTask(CrossingMaking making) {
        return Tasks.oneTime(CLEAR).execute((instance, context) -> {
            try {
                making.clear(UUID.fromString(instance.getId()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
