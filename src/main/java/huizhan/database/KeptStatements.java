package huizhan.database;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.apache.commons.dbcp2.DelegatingPreparedStatement;
import org.apache.commons.dbcp2.PStmtKey;
import org.apache.commons.dbcp2.PoolingConnection;
import org.apache.commons.pool2.PooledObject;
import org.apache.commons.pool2.impl.GenericKeyedObjectPool;
import org.apache.commons.pool2.impl.GenericKeyedObjectPoolConfig;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * Connections that keep their prepared statements: SQLite's driver compiles a statement each time it is prepared, which takes longer than
 * running most of ours. A statement given back has no parameters and no open result left (ADR 0027).
 */
final class KeptStatements extends AbstractDataSource {
    /** More than the program's pages have; the one that was used longest ago goes first. */
    private static final int MOST = 400;
    private final DataSource source;

    KeptStatements(DataSource source) {
        this.source = source;
    }

    @Override public Connection getConnection() throws SQLException {
        var connection = new Keeping(source.getConnection());
        connection.setStatementPool(new GenericKeyedObjectPool<>(connection, config()));
        return connection;
    }

    @Override public Connection getConnection(String username, String password) throws SQLException {
        return getConnection();
    }

    /** A statement has no limits left of the transaction that used it last. */
    private static final class Keeping extends PoolingConnection {

        Keeping(Connection connection) {
            super(connection);
        }

        @Override public void passivateObject(PStmtKey key, PooledObject<DelegatingPreparedStatement> kept) throws SQLException {
            super.passivateObject(key, kept);
            // a statement that was given back answers its holder no more, the one beneath does
            var statement = kept.getObject().getDelegate();
            statement.setQueryTimeout(0);
            statement.setMaxRows(0);
            statement.setFetchSize(0);
        }
    }

    private static GenericKeyedObjectPoolConfig<DelegatingPreparedStatement> config() {
        var config = new GenericKeyedObjectPoolConfig<DelegatingPreparedStatement>();
        config.setMaxTotal(MOST);
        config.setMaxTotalPerKey(-1);
        config.setMaxIdlePerKey(1);
        config.setBlockWhenExhausted(false);
        config.setJmxEnabled(false);
        return config;
    }
}
