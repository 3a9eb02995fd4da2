package huizhan.audit;

import huizhan.database.DataFolder;
import huizhan.database.Database;
import huizhan.database.StartRefusal;
import huizhan.kernel.Lang;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code audit verify}: walks the chain of a data folder, beside a running server too. */
@Command(name = "audit", description = "The audit trail.", subcommands = AuditCommand.Verify.class)
public final class AuditCommand implements Runnable {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Override public void run() {
        spec.commandLine().usage(spec.commandLine().getErr());
        throw new picocli.CommandLine.ParameterException(spec.commandLine(), "audit verify");
    }

    /** Exit code 0 when every link holds, 1 at the first that doesn't, 2 when there is nothing to read. */
    @Command(name = "verify", description = "Walks the chain and names the first broken link.")
    static final class Verify implements Callable<Integer> {
        @Spec private CommandSpec spec = CommandSpec.create();
        @Option(names = "--data", paramLabel = "DIR", defaultValue = "data", description = "the data folder") private Path data = Path.of("data");
        @Option(names = "--head", paramLabel = "N:SHA256", description = "a head printed on a receipt or back-up") private Optional<String> head = Optional.empty();
        @Option(names = "--json", description = "one JSON document on stdout") private boolean json;
        @Option(names = "--lang", defaultValue = "zh", description = "zh or en") private String lang = "zh";

        @Override public Integer call() {
            var language = Lang.of(Locale.forLanguageTag(lang));
            try (var folder = DataFolder.shared(data)) {
                if (!Files.exists(folder.database())) {
                    throw new StartRefusal("数据文件夹 " + folder.root() + " 中没有数据库。", "There is no database in " + folder.root() + ".");
                }
                var verdict = verify(folder, head.map(Head::parse));
                print(verdict, language, spec.commandLine().getOut());
                return verdict.holds() ? 0 : 1;
            } catch (StartRefusal e) {
                spec.commandLine().getErr().println(e.text().in(language));
            } catch (IllegalArgumentException e) {
                spec.commandLine().getErr().println("--head: " + e.getMessage());
            }
            return 2;
        }

        private static Verification.Verdict verify(DataFolder folder, Optional<Head> printed) {
            var source = Database.reading(folder.database());
            var snapshot = new TransactionTemplate(new JdbcTransactionManager(source));
            var sql = new AuditSql(JdbcClient.create(source));
            var verdict = snapshot.execute(status -> Verification.of(sql, printed));
            if (verdict == null) throw new IllegalStateException("no verdict");
            return verdict;
        }

        private void print(Verification.Verdict verdict, Lang language, PrintWriter out) {
            var broken = verdict.broken().map(text -> text.in(language));
            if (json) {
                var document = new java.util.LinkedHashMap<String, Object>();
                document.put("holds", verdict.holds());
                document.put("sealed", verdict.sealed());
                document.put("waiting", verdict.waiting());
                document.put("head", verdict.head().toString());
                broken.ifPresent(text -> document.put("broken", text));
                out.println(CanonicalDetails.json(document));
            } else if (broken.isPresent()) {
                out.println(broken.get());
            } else {
                out.println(language == Lang.ZH ? "审计链完好：共 " + verdict.sealed() + " 条，链首 " + verdict.head() + "，待封 " + verdict.waiting() + " 条。"
                    : "The chain holds: " + verdict.sealed() + " entries, head " + verdict.head() + ", " + verdict.waiting() + " not sealed yet.");
            }
            out.flush();
        }
    }
}
