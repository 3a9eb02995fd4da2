package huizhan.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A fresh database with the whole schema, as the program opens it. A test takes one as a parameter and says
 * {@link EachDatabase @EachDatabase}: it then runs on SQLite, and on PostgreSQL where that can be started.
 */
public final class TestDatabase implements AutoCloseable {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static @Nullable Optional<EmbeddedPostgres> postgres;
    private final Database database;
    private final Runnable cleanUp;
    private final JdbcClient client;
    private final TransactionTemplate writing;
    private final TransactionTemplate reading;

    private TestDatabase(Database database, Runnable cleanUp) {
        this.database = database;
        this.cleanUp = cleanUp;
        var template = new JdbcTemplate(database.dataSource());
        if (database.engine() == Engine.SQLITE) template.setExceptionTranslator(new SqliteErrors());
        this.client = JdbcClient.create(template);
        var manager = new JdbcTransactionManager(database.dataSource());
        this.writing = new TransactionTemplate(manager);
        this.reading = new TransactionTemplate(manager);
        this.reading.setReadOnly(true);
    }

    /** A new SQLite file in a folder of its own, removed on closing. */
    public static TestDatabase sqlite() {
        try {
            var folder = Files.createTempDirectory("huizhan-db");
            return new TestDatabase(Database.sqlite(folder.resolve("huizhan.db")), () -> remove(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A new PostgreSQL database; empty where no PostgreSQL can be started. */
    public static synchronized Optional<TestDatabase> postgresql() {
        if (postgres == null) postgres = start();
        return postgres.map(TestDatabase::fresh);
    }

    private static Optional<EmbeddedPostgres> start() {
        try {
            return Optional.of(EmbeddedPostgres.builder().setServerConfig("fsync", "off").start());
        } catch (IOException | IllegalStateException e) {
            System.err.println("PostgreSQL could not be started, its half of the tests is left out: " + e.getMessage());
            return Optional.empty();
        }
    }

    private static TestDatabase fresh(EmbeddedPostgres server) {
        var name = "test" + NUMBER.incrementAndGet();
        try (var connection = server.getPostgresDatabase().getConnection(); var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        var url = server.getJdbcUrl("postgres", name);
        return new TestDatabase(Database.postgresql(new Database.Server(url, "postgres", "postgres", 4)), () -> { });
    }

    private static void remove(Path folder) {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Engine engine() {
        return database.engine();
    }

    public Database database() {
        return database;
    }

    /** Outside a {@link #write}, it reads only. */
    public JdbcClient client() {
        return client;
    }

    /** A write transaction. */
    public <T> T write(Supplier<T> work) {
        return writing.execute(status -> work.get());
    }

    /** A write transaction without a result. */
    public void write(Runnable work) {
        writing.executeWithoutResult(status -> work.run());
    }

    /** A read transaction: one snapshot for all its statements. */
    public <T> T read(Supplier<T> work) {
        return reading.execute(status -> work.get());
    }

    @Override public String toString() {
        return engine().toString();
    }

    @Override public void close() {
        database.close();
        cleanUp.run();
    }
}
