package huizhan.database;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Instant;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Jobs in the background that survive a restart. A module declares its {@code Task<?>} as a bean and plans instances here; a job
 * planned inside a transaction exists only if that commits, and starts right after. A job must bear being run again.
 */
public final class Jobs implements SmartLifecycle {
    private final Scheduler scheduler;
    private final JobSql sql;
    private final boolean alone;
    private final boolean working;
    private volatile boolean running;

    /**
     * @param alone whether no other program can be working on this database
     * @param working whether jobs are done here, or only planned
     */
    Jobs(Scheduler scheduler, JobSql sql, boolean alone, boolean working) {
        this.scheduler = scheduler;
        this.sql = sql;
        this.alone = alone;
        this.working = working;
    }

    /** Plans a job for now. */
    public <T> void soon(TaskInstance<T> job) {
        at(job, Instant.EPOCH);
    }

    /** Plans a job for an instant of the system clock; an instance of the same task and id that still waits is kept instead. */
    public <T> void at(TaskInstance<T> job, Instant when) {
        scheduler.scheduleIfNotExists(job, when);
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            scheduler.triggerCheckForDueExecutions();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override public void afterCommit() {
                scheduler.triggerCheckForDueExecutions();
            }
        });
    }

    @Override public void start() {
        // the only program on this database has just begun: whatever looks busy was cut off
        if (alone) sql.releaseAll();
        scheduler.start();
        running = true;
    }

    @Override public void stop() {
        running = false;
        scheduler.stop();
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
        return running;
    }

    @Override public boolean isAutoStartup() {
        return working;
    }

    @Override public int getPhase() {
        return SmartLifecycle.DEFAULT_PHASE - 1024;
    }
}
