package huizhan.audit;

import static org.assertj.core.api.Assertions.assertThat;

import huizhan.database.Database;
import huizhan.database.TestDatabase;
import huizhan.kernel.Actor;
import huizhan.kernel.Clocks;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import picocli.CommandLine;

class AuditCommandTest {
    @TempDir Path data;

    private String run(int expected, String... more) {
        var out = new StringWriter();
        var line = new CommandLine(new AuditCommand()).setOut(new PrintWriter(out)).setErr(new PrintWriter(out, true));
        var words = new java.util.ArrayList<>(List.of("verify", "--data", data.toString()));
        words.addAll(List.of(more));
        assertThat(line.execute(words.toArray(String[]::new))).isEqualTo(expected);
        return out.toString();
    }

    private Head write(int entries) {
        try (var database = Database.sqlite(data.resolve("huizhan.db"))) {
            var manager = new JdbcTransactionManager(database.dataSource());
            var sql = new AuditSql(JdbcClient.create(database.dataSource()));
            var sealer = new Sealer(sql, Clocks.real(), manager);
            var audit = new Audit(sql, Clocks.real(), sealer, manager);
            for (var i = 0; i < entries; i++) {
                new TransactionTemplate(manager).executeWithoutResult(status -> audit.record(Actor.program(), "a.b", "c", Map.of()));
            }
            sealer.sealAll();
            return audit.head();
        }
    }

    @Test void a_whole_chain_is_exit_code_0_with_its_head_and_beside_an_open_database_too() {
        var head = write(3);
        assertThat(run(0)).contains("共 3 条", head.toString());
        assertThat(run(0, "--json")).isEqualTo("{\"head\":\"" + head + "\",\"holds\":true,\"sealed\":3,\"waiting\":0}" + System.lineSeparator());
        try (var open = Database.sqlite(data.resolve("huizhan.db"))) {
            assertThat(open).isNotNull();
            assertThat(run(0, "--head", head.toString())).contains("共 3 条");
        }
    }

    @Test void the_first_broken_link_is_exit_code_1_and_named() throws Exception {
        var head = write(3);
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("huizhan.db")); var statement = connection.createStatement()) {
            statement.execute("drop trigger audit_entry_is_sealed_once");
            statement.execute("update audit_entry set what = 'other' where seq = 2");
        }
        assertThat(run(1)).contains("第 2 条（other）的内容被改动");
        assertThat(run(1, "--lang", "en")).contains("Entry 2 (other) was altered.");
        assertThat(run(1, "--head", head.toString(), "--json")).contains("\"holds\":false");
    }

    @Test void a_printed_head_that_is_not_in_the_chain_is_exit_code_1() {
        write(2);
        assertThat(run(1, "--head", "2:" + "ab".repeat(32))).contains("第 2 条与纸上的链首不符");
        assertThat(run(1, "--head", "3:" + "ab".repeat(32))).contains("纸上的链首是第 3 条");
    }

    @Test void nothing_to_read_or_a_head_that_is_none_is_exit_code_2() throws Exception {
        assertThat(run(2)).contains("没有数据库");
        write(1);
        assertThat(run(2, "--head", "x")).contains("--head");
        Files.createDirectories(data.resolve("sub"));
    }

    @Test void a_cell_that_a_spreadsheet_would_take_for_a_formula_is_defused() {
        assertThat(AuditExport.row(List.of("=HYPERLINK(\"x\")", "+1", "-1", "@a", "\tb", "plain", "a,b", "a\"b", ""))).isEqualTo(
            "\"'=HYPERLINK(\"\"x\"\")\",'+1,'-1,'@a,'\tb,plain,\"a,b\",\"a\"\"b\",\r\n");
    }

    @Test void entries_of_one_millisecond_are_sealed_in_their_order() {
        try (var db = TestDatabase.sqlite()) {
            var clock = java.time.Clock.fixed(java.time.Instant.EPOCH.plusSeconds(1), java.time.ZoneOffset.UTC);
            var manager = new JdbcTransactionManager(db.database().dataSource());
            var sql = new AuditSql(db.client());
            var sealer = new Sealer(sql, new Clocks(clock, clock, false), manager);
            var audit = new Audit(sql, new Clocks(clock, clock, false), sealer, manager);
            db.write(() -> {
                for (var i = 0; i < 100; i++) audit.record(Actor.program(), "a.b", "s" + i, Map.of());
            });
            sealer.sealAll();
            assertThat(sql.sealedAfter(0, 200)).extracting(Entry::subject).containsExactlyElementsOf(java.util.stream.IntStream.range(0, 100).mapToObj(i -> "s" + i).toList());
        }
    }
}
