package huizhan.audit;

import huizhan.kernel.Clocks;
import huizhan.kernel.StaleData;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives the entries of the trail their number and their link, one batch a transaction, within a second of their commit. Of several
 * nodes one holds the lease; when it dies the next takes over after ten seconds.
 */
@Component
class Sealer implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Sealer.class);
    private static final Duration LEASE = Duration.ofSeconds(10);
    private static final Duration GATHER = Duration.ofMillis(200);
    private static final Duration LOOK_ROUND = Duration.ofSeconds(5);
    private static final int BATCH = 100;
    private static final Runnable NOTHING = () -> { };

    private final AuditSql sql;
    private final Clocks clocks;
    private final TransactionTemplate transaction;
    private final String name = UUID.randomUUID().toString();
    private final LinkedBlockingQueue<Runnable> work = new LinkedBlockingQueue<>();
    private volatile boolean running;
    private Thread thread = new Thread(NOTHING);

    Sealer(AuditSql sql, Clocks clocks, PlatformTransactionManager transactions) {
        this.sql = sql;
        this.clocks = clocks;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** There is something to seal. */
    void wake() {
        if (work.isEmpty()) work.add(NOTHING);
    }

    /** Does a piece of writing on the sealer's thread, before the next sealing. */
    void later(Runnable writing) {
        work.add(writing);
    }

    /** Seals everything that waits. Returns false when another node holds the lease. */
    boolean sealAll() {
        while (sql.isWaiting()) {
            var done = transaction.execute(status -> sealBatch());
            if (!Boolean.TRUE.equals(done)) return false;
        }
        return true;
    }

    private boolean sealBatch() {
        var now = clocks.system().instant();
        if (!sql.lease(name, now, now.plus(LEASE))) return false;
        var before = sql.head();
        var head = before;
        for (var entry : sql.waiting(BATCH)) {
            var next = new Head(head.seq() + 1, entry.link(head));
            StaleData.unlessOne("audit entry " + entry.id(), sql.seal(entry, head, next));
            head = next;
        }
        StaleData.unlessOne("audit head", sql.moveHead(before, head));
        return true;
    }

    private void run() {
        do {
            try {
                var first = work.poll(LOOK_ROUND.toMillis(), TimeUnit.MILLISECONDS);
                if (first != null) {
                    first.run();
                    gather();
                }
                runWaiting();
                sealAll();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                LOG.error("the trail could not be sealed, trying again", e);
            }
        } while (running || !work.isEmpty());
    }

    /** Entries come in bursts: one sealing for many. A piece of writing ends the wait. */
    private void gather() throws InterruptedException {
        var next = running ? work.poll(GATHER.toMillis(), TimeUnit.MILLISECONDS) : null;
        if (next != null) next.run();
    }

    private void runWaiting() {
        for (var each = work.poll(); each != null; each = work.poll()) each.run();
    }

    @Override public void start() {
        running = true;
        thread = new Thread(this::run, "audit-sealer");
        thread.setDaemon(true);
        thread.start();
    }

    @Override public void stop() {
        running = false;
        wake();
        try {
            thread.join(Duration.ofSeconds(2).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override public boolean isRunning() {
        return running;
    }

    /** Starts first and stops last: what the others do while they stop is sealed too. */
    @Override public int getPhase() {
        return 0;
    }
}
