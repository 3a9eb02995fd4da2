package huizhan;

import huizhan.database.DataFolder;
import huizhan.database.StartRefusal;
import huizhan.kernel.Lang;
import huizhan.kernel.Text;
import huizhan.kernel.Zone;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** A verb's work on a data folder whose server is stopped: started for it, and stopped again. */
final class ServerWork {
    @Spec(Target.MIXEE) private CommandSpec spec = CommandSpec.create();
    @Option(names = "--data", paramLabel = "DIR", defaultValue = "data", description = "the data folder") private Path data = Path.of("data");
    @Option(names = "--demo-clock", description = "for a folder whose clock is moved: it goes on from where it stood") private boolean demoClock;
    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "a setting, as for serve") private Map<String, String> settings = Map.of();
    @Option(names = "--lang", defaultValue = "zh", description = "zh or en") private String lang = "zh";

    /** What is to be done with the beans; it answers with an exit code. */
    interface Work {
        int with(Server.Running running) throws Exception;
    }

    Lang lang() {
        return switch (lang) {
            case "zh" -> Lang.ZH;
            case "en" -> Lang.EN;
            default -> throw new ParameterException(spec.commandLine(), "--lang: zh | en");
        };
    }

    Path data() {
        return data;
    }

    /** A folder that can't be opened is told on stderr: exit code 2. */
    int run(PrintWriter err, Work work) throws Exception {
        if (!Files.isDirectory(data)) {
            err.println("huizhan: " + new Text("没有数据目录 " + data + "。请用 --data 指出它在哪里。", "There is no data folder " + data + "; name it with --data.").in(lang()));
            return Main.USAGE;
        }
        Server.Running running;
        try {
            var options = ServeOptions.local(0, data).in(DataFolder.zone(data).orElse(Zone.OPEN)).with("huizhan.offline", "true");
            for (var each : settings.entrySet()) options = options.with(each.getKey(), each.getValue());
            running = Server.start(demoClock ? options.at(Instant.EPOCH) : options);
        } catch (RuntimeException e) {
            StartRefusal no = ServeCommand.refusal(e, 0).orElseThrow(() -> e);
            err.println("huizhan: " + no.text().in(lang()));
            return Main.USAGE;
        }
        try {
            return work.with(running);
        } finally {
            running.stop();
        }
    }
}
