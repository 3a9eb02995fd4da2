package huizhan.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * An open database: its writer, its readers, and the one {@link DataSource} that routes between them. Opening brings the schema
 * up to date, or refuses a schema that this program doesn't know.
 */
public final class Database implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int READERS = 8;
    /** For each connection: with SQLite's own 2 MB, the pages of a few dozen forms push each other out. */
    private static final int CACHE_KB = 16_000;
    private final Engine engine;
    private final DataSource writer;
    private final HikariDataSource readers;
    private final DataSource routed;

    private Database(Engine engine, DataSource writer, HikariDataSource readers) {
        this.engine = engine;
        this.writer = writer;
        this.readers = readers;
        this.routed = RoutingDataSource.over(writer, readers);
    }

    /** Where a PostgreSQL database is, and how many connections each node may hold for writing and for reading. */
    public record Server(String url, String user, String password, int connections) {}

    /** Opens or makes the SQLite file. */
    public static Database sqlite(Path file) {
        Schema.migrate(Engine.SQLITE, source(file, SQLiteConfig.TransactionMode.IMMEDIATE));
        var readers = pool("readers", READERS);
        readers.setDataSource(new KeptStatements(source(file, SQLiteConfig.TransactionMode.DEFERRED)));
        readers.setConnectionInitSql("pragma query_only = on");
        var writer = new FairWriter(new KeptStatements(source(file, SQLiteConfig.TransactionMode.IMMEDIATE)), PATIENCE);
        return new Database(Engine.SQLITE, writer, new HikariDataSource(readers));
    }

    /** An SQLite file for reading only, beside a program that may be writing it. Neither made nor migrated. */
    public static DataSource reading(Path file) {
        var config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout((int) PATIENCE.toMillis());
        var source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        return source;
    }

    /**
     * Connects to a PostgreSQL database.
     *
     * @throws StartRefusal for another kind of address
     */
    public static Database postgresql(Server server) {
        if (!server.url().startsWith("jdbc:postgresql:")) {
            throw new StartRefusal("不支持的数据库地址 " + server.url() + "。请用 jdbc:postgresql://…，不填则用 SQLite。",
                "The database address " + server.url() + " is not supported. Use jdbc:postgresql://…, or leave it out for SQLite.");
        }
        var writers = pool("writers", server.connections());
        writers.setJdbcUrl(server.url());
        writers.setUsername(server.user());
        writers.setPassword(server.password());
        var writer = new HikariDataSource(writers);
        try {
            Schema.migrate(Engine.POSTGRESQL, writer);
            var readers = pool("readers", server.connections());
            readers.setJdbcUrl(server.url());
            readers.setUsername(server.user());
            readers.setPassword(server.password());
            readers.setReadOnly(true);
            readers.addDataSourceProperty("readOnlyMode", "always");
            return new Database(Engine.POSTGRESQL, writer, new HikariDataSource(readers));
        } catch (RuntimeException e) {
            writer.close();
            throw e;
        }
    }

    private static HikariConfig pool(String name, int size) {
        var config = new HikariConfig();
        config.setPoolName(name);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(PATIENCE.toMillis());
        return config;
    }

    /** SQLite as this program wants it: write-ahead log, each commit on the disk, deleted content overwritten. */
    private static SQLiteDataSource source(Path file, SQLiteConfig.TransactionMode mode) {
        var config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setTransactionMode(mode);
        config.enforceForeignKeys(true);
        // nobody asks for them, and each insert would compile and leave open a statement that does
        config.setGetGeneratedKeys(false);
        config.setBusyTimeout((int) PATIENCE.toMillis());
        config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
        config.setCacheSize(-CACHE_KB);
        var source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        return source;
    }

    /** Connections of their own beside the writer, which wait a while for readers that still look at what was before. */
    static DataSource checkpointing(Path file) {
        var source = source(file, SQLiteConfig.TransactionMode.DEFERRED);
        source.getConfig().setBusyTimeout(2_000);
        return source;
    }

    public Engine engine() {
        return engine;
    }

    /** The data source for everybody: write transactions to the writer, all else to the readers. */
    public DataSource dataSource() {
        return routed;
    }

    /** The writer itself, for statements outside any transaction: jobs. */
    DataSource writer() {
        return writer;
    }

    @Override public void close() {
        readers.close();
        try {
            if (writer instanceof AutoCloseable closeable) closeable.close();
        } catch (SQLException e) {
            throw new IllegalStateException("the database did not close", e);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
