package huizhan.ferry;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The job that looks at what has come of a disc. */
@Configuration(proxyBeanMethods = false)
class HandMadeWork {

    /** Each instance is called by its disc. */
    @Bean Task<Void> handMadeLookTask(HandMadeDiscs discs) {
        return Tasks.oneTime(HandMadeDiscs.LOOK).execute((instance, context) -> discs.look(UUID.fromString(instance.getId())));
    }
}
