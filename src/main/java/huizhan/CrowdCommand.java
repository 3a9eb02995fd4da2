package huizhan;

import huizhan.story.Crowd;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Fills a fresh data folder for {@code bench pages}. */
@Command(name = "crowd", hidden = true)
final class CrowdCommand implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();
    @Option(names = "--data", paramLabel = "DIR", required = true) private Path data = Path.of("data");
    @Option(names = "--now", paramLabel = "INSTANT", required = true, description = "as 2015-07-10T01:00:00Z") private String now = "";
    @Option(names = "--departments", defaultValue = "130") private int departments;
    @Option(names = "--each", defaultValue = "10") private int each;
    @Option(names = "--writers", defaultValue = "64") private int writers;

    @Override public Integer call() throws Exception {
        var running = Server.start(ServeOptions.local(0, data).at(Instant.parse(now)).with("huizhan.totp", "off").with("huizhan.offline", "true"));
        try {
            running.get(Crowd.class).fill(data.resolve("workshop"), data.resolve("accounts.csv"), new Crowd.Size(departments, each, writers),
                line -> spec.commandLine().getErr().println("  " + line));
        } finally {
            running.stop();
        }
        return Main.FINE;
    }
}
