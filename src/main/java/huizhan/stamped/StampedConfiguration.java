package huizhan.stamped;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import huizhan.nomination.Tab;
import huizhan.nomination.ToDo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The jobs, the organizer's tab, and the sentence beside the sign-off. */
@Configuration(proxyBeanMethods = false)
class StampedConfiguration {
    static final TaskDescriptor<Void> READ = TaskDescriptor.of("stamped-code");

    /** Each instance is called by its file. */
    @Bean Task<Void> stampedCodeTask(ScanCodes codes) {
        return Tasks.oneTime(READ).execute((instance, context) -> {
            try {
                codes.read(UUID.fromString(instance.getId()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Bean @Order(30) Tab.Source stampedTab() {
        return () -> new Tab(StampedReceivedPages.HOME, "stamped.tab");
    }

    @Bean ToDo.Source stampedToDo(Stampings stampings) {
        return department -> {
            var stack = stampings.of(department);
            var figures = stack.figures(stampings.today());
            return stack.papers().isEmpty() ? Optional.empty() : Optional.of(new ToDo(StampedPages.HOME, stampings.isOpen(department) ? "stamped.go" : "stamped.look",
                figures.tone(), figures.done() ? "stamped.done" : "stamped.lacking", List.of(figures.noScan(), figures.noOriginal(), figures.here(), figures.overdue())));
        };
    }
}
