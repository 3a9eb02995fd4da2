package huizhan.database;

import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Small writes of many people at once. Whoever comes first does the work of all who have come meanwhile, in one transaction and in their
 * order, while their threads wait: handing the writer from thread to thread takes as long as such a write (ADR 0029). A piece of work sees the
 * request it came with. If one fails, all are undone and each is done by itself; where the writer is not to be had, all are told at once.
 */
public final class WritesTogether {
    private static final int MOST = 64;
    private final TransactionOperations writing;
    private final boolean together;
    private final Duration patience;
    private final ArrayDeque<Work<?>> waiting = new ArrayDeque<>();
    private boolean led;

    /**
     * @param together whether there is one writer only; else each does its work by itself
     * @param patience how long one waits to be taken along
     */
    WritesTogether(TransactionOperations writing, boolean together, Duration patience) {
        this.writing = writing;
        this.together = together;
        this.patience = patience;
    }

    /**
     * When this returns, it is on the disk.
     *
     * @param work short; may be done more than once, if what it did was undone
     * @throws CannotGetJdbcConnectionException where the writer is not free in time
     */
    public <T> T write(Supplier<T> work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) throw new IllegalStateException("a write of its own inside a transaction");
        if (!together) return Objects.requireNonNull(writing.execute(status -> work.get()));
        var mine = new Work<>(work, RequestContextHolder.getRequestAttributes());
        // an interrupted thread can't wait for the writer, and would fail the work of all others with its own
        boolean interrupted = Thread.interrupted();
        try {
            if (first(mine) || leads(mine)) lead();
        } finally {
            if (interrupted || mine.interrupted) Thread.currentThread().interrupt();
        }
        return mine.result();
    }

    private void lead() {
        try {
            together(next());
        } finally {
            pass();
        }
    }

    /** How many wait behind the one who leads. */
    synchronized int waiting() {
        return waiting.size();
    }

    /** What one thread waits for. */
    private static final class Work<T> {
        private final Supplier<T> work;
        private final @Nullable RequestAttributes request;
        private final Semaphore told = new Semaphore(0);
        private @Nullable Optional<T> result;
        private @Nullable Throwable failure;
        /** Its own thread was told to end while it waited; only that thread sees this. */
        private boolean interrupted;

        Work(Supplier<T> work, @Nullable RequestAttributes request) {
            this.work = work;
            this.request = request;
        }

        private boolean over() {
            return result != null || failure != null;
        }

        private void run() {
            var own = RequestContextHolder.getRequestAttributes();
            RequestContextHolder.setRequestAttributes(request);
            try {
                result = Optional.of(work.get());
            } finally {
                RequestContextHolder.setRequestAttributes(own);
            }
        }

        private void failed(Throwable why) {
            result = null;
            failure = why;
        }

        T result() {
            if (failure instanceof RuntimeException known) throw known;
            if (failure instanceof Error error) throw error;
            if (result == null) throw new IllegalStateException("a write that was never done");
            return result.orElseThrow();
        }
    }

    /** Takes a place in the queue; true where nobody leads. */
    private synchronized boolean first(Work<?> mine) {
        waiting.add(mine);
        boolean first = !led;
        led = true;
        return first;
    }

    /** Waits until it is done, or until this thread is to lead; once it is taken along, as long as it takes. */
    private boolean leads(Work<?> mine) {
        try {
            if (!mine.told.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) giveUp(mine);
        } catch (InterruptedException e) {
            mine.interrupted = true;
            mine.told.acquireUninterruptibly();
        }
        return !mine.over();
    }

    private void giveUp(Work<?> mine) {
        if (!left(mine)) {
            mine.told.acquireUninterruptibly();
            return;
        }
        throw new CannotGetJdbcConnectionException("not written",
            new SQLTransientConnectionException("the database's writer was not free within " + patience.toMillis() + " ms"));
    }

    /** Leaves the queue; false where it was taken along, or is to lead, in this moment. */
    private synchronized boolean left(Work<?> mine) {
        return mine.told.availablePermits() == 0 && waiting.remove(mine);
    }

    private synchronized List<Work<?>> next() {
        var next = new ArrayList<Work<?>>();
        while (next.size() < MOST && !waiting.isEmpty()) next.add(waiting.remove());
        return next;
    }

    /** The one that has waited longest leads next. */
    private synchronized void pass() {
        led = !waiting.isEmpty();
        if (led) waiting.element().told.release();
    }

    private void together(List<Work<?>> all) {
        try {
            writing.executeWithoutResult(status -> all.forEach(Work::run));
            all.forEach(each -> each.told.release());
        } catch (RuntimeException | Error e) {
            apart(all, e);
        }
    }

    /** Each by itself, unless the fault is nobody's own. */
    private void apart(List<Work<?>> all, Throwable why) {
        var common = all.size() == 1 || unreachable(why) ? why : null;
        for (var each : all) {
            try {
                if (common == null) writing.executeWithoutResult(status -> each.run());
                else each.failed(common);
            } catch (RuntimeException | Error e) {
                each.failed(e);
                if (unreachable(e)) common = e;
            } finally {
                each.told.release();
            }
        }
    }

    /** Whether the writer was not to be had, which the next one would wait for in vain as well. */
    private static boolean unreachable(Throwable why) {
        for (var each = why; each != null; each = each.getCause()) {
            if (each instanceof SQLTransientConnectionException) return true;
        }
        return false;
    }
}
