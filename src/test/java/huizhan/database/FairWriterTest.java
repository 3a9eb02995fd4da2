package huizhan.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteCommitListener;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteDataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Many who write into one SQLite file: whose commit has returned is on the disk, and those who wait for one another share a commit. */
class FairWriterTest {
    @TempDir Path folder;
    private final AtomicInteger commits = new AtomicInteger();
    private final ExecutorService people = Executors.newCachedThreadPool();
    private FairWriter writer;
    private JdbcTemplate sql;
    private JdbcTemplate other;
    private TransactionTemplate transaction;

    @BeforeEach void open() {
        other = new JdbcTemplate(file());
        other.execute("create table line (id integer primary key, text text not null unique, of integer references line (id) deferrable initially deferred)");
        writer = new FairWriter(new KeptStatements(counted(file())), Duration.ofSeconds(20), Duration.ofMinutes(1));
        sql = new JdbcTemplate(writer);
        transaction = new TransactionTemplate(new JdbcTransactionManager(writer));
    }

    @AfterEach void close() throws SQLException {
        people.shutdownNow();
        writer.close();
    }

    private SQLiteDataSource file() {
        var config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        config.enforceForeignKeys(true);
        config.setGetGeneratedKeys(false);
        config.setBusyTimeout(50);
        var source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + folder.resolve("lines.db"));
        return source;
    }

    private DataSource counted(DataSource source) {
        return new AbstractDataSource() {
            @Override public Connection getConnection() throws SQLException {
                var connection = source.getConnection();
                connection.unwrap(SQLiteConnection.class).addCommitListener(new SQLiteCommitListener() {
                    @Override public void onCommit() {
                        commits.incrementAndGet();
                    }

                    @Override public void onRollback() {}
                });
                return connection;
            }

            @Override public Connection getConnection(String username, String password) throws SQLException {
                return getConnection();
            }
        };
    }

    private void write(String text) {
        transaction.executeWithoutResult(status -> sql.update("insert into line (text) values (?)", text));
    }

    private boolean there(String text) {
        return other.queryForObject("select count(*) from line where text = ?", Integer.class, text) == 1;
    }

    /** They all wait while this thread has the writer without writing anything, then go one after the other. */
    private List<Future<Boolean>> inARow(List<Callable<Boolean>> works) throws SQLException {
        var begun = new ArrayList<Future<Boolean>>();
        try (var held = writer.getConnection()) {
            assertThat(held.isClosed()).isFalse();
            for (var work : works) {
                begun.add(people.submit(work));
                waiting(begun.size());
            }
        }
        return begun;
    }

    private void waiting(int wanted) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (writer.waiting() < wanted) {
            assertThat(System.nanoTime()).as("they queue").isLessThan(end);
            Thread.yield();
        }
    }

    @Test void a_commit_that_has_returned_is_seen_by_everybody_and_those_who_wait_share_one() throws Exception {
        var works = new ArrayList<Callable<Boolean>>();
        for (int i = 0; i < 24; i++) {
            var name = "person " + i;
            works.add(() -> {
                boolean all = true;
                for (int line = 0; line < 40; line++) {
                    write(name + " line " + line);
                    all &= there(name + " line " + line);
                }
                return all;
            });
        }
        for (var each : inARow(works)) {
            assertThat(each.get(60, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(other.queryForObject("select count(*) from line", Integer.class)).isEqualTo(24 * 40);
        assertThat(commits.get()).isLessThan(24 * 40 / 2);
    }

    @Test void who_fails_takes_nobody_along() throws Exception {
        var done = inARow(List.of(() -> {
            write("before");
            return true;
        }, () -> {
            transaction.executeWithoutResult(status -> {
                sql.update("insert into line (text) values ('half')");
                assertThatThrownBy(() -> sql.update("insert into line (text) values ('before')")).hasMessageContaining("UNIQUE");
                status.setRollbackOnly();
            });
            return true;
        }, () -> {
            write("after");
            return true;
        }));
        for (var each : done) {
            assertThat(each.get(20, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(other.queryForList("select text from line order by id", String.class)).containsExactly("before", "after");
    }

    @Test void a_statement_without_a_transaction_is_on_the_disk_at_once() throws Exception {
        var done = inARow(List.of(() -> {
            write("before");
            return true;
        }, () -> {
            sql.update("insert into line (text) values ('alone')");
            return there("before") && there("alone");
        }, () -> {
            write("after");
            return there("after");
        }));
        for (var each : done) {
            assertThat(each.get(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test void nobody_who_shared_a_commit_that_failed_is_told_that_all_is_well() throws SQLException {
        var done = inARow(List.of(() -> {
            write("before");
            return true;
        }, () -> {
            transaction.executeWithoutResult(status -> sql.update("insert into line (text, of) values ('orphan', 99)"));
            return true;
        }));
        assertThat(done).allSatisfy(each -> assertThatThrownBy(() -> each.get(20, TimeUnit.SECONDS)).isInstanceOf(ExecutionException.class));
        assertThat(other.queryForList("select text from line", String.class)).doesNotContain("before", "orphan");
        write("the writer goes on");
        assertThat(there("the writer goes on")).isTrue();
    }

    @Test void after_a_transaction_that_could_not_begin_the_next_one_is_one() throws SQLException {
        try (var outside = file().getConnection(); var statement = outside.createStatement()) {
            statement.execute("begin immediate");
            assertThatThrownBy(() -> write("locked out")).hasMessageContaining("BUSY");
            statement.execute("rollback");
        }
        transaction.executeWithoutResult(status -> {
            sql.update("insert into line (text) values ('taken back')");
            status.setRollbackOnly();
        });
        assertThat(there("taken back")).isFalse();
        write("kept");
        assertThat(there("kept")).isTrue();
    }

    @Test void a_statement_that_is_kept_has_nothing_left_of_its_last_use() throws SQLException {
        write("one");
        write("two");
        var source = new KeptStatements(file());
        try (var connection = source.getConnection()) {
            try (var first = connection.prepareStatement("select text from line where text <> ?")) {
                first.setString(1, "zero");
                first.setMaxRows(1);
                first.setQueryTimeout(1);
                assertThat(first.executeQuery().next()).isTrue();
            }
            try (var second = connection.prepareStatement("select text from line where text <> ?")) {
                assertThat(second.getQueryTimeout()).isZero();
                assertThat(second.getMaxRows()).isZero();
                try (var rows = second.executeQuery()) {
                    assertThat(rows.next()).as("the parameter of the last use").isFalse();
                }
            }
            try (var statement = connection.createStatement()) {
                statement.execute("vacuum");
            }
        }
    }

    @Test void who_is_alone_waits_for_nobody() {
        write("alone");
        assertThat(there("alone")).isTrue();
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
            sql.update("insert into line (text) values ('gone')");
            throw new IllegalStateException("changed their mind");
        })).hasMessage("changed their mind");
        assertThat(there("gone")).isFalse();
        write("again");
        assertThat(there("again")).isTrue();
    }

    @Test void a_connection_begins_anew_after_its_commit() throws SQLException {
        try (var connection = writer.getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.executeUpdate("insert into line (text) values ('one')");
            }
            connection.commit();
            assertThat(there("one")).isTrue();
            try (var statement = connection.createStatement()) {
                statement.executeUpdate("insert into line (text) values ('two')");
            }
            connection.rollback();
            try (var statement = connection.createStatement()) {
                statement.executeUpdate("insert into line (text) values ('three')");
            }
        }
        assertThat(other.queryForList("select text from line", String.class)).containsExactly("one");
    }
}
