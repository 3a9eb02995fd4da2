package huizhan.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import org.jspecify.annotations.Nullable;

/** The one writer as a borrower sees it. A statement of it ends with its transaction. */
final class WriterLoan implements InvocationHandler {
    private final FairWriter writer;
    private Connection connection;
    private @Nullable Savepoint from;
    private boolean holds = true;
    private boolean auto = true;
    private boolean within;
    private boolean returned;

    WriterLoan(FairWriter writer, Connection connection) {
        this.writer = writer;
        this.connection = connection;
    }

    @Override public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] args) throws Throwable {
        switch (method.getName()) {
            case "close" -> giveBack();
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
                return used(method, args);
            }
        }
        return null;
    }

    private @Nullable Object used(Method method, Object @Nullable [] args) throws Throwable {
        switch (method.getName()) {
            case "getAutoCommit" -> {
                return auto;
            }
            case "setAutoCommit" -> {
                auto = args != null && Boolean.TRUE.equals(args[0]);
                if (auto) commit();
            }
            case "commit" -> commit();
            case "rollback" -> {
                if (args != null) return passed(method, args);
                rollback();
            }
            default -> {
                ready();
                return passed(method, args);
            }
        }
        return null;
    }

    private @Nullable Object passed(Method method, Object @Nullable [] args) throws Throwable {
        try {
            return method.invoke(connection, args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** Statements without a transaction are on the disk when they are done, so they never join the transactions of others. */
    private void ready() throws SQLException {
        if (!holds) connection = writer.take();
        holds = true;
        if (auto) writer.keep();
        else if (!within) begin();
    }

    private void begin() throws SQLException {
        from = writer.join(connection);
        within = true;
    }

    /** The turn is over before the disk has it, so that the next one can join. */
    private void commit() throws SQLException {
        if (!within) return;
        within = false;
        var shared = writer.done(connection, from);
        holds = false;
        writer.pass();
        writer.await(shared);
    }

    private void rollback() throws SQLException {
        if (!within) return;
        within = false;
        writer.undone(connection, from);
    }

    private void giveBack() throws SQLException {
        if (returned) return;
        returned = true;
        try {
            rollback();
        } finally {
            if (holds) writer.pass();
            holds = false;
        }
    }
}
