package huizhan.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class SqliteFileTest {
    @TempDir Path temp;

    @Test void a_schema_of_a_newer_program_is_refused_and_not_touched() throws SQLException {
        var file = temp.resolve("huizhan.db");
        Database.sqlite(file).close();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file); var statement = connection.createStatement()) {
            statement.execute("insert into flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)"
                + " values (1000, '9999', 'future', 'SQL', 'V9999__future.sql', 1, 'x', 1, 1)");
        }
        assertThatThrownBy(() -> Database.sqlite(file)).isInstanceOf(StartRefusal.class).hasMessageContaining("9999");
    }

    @Test void each_commit_is_on_the_disk_and_deleted_content_is_overwritten() throws Exception {
        var file = temp.resolve("huizhan.db");
        try (var database = Database.sqlite(file)) {
            try (var connection = database.writer().getConnection(); var statement = connection.createStatement()) {
                assertThat(one(statement, "pragma journal_mode")).isEqualTo("wal");
                assertThat(one(statement, "pragma synchronous")).isEqualTo("2");
                assertThat(one(statement, "pragma secure_delete")).isEqualTo("1");
                assertThat(one(statement, "pragma foreign_keys")).isEqualTo("1");
                statement.execute("insert into audit_actor values ('1', 'mark-of-a-person-who-is-erased')");
                statement.execute("delete from audit_actor");
            }
            try (var reader = database.dataSource().getConnection(); var statement = reader.createStatement()) {
                assertThat(one(statement, "pragma query_only")).isEqualTo("1");
            }
            try (var connection = database.writer().getConnection(); var statement = connection.createStatement()) {
                statement.execute("pragma wal_checkpoint(truncate)");
            }
        }
        assertThat(new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1)).doesNotContain("mark-of-a-person");
    }

    private static String one(java.sql.Statement statement, String query) throws SQLException {
        try (var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    @Test void a_thread_that_writes_already_gets_an_error_at_once_and_another_after_its_patience() throws Exception {
        var source = new SingleConnectionDataSource("jdbc:sqlite:" + temp.resolve("w.db"), true);
        try (var writer = new FairWriter(source, Duration.ofMillis(50))) {
            var held = writer.getConnection();
            assertThatThrownBy(writer::getConnection).isInstanceOf(IllegalStateException.class).hasMessageContaining("inside the first");
            var seen = new java.util.ArrayList<Throwable>();
            var other = new Thread(() -> {
                try {
                    writer.getConnection().close();
                } catch (SQLException e) {
                    seen.add(e);
                }
            });
            other.start();
            other.join();
            assertThat(seen).singleElement().isInstanceOf(SQLTransientConnectionException.class);
            held.close();
            held.close();
            writer.getConnection().close();
            assertThatThrownBy(held::createStatement).isInstanceOf(SQLException.class);
        }
        source.destroy();
    }
}
