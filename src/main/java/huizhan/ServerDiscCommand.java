package huizhan;

import huizhan.disc.Capacity;
import huizhan.kernel.Lang;
import huizhan.nomination.DiscMaking;
import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code disc write --nomination ID}: a signed-off nomination of a data folder as discs, while its server is stopped (B9, A12). */
@Command(name = "write", description = "A signed-off nomination of a data folder as disc images.")
final class ServerDiscCommand implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();
    @Option(names = "--nomination", paramLabel = "ID", required = true, description = "one nomination") private UUID nomination = new UUID(0, 0);
    @Mixin private final ServerWork server = new ServerWork();
    @Option(names = "--out", paramLabel = "DIR", required = true, description = "where the images go") private Path out = Path.of("discs");
    @Option(names = "--capacity", paramLabel = "cd|dvd|bd|BYTES", defaultValue = "dvd", description = "how much a disc takes") private String capacity = "dvd";

    /** Whether the words of {@code disc write} ask for this one rather than for a folder. */
    static boolean asked(String... words) {
        return java.util.Arrays.stream(words).anyMatch(word -> word.equals("--nomination") || word.startsWith("--nomination="));
    }

    @Override public Integer call() throws Exception {
        Capacity size;
        try {
            size = Capacity.named(capacity);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--capacity: cd | dvd | bd | BYTES");
        }
        return server.run(spec.commandLine().getErr(), running -> write(running, size));
    }

    private int write(Server.Running running, Capacity size) throws IOException {
        var lines = spec.commandLine().getOut();
        int code = Main.FINE;
        var written = running.get(DiscMaking.class).write(java.util.Optional.of(nomination), out, size);
        for (var each : written) {
            for (var image : each.result().images()) {
                lines.println("%s  %s  %d  tagmanifest-sha256 %s".formatted(each.receipt(), image.path(), image.bytes(), image.digest()));
            }
            for (var defect : each.result().defects()) {
                lines.println(each.receipt() + "  " + defect.line(server.lang()));
                code = Main.NO;
            }
        }
        if (written.isEmpty()) {
            lines.println(server.lang() == Lang.EN ? "That nomination is not signed off." : "这份推荐没有签发。");
            code = Main.NO;
        }
        return code;
    }
}
