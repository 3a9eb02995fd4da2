package huizhan.database;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Small writes of many people at once. Whoever comes first does the work of all who have come meanwhile, in one transaction and in their
 * order, while their threads wait: handing the writer from thread to thread takes as long as such a write (ADR 0029). A piece of work sees the
 * request it came with. If one fails, all are undone and each is done by itself.
 */
public final class WritesTogether {
    private static final int MOST = 64;
    private final TransactionOperations writing;
    private final ArrayDeque<Work<?>> waiting = new ArrayDeque<>();
    private boolean led;

    public WritesTogether(TransactionOperations writing) {
        this.writing = writing;
    }

    /**
     * When this returns, it is on the disk.
     *
     * @param work short; may be done more than once, if what it did was undone
     */
    public <T> T write(Supplier<T> work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) throw new IllegalStateException("a write of its own inside a transaction");
        var mine = new Work<>(work, RequestContextHolder.getRequestAttributes());
        if (first(mine) || mine.leads()) {
            try {
                together(next());
            } finally {
                pass();
            }
        }
        return mine.result();
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

        Work(Supplier<T> work, @Nullable RequestAttributes request) {
            this.work = work;
            this.request = request;
        }

        /** Waits until it is done, or until this thread is to lead. */
        boolean leads() {
            told.acquireUninterruptibly();
            return result == null && failure == null;
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
        } catch (RuntimeException | Error e) {
            all.forEach(each -> apart(each, all.size(), e));
        } finally {
            all.forEach(each -> each.told.release());
        }
    }

    private void apart(Work<?> work, int of, Throwable why) {
        if (of == 1) {
            work.failed(why);
            return;
        }
        try {
            writing.executeWithoutResult(status -> work.run());
        } catch (RuntimeException | Error e) {
            work.failed(e);
        }
    }
}
