package huizhan;

import huizhan.database.DataFolder;
import huizhan.database.StartRefusal;
import huizhan.kernel.Lang;
import huizhan.story.Cast;
import huizhan.story.Story;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code demo}: everything for a first look. The folder is filled once and used again; {@code --fresh} begins anew. */
@Command(name = "demo", description = "Starts with the 2015 call and a story in it, and prints the sign-ins.")
final class DemoCommand implements Callable<Integer> {
    private static final String ACCOUNTS = "demo-accounts.csv";
    private static final String MARK = ".huizhan-demo";
    @Spec private CommandSpec spec = CommandSpec.create();
    @Option(names = "--port", defaultValue = "8080", description = "0 for any free one") private int port;
    @Option(names = "--data", paramLabel = "DIR", defaultValue = "demo-data", description = "the data folder") private Path data = Path.of("demo-data");
    @Option(names = "--fresh", description = "throws the folder away first") private boolean fresh;
    @Option(names = "--now", defaultValue = "2015-07-10T09:00+08:00", description = "where the demo's clock begins") private String now = "";
    @Option(names = "--lang", defaultValue = "zh", description = "zh or en") private String lang = "zh";

    @Override public Integer call() throws IOException {
        try {
            return run();
        } catch (StartRefusal no) {
            spec.commandLine().getErr().println(no.text().in(Lang.of(Locale.forLanguageTag(lang))));
            return Main.USAGE;
        }
    }

    private int run() throws IOException {
        var out = spec.commandLine().getOut();
        if (fresh && Files.exists(data) && !clear()) {
            spec.commandLine().getErr().println(say("%s 不是演示数据文件夹，没有清空。请换一个文件夹。", "%s is no demo folder and was not cleared. Name another one.").formatted(data));
            return Main.USAGE;
        }
        if (!mine()) {
            spec.commandLine().getErr().println(say("%s 里已有别的内容，不能作演示数据文件夹。请用 --data 指定一个新的文件夹。", "%s holds something else already and can't be a demo folder. Name a new one with --data.").formatted(data));
            return Main.USAGE;
        }
        var clock = clock();
        if (clock.isEmpty()) {
            spec.commandLine().getErr().println(say("--now 应像 2015-07-10T09:00+08:00，而不是 %s。", "--now reads like 2015-07-10T09:00+08:00, not %s.").formatted(now));
            return Main.USAGE;
        }
        Server.Running running;
        try {
            running = Server.start(ServeOptions.local(port, data).at(clock.get()).with("huizhan.totp", "off").with("huizhan.passwords", "quick"));
        } catch (RuntimeException e) {
            var refusal = ServeCommand.refusal(e, port);
            if (refusal.isEmpty()) {
                throw e;
            }
            spec.commandLine().getErr().println(refusal.get().text().in(Lang.of(Locale.forLanguageTag(lang))));
            return Main.USAGE;
        }
        Files.writeString(data.resolve(MARK), "");
        var story = running.get(Story.class);
        if (story.isUntold()) {
            out.println(say("正在准备演示数据，约需一分钟……", "Preparing the demo; about a minute…"));
            story.tell(data.resolve("workshop"), data.resolve(ACCOUNTS), line -> out.println("  " + line));
        } else if (!Files.exists(data.resolve(ACCOUNTS))) {
            running.stop();
            spec.commandLine().getErr().println(say("%s 上次没有准备完。请加 --fresh 重新开始。", "%s was left half prepared. Begin anew with --fresh.").formatted(data));
            return Main.USAGE;
        }
        out.println("READY " + running.address());
        signIns().forEach(out::println);
        out.flush();
        return Main.STAYS;
    }

    private java.util.List<String> signIns() throws IOException {
        var lines = new java.util.ArrayList<String>();
        lines.add(say("演示账号（也在 %s 中；演示不要求两步验证）：", "Sign-ins (also in %s; the demo asks for no second factor):").formatted(data.resolve(ACCOUNTS)));
        Cast.read(data.resolve(ACCOUNTS)).forEach(each -> lines.add("  %-18s %-16s %-11s %s".formatted(each.username(), each.password(), each.role(), each.organization())));
        lines.add(say("演示密钥在 %s 中，口令在其中的 passphrase.txt。", "The demo's key files are in %s, their passphrase in passphrase.txt there.").formatted(Story.keys(data.resolve(ACCOUNTS))));
        return lines;
    }

    /** A folder that a demo made, or that holds nothing yet. */
    private boolean mine() throws IOException {
        if (!Files.isDirectory(data) || Files.exists(data.resolve(MARK))) {
            return true;
        }
        try (var inside = Files.list(data)) {
            return inside.findAny().isEmpty();
        }
    }

    private Optional<Instant> clock() {
        try {
            return Optional.of(OffsetDateTime.parse(now).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Only a folder that a demo made is ever thrown away. */
    private boolean clear() throws IOException {
        if (!Files.exists(data.resolve(MARK))) {
            return false;
        }
        // taking the lock fails where a demo still runs in it
        DataFolder.locked(data).close();
        try (var all = Files.walk(data)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
        return true;
    }

    private String say(String zh, String en) {
        return Lang.of(Locale.forLanguageTag(lang)) == Lang.EN ? en : zh;
    }
}
