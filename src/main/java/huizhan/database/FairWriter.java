package huizhan.database;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Savepoint;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * SQLite's one writer, lent in the order of asking. Many connections under {@code busy_timeout} starve each other; a queue
 * doesn't. A thread that already writes gets an error at once instead of waiting for itself.
 *
 * <p>Where others wait already, a transaction that is done doesn't go to the disk by itself: its changes stay behind a savepoint, the next
 * one begins, and all come onto the disk with one commit. {@code commit} returns when that is done (ADR 0027).
 */
final class FairWriter extends AbstractDataSource implements AutoCloseable {
    /** Transactions of one commit. */
    private static final int TOGETHER = 16;
    private static final Duration LONGEST = Duration.ofMillis(5);
    private final DataSource source;
    private final Duration patience;
    private final long longest;
    private final Semaphore turn = new Semaphore(1, true);
    private @Nullable Connection physical;
    private @Nullable Batch batch;
    private volatile @Nullable Thread holder;

    /**
     * @param patience how long a thread waits for its turn before {@link SQLTransientConnectionException}
     */
    FairWriter(DataSource source, Duration patience) {
        this(source, patience, LONGEST);
    }

    /**
     * @param patience how long a thread waits for its turn before {@link SQLTransientConnectionException}
     * @param longest how long others may still join a commit after its first transaction has begun
     */
    FairWriter(DataSource source, Duration patience, Duration longest) {
        this.source = source;
        this.patience = patience;
        this.longest = longest.toNanos();
    }

    /** Transactions that are done and wait for their commit. */
    static final class Batch {
        private final long longest;
        private final long begun = System.nanoTime();
        private final CompletableFuture<Void> kept = new CompletableFuture<>();
        private int members;

        private Batch(long longest) {
            this.longest = longest;
        }

        private boolean full() {
            return members >= TOGETHER || System.nanoTime() - begun >= longest;
        }
    }

    @Override public Connection getConnection() throws SQLException {
        return (Connection) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Connection.class}, new WriterLoan(this, take()));
    }

    @Override public Connection getConnection(String username, String password) throws SQLException {
        return getConnection();
    }

    Connection take() throws SQLException {
        if (holder == Thread.currentThread()) {
            throw new IllegalStateException("a second write transaction inside the first: join it, or write after it has ended");
        }
        try {
            if (!turn.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new SQLTransientConnectionException("the database's writer was not free within " + patience.toMillis() + " ms, "
                    + turn.getQueueLength() + " more are waiting");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLTransientConnectionException("interrupted while waiting for the database's writer", e);
        }
        try {
            var connection = physical == null ? source.getConnection() : physical;
            physical = connection;
            holder = Thread.currentThread();
            return connection;
        } catch (SQLException | RuntimeException e) {
            turn.release();
            throw e;
        }
    }

    /** Begins a transaction: the first of a batch, or behind those that are done. */
    @Nullable Savepoint join(Connection connection) throws SQLException {
        try {
            if (batch != null) return connection.setSavepoint();
            connection.setAutoCommit(false);
            batch = new Batch(longest);
            return null;
        } catch (SQLException | RuntimeException | Error e) {
            // the driver believes that a transaction is open now, and would begin none for the next one
            discard(e);
            throw e;
        }
    }

    /**
     * Ends a transaction that is done.
     *
     * @param from where it began, null for the first of its batch
     * @return what is to be awaited when the turn is over
     */
    Batch done(Connection connection, @Nullable Savepoint from) throws SQLException {
        var mine = Objects.requireNonNull(batch, "no transaction");
        try {
            if (from != null) connection.releaseSavepoint(from);
        } catch (SQLException | RuntimeException | Error e) {
            discard(e);
            throw e;
        }
        mine.members++;
        if (mine.full()) keep();
        return mine;
    }

    /** Undoes a transaction; those before it in its batch stay. */
    void undone(Connection connection, @Nullable Savepoint from) throws SQLException {
        try {
            if (from == null) {
                batch = null;
                connection.rollback();
                connection.setAutoCommit(true);
            } else {
                connection.rollback(from);
                connection.releaseSavepoint(from);
            }
        } catch (SQLException | RuntimeException | Error e) {
            discard(e);
            throw e;
        }
    }

    /** Whoever comes next sees to the commit; where nobody comes it is done now. */
    void pass() throws SQLException {
        try {
            if (!turn.hasQueuedThreads()) keep();
        } finally {
            holder = null;
            turn.release();
        }
    }

    /** Brings all that is done onto the disk. */
    void keep() throws SQLException {
        var done = batch;
        if (done == null || physical == null) return;
        batch = null;
        try {
            // the driver's own commit would begin the next transaction, and tell of a failure where only that fails
            physical.setAutoCommit(true);
            done.kept.complete(null);
        } catch (SQLException | RuntimeException | Error e) {
            done.kept.completeExceptionally(e);
            discard(e);
            throw e;
        }
    }

    /** A connection whose transaction can't be ended is of no use to the next one, and what waited in it is lost. */
    private void discard(Throwable why) {
        var broken = physical;
        physical = null;
        if (batch != null) batch.kept.completeExceptionally(why);
        batch = null;
        try {
            if (broken != null) broken.close();
        } catch (SQLException e) {
            why.addSuppressed(e);
        }
    }

    /** Until the batch is on the disk. Should nobody come who brings it there, this thread does. */
    void await(Batch mine) throws SQLException {
        boolean interrupted = false;
        while (true) {
            try {
                mine.kept.get(longest, TimeUnit.NANOSECONDS);
                if (interrupted) Thread.currentThread().interrupt();
                return;
            } catch (ExecutionException e) {
                throw new SQLException("the commit that several transactions share failed: " + e.getCause().getMessage(), e.getCause());
            } catch (InterruptedException e) {
                interrupted = true;
            } catch (TimeoutException e) {
                bring(mine);
            }
        }
    }

    private void bring(Batch mine) throws SQLException {
        if (!turn.tryAcquire()) return;
        try {
            if (batch == mine) keep();
        } finally {
            turn.release();
        }
    }

    /** How many wait for their turn. */
    int waiting() {
        return turn.getQueueLength();
    }

    /** Waits for the current writer and closes the file. */
    @Override public void close() throws SQLException {
        turn.acquireUninterruptibly();
        try {
            keep();
            if (physical != null) physical.close();
            physical = null;
        } finally {
            turn.release();
        }
    }
}
