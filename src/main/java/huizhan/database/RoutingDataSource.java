package huizhan.database;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Sends a write transaction to the writer and all else to the readers. It sits behind a lazy proxy, so the way is chosen at the
 * first statement: by then the transaction has said what it is, and a use case that refuses early never queues for the writer.
 */
final class RoutingDataSource extends AbstractDataSource {
    private final DataSource writer;
    private final DataSource readers;

    private RoutingDataSource(DataSource writer, DataSource readers) {
        this.writer = writer;
        this.readers = readers;
    }

    static DataSource over(DataSource writer, DataSource readers) {
        var lazy = new LazyConnectionDataSourceProxy();
        lazy.setDefaultAutoCommit(true);
        lazy.setDefaultTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        lazy.setTargetDataSource(new RoutingDataSource(writer, readers));
        // readers are read-only already; told so again, SQLite's driver throws, for each transaction
        lazy.setReadOnlyDataSource(readers);
        lazy.afterPropertiesSet();
        return lazy;
    }

    static boolean writing() {
        return TransactionSynchronizationManager.isActualTransactionActive()
            && !TransactionSynchronizationManager.isCurrentTransactionReadOnly();
    }

    @Override public Connection getConnection() throws SQLException {
        return (writing() ? writer : readers).getConnection();
    }

    @Override public Connection getConnection(String username, String password) throws SQLException {
        return getConnection();
    }
}
