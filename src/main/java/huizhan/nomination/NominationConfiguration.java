package huizhan.nomination;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The job that makes disc images. */
@Configuration(proxyBeanMethods = false)
class NominationConfiguration {

    @Bean Task<String> discTask(DiscMaking making) {
        return Tasks.oneTime(Discs.TASK).execute((instance, context) -> making.make(UUID.fromString(instance.getData())));
    }

    @Bean @Order(10) Tab.Source achievementsTab() {
        return () -> new Tab("/nominations/achievements", "nomination.achievements");
    }
}
