package huizhan.database;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * SQLite's one writer, lent in the order of asking. Many connections under {@code busy_timeout} starve each other; a queue
 * doesn't. A thread that already writes gets an error at once instead of waiting for itself.
 */
final class FairWriter extends AbstractDataSource implements AutoCloseable {
    private final DataSource source;
    private final Duration patience;
    private final Semaphore turn = new Semaphore(1, true);
    private @Nullable Connection physical;
    private volatile @Nullable Thread holder;

    /**
     * @param patience how long a thread waits for its turn before {@link SQLTransientConnectionException}
     */
    FairWriter(DataSource source, Duration patience) {
        this.source = source;
        this.patience = patience;
    }

    @Override public Connection getConnection() throws SQLException {
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
            if (physical == null) physical = source.getConnection();
            holder = Thread.currentThread();
            return lend(physical);
        } catch (SQLException | RuntimeException e) {
            turn.release();
            throw e;
        }
    }

    @Override public Connection getConnection(String username, String password) throws SQLException {
        return getConnection();
    }

    private Connection lend(Connection connection) {
        var loan = new Loan(connection);
        return (Connection) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Connection.class}, loan::invoke);
    }

    private void takeBack(Connection connection) throws SQLException {
        try {
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            // a connection whose transaction can't be ended is of no use to the next one
            physical = null;
            connection.close();
            throw e;
        } finally {
            holder = null;
            turn.release();
        }
    }

    /** Waits for the current writer and closes the file. */
    @Override public void close() throws SQLException {
        turn.acquireUninterruptibly();
        try {
            if (physical != null) physical.close();
            physical = null;
        } finally {
            turn.release();
        }
    }

    private final class Loan {
        private final Connection connection;
        private boolean returned;

        Loan(Connection connection) {
            this.connection = connection;
        }

        @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] args) throws Throwable {
            switch (method.getName()) {
                case "close" -> {
                    if (!returned) {
                        returned = true;
                        takeBack(connection);
                    }
                    return null;
                }
                case "isClosed" -> {
                    return returned;
                }
                case "equals" -> {
                    return args != null && proxy == args[0];
                }
                case "hashCode" -> {
                    return System.identityHashCode(proxy);
                }
                default -> {
                    if (returned) throw new SQLException("this connection was given back");
                    try {
                        return method.invoke(connection, args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }
            }
        }
    }
}
