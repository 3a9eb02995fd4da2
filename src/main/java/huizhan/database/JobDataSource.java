package huizhan.database;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/**
 * What the job library gets: inside a write transaction that transaction's own connection (a second writer would wait for the
 * first for ever), outside one the writer with autocommit.
 */
final class JobDataSource extends AbstractDataSource {
    private final DataSource joined;
    private final DataSource writer;

    JobDataSource(Database database) {
        this.joined = new TransactionAwareDataSourceProxy(database.dataSource());
        this.writer = database.writer();
    }

    @Override public Connection getConnection() throws SQLException {
        return (RoutingDataSource.writing() ? joined : writer).getConnection();
    }

    @Override public Connection getConnection(String username, String password) throws SQLException {
        return getConnection();
    }
}
