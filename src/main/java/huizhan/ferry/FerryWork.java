package huizhan.ferry;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import huizhan.ferry.HandMadeImages.Which;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.UUID;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The jobs that look at what has come up on the open network before anybody asks for it (A4). */
@Configuration(proxyBeanMethods = false)
class FerryWork {
    private static final int TRIES = 3;
    private static final Duration AGAIN = Duration.ofSeconds(30);
    private static final Duration BUSY = Duration.ofSeconds(10);

    /** Each instance is called by its disc. */
    @Bean Task<Void> handMadeLookTask(HandMadeDiscs discs) {
        return Tasks.oneTime(HandMadeDiscs.LOOK).execute((instance, context) -> discs.look(instance.getId()));
    }

    /** Each instance is called by its disc and its image. */
    @Bean Task<Void> handMadeUnpackTask(HandMadeImages images) {
        return Tasks.custom(HandMadeImages.UNPACK)
            .onFailure(FailureHandler.<Void>maxRetries(TRIES).withBackoff(AGAIN, 2).thenRemove(complete -> images.failed(Which.of(complete.getExecution().getId()))))
            .execute((job, context) -> {
                try {
                    return images.unpack(Which.of(job.getId())) ? new CompletionHandler.OnCompleteRemove<Void>() : new CompletionHandler.OnCompleteReschedule<Void>(FixedDelay.of(BUSY));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
    }

    @Bean ApplicationRunner handMadeStart(HandMadeImages images) {
        return arguments -> images.again();
    }

    @Bean Task<Void> waitingDiscLookTask(Inspections inspections) {
        return Tasks.oneTime(WaitingDiscs.LOOK).execute((instance, context) -> inspections.look(UUID.fromString(instance.getId())));
    }
}
