package huizhan.opening.outage;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Beats once a minute while the program serves, from its start on. */
final class Heart implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Heart.class);
    static final Duration PACE = Duration.ofMinutes(1);
    private final Outages outages;
    private final boolean serving;
    private volatile @Nullable ScheduledExecutorService timer;

    /** @param serving false for commands, which come and go */
    Heart(Outages outages, boolean serving) {
        this.outages = outages;
        this.serving = serving;
    }

    @Override public void start() {
        var fresh = Executors.newSingleThreadScheduledExecutor(task -> {
            var thread = new Thread(task, "heart");
            thread.setDaemon(true);
            return thread;
        });
        fresh.scheduleWithFixedDelay(this::beat, 0, PACE.toMillis(), TimeUnit.MILLISECONDS);
        timer = fresh;
    }

    /** A beat that fails is an outage that the next one notes. */
    private void beat() {
        try {
            outages.beat();
        } catch (RuntimeException e) {
            LOG.warn("the heart missed a beat", e);
        }
    }

    @Override public void stop() {
        var present = timer;
        timer = null;
        if (present != null) present.shutdownNow();
    }

    @Override public boolean isRunning() {
        return timer != null;
    }

    @Override public boolean isAutoStartup() {
        return serving;
    }
}
