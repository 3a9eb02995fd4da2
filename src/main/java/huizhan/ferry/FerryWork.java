package huizhan.ferry;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The jobs that look at what has come up on the open network before anybody asks for it (A4). */
@Configuration(proxyBeanMethods = false)
class FerryWork {

    /** Each instance is called by its disc. */
    @Bean Task<Void> handMadeLookTask(HandMadeDiscs discs) {
        return Tasks.oneTime(HandMadeDiscs.LOOK).execute((instance, context) -> discs.look(instance.getId()));
    }

    /** Each instance is called by its disc and its image. */
    @Bean Task<Void> handMadeUnpackTask(HandMadeImages images) {
        return Tasks.oneTime(HandMadeImages.UNPACK).execute((instance, context) -> {
            try {
                images.unpack(instance.getId());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Bean Task<Void> waitingDiscLookTask(Inspections inspections) {
        return Tasks.oneTime(WaitingDiscs.LOOK).execute((instance, context) -> inspections.look(UUID.fromString(instance.getId())));
    }
}
