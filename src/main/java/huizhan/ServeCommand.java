package huizhan;

import huizhan.database.DataFolder;
import huizhan.database.StartRefusal;
import huizhan.kernel.Lang;
import huizhan.kernel.StartWord;
import huizhan.kernel.Zone;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.springframework.boot.web.server.PortInUseException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code serve}: starts the server, prints {@code READY ADDRESS} when it answers, and goes on until SIGTERM. A desk that runs already only lets its person in again. */
@Command(name = "serve", description = "The server.")
public final class ServeCommand implements Callable<Integer> {
    private static final int USAGE = 2;
    static final String READY = "READY ";
    @Spec private CommandSpec spec = CommandSpec.create();
    @Option(names = "--port", defaultValue = "8080", description = "0 for any free one") private int port;
    @Option(names = "--host", defaultValue = "127.0.0.1", description = "the address to listen on") private String host = "127.0.0.1";
    @Option(names = "--data", paramLabel = "DIR", defaultValue = "data", description = "the data folder") private Path data = Path.of("data");
    @Option(names = "--zone", defaultValue = "", description = "open, restricted or desk; a folder keeps the one it was begun with") private String zone = "";
    @Option(names = "--config", paramLabel = "FILE", description = "a .properties or .yaml file") private Optional<Path> config = Optional.empty();
    @Option(names = "--now", paramLabel = "INSTANT", description = "where the demo clock begins, as 2015-07-10T09:00+08:00") private Optional<String> now = Optional.empty();
    @Option(names = "--demo-clock", description = "the business clock is moved, and every page says so") private boolean demoClock;
    @Option(names = "--tls-cert", paramLabel = "FILE", description = "certificate chain, PEM") private Optional<Path> tlsCert = Optional.empty();
    @Option(names = "--tls-key", paramLabel = "FILE", description = "private key, PEM") private Optional<Path> tlsKey = Optional.empty();
    @Option(names = "--behind-proxy", description = "a reverse proxy on this machine does the encryption") private boolean behindProxy;
    @Option(names = "--set", paramLabel = "NAME=VALUE", description = "a setting, as in the configuration file") private Map<String, String> more = Map.of();
    @Option(names = "--browser", description = "opens the address in this machine's browser") private boolean browser;
    @Option(names = "--lang", defaultValue = "zh", description = "zh or en") private String lang = "zh";

    /** Exit code {@link Main#STAYS} when it serves, 2 when it can't be started that way. */
    @Override public Integer call() {
        try {
            var options = options();
            options.requireSafe();
            var desk = new DeskServer(options);
            var before = desk.running();
            before.ifPresent(spec.commandLine().getOut()::println);
            var ready = before.orElseGet(() -> announce(desk.start(), spec.commandLine().getOut()));
            if (browser) Browser.open(ready.substring(READY.length()));
            return before.isPresent() ? Main.FINE : Main.STAYS;
        } catch (RuntimeException e) {
            var refusal = refusal(e, port);
            if (refusal.isEmpty()) throw e;
            spec.commandLine().getErr().println(refusal.get().text().in(Lang.of(Locale.forLanguageTag(lang))));
            return USAGE;
        }
    }

    /** Prints and gives the READY line, and prints at the first start the code that opens the set-up page. */
    static String announce(Server.Running running, PrintWriter out) {
        var words = running.context().getBeansOfType(StartWord.class).values();
        var ready = READY + running.address() + words.stream().flatMap(word -> word.entry().stream()).findFirst().orElse("");
        out.println(ready);
        words.forEach(word -> word.lines(running.address()).forEach(out::println));
        out.flush();
        return ready;
    }

    private ServeOptions options() {
        if (now.isPresent() && !demoClock) {
            throw new StartRefusal("--now 只能与 --demo-clock 一起使用。", "--now works together with --demo-clock only.");
        }
        var begin = demoClock ? Optional.of(now.map(ServeCommand::instant).orElseGet(ServeCommand::present)) : Optional.<Instant>empty();
        return new ServeOptions(port, host, data, zone(), config, begin, tlsCert, tlsKey, behindProxy, more);
    }

    /** A demo clock without a wish goes on where the folder's clock stands, else at the present. */
    private static Instant present() {
        return java.time.Clock.systemUTC().instant();
    }

    private static Instant instant(String typed) {
        try {
            return OffsetDateTime.parse(typed).toInstant();
        } catch (DateTimeException e) {
            throw new StartRefusal("--now 应写成 2015-07-10T09:00+08:00，而不是 " + typed + "。", "--now is written 2015-07-10T09:00+08:00, not " + typed + ".");
        }
    }

    private Zone zone() {
        try {
            return zone.isEmpty() ? DataFolder.zone(data).orElse(Zone.OPEN) : Zone.named(zone);
        } catch (IllegalArgumentException e) {
            throw new StartRefusal("--zone 应为 open、restricted 或 desk，而不是 " + zone + "。", "--zone is open, restricted or desk, not " + zone + ".");
        }
    }

    static Optional<StartRefusal> refusal(Throwable thrown, int port) {
        for (var each = thrown; each != null; each = each.getCause()) {
            if (each instanceof StartRefusal refusal) return Optional.of(refusal);
            if (each instanceof PortInUseException) {
                return Optional.of(new StartRefusal("端口 " + port + " 已被占用。请用 --port 指定另一个端口，0 表示任选。",
                    "Port " + port + " is taken. Name another with --port; 0 takes any free one."));
            }
        }
        return Optional.empty();
    }
}
