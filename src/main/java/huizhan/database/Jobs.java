package huizhan.database;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Jobs in the background that survive a restart. A module declares its {@code Task<?>} as a bean and plans instances here; a job
 * planned inside a transaction exists only if that commits, and starts right after. A job must bear being run again.
 */
public final class Jobs implements SmartLifecycle {
    private static final Instant FIRST = Instant.EPOCH.minusSeconds(1);
    private static final Duration LOOK_ROUND = Duration.ofSeconds(10);
    private static final Duration WIND_DOWN = Duration.ofSeconds(5);
    private final DataSource source;
    private final Supplier<List<Task<?>>> tasks;
    private final SchedulerClient client;
    private final JobSql sql;
    private final Place place;
    private volatile @Nullable Scheduler scheduler;

    /**
     * Where jobs are done.
     *
     * @param alone whether no other program can be working on this database
     * @param working whether jobs are done here, or only planned
     * @param threads how many at once
     */
    record Place(boolean alone, boolean working, int threads) {}

    /** @param tasks asked for when the work begins: a task may itself plan jobs */
    Jobs(DataSource source, Supplier<List<Task<?>>> tasks, JobSql sql, Place place) {
        this.source = source;
        this.tasks = tasks;
        this.client = SchedulerClient.Builder.create(source).serializer(new JobData()).build();
        this.sql = sql;
        this.place = place;
    }

    /** Plans a job for now. */
    public <T> void soon(TaskInstance<T> job) {
        at(job, Instant.EPOCH);
    }

    /** Plans a job for now, before whatever waits: what may lie here no longer doesn't wait for what is worked on (A4). */
    public <T> void first(TaskInstance<T> job) {
        at(job, FIRST);
    }

    /** Plans a job for an instant of the system clock; an instance of the same task and id that still waits is kept instead. */
    public <T> void at(TaskInstance<T> job, Instant when) {
        client.scheduleIfNotExists(job, when);
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            look();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override public void afterCommit() {
                look();
            }
        });
    }

    /** Whether a job waits or runs. */
    public boolean isPlanned(TaskInstanceId job) {
        return client.getScheduledExecution(job).isPresent();
    }

    private void look() {
        var present = scheduler;
        if (present != null) present.triggerCheckForDueExecutions();
    }

    @Override public void start() {
        // the only program on this database has just begun: whatever looks busy was cut off
        if (place.alone()) sql.releaseAll();
        var fresh = Scheduler.create(source, tasks.get())
            .schedulerName(new SchedulerName.Fixed("node-" + UUID.randomUUID()))
            .serializer(new JobData())
            .threads(place.threads())
            .pollingInterval(LOOK_ROUND)
            .heartbeatInterval(LOOK_ROUND)
            .shutdownMaxWait(WIND_DOWN)
            .alwaysPersistTimestampInUTC()
            .build();
        fresh.start();
        scheduler = fresh;
    }

    @Override public void stop() {
        var present = scheduler;
        scheduler = null;
        if (present != null) present.stop();
    }

    /** Stops beside the web server, not after it, so that both fit into the ten seconds of a stop. */
    @Override public void stop(Runnable done) {
        new Thread(() -> {
            try {
                stop();
            } finally {
                done.run();
            }
        }, "jobs-stop").start();
    }

    @Override public boolean isRunning() {
        return scheduler != null;
    }

    @Override public boolean isAutoStartup() {
        return place.working();
    }

    @Override public int getPhase() {
        return SmartLifecycle.DEFAULT_PHASE - 1024;
    }
}
