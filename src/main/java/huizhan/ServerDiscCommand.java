package huizhan;

import huizhan.disc.Capacity;
import huizhan.kernel.Lang;
import huizhan.nomination.DiscMaking;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code disc write --nomination ID | --all}: the signed-off nominations of a data folder as discs, while its server is stopped (B9, A12). */
@Command(name = "write", description = "Signed-off nominations of a data folder as disc images.")
final class ServerDiscCommand implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();
    @Option(names = "--nomination", paramLabel = "ID", description = "one nomination") private Optional<UUID> nomination = Optional.empty();
    @Option(names = "--all", description = "every nomination that is signed off") private boolean all;
    @Mixin private final ServerWork server = new ServerWork();
    @Option(names = "--out", paramLabel = "DIR", required = true, description = "where the images go") private Path out = Path.of("discs");
    @Option(names = "--capacity", paramLabel = "cd|dvd|bd|BYTES", defaultValue = "dvd", description = "how much a disc takes") private String capacity = "dvd";

    /** Whether the words of {@code disc write} ask for this one rather than for a folder. */
    static boolean asked(String... words) {
        return java.util.Arrays.stream(words).anyMatch(word -> word.equals("--all") || word.equals("--nomination") || word.startsWith("--nomination="));
    }

    @Override public Integer call() throws Exception {
        if (all == nomination.isPresent()) {
            throw new ParameterException(spec.commandLine(), "name one nomination, or --all");
        }
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
        var written = running.get(DiscMaking.class).write(nomination, out, size);
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
            lines.println(server.lang() == Lang.EN ? "No nomination there is signed off." : "没有已签发的推荐。");
            code = Main.NO;
        }
        return code;
    }
}
