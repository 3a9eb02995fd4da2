package huizhan;

import huizhan.disc.Capacity;
import huizhan.ferry.crossing.CrossingMaking;
import huizhan.ferry.crossing.Crossings;
import huizhan.ferry.crossing.Ferry;
import huizhan.kernel.Actor;
import huizhan.kernel.Lang;
import huizhan.kernel.Role;
import huizhan.kernel.Text;
import huizhan.web.Dates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code disc write --all}: what was signed off since the last ferry, on signed discs for the restricted server, while this one is
 * stopped (C1, B9). 0 also where nothing is new; 1 where something could not be carried or the disk is full; called again it goes on.
 */
@Command(name = "write", description = "上次摆渡以后新签发的推荐，写成签名的摆渡盘 / a ferry for the restricted server", mixinStandardHelpOptions = true)
final class FerryCommand implements Callable<Integer> {
    private static final Actor CONSOLE = new Actor(Actor.PROGRAM, "huizhan disc write", Set.of(Role.ORGANIZER), Optional.empty(), Optional.empty());
    @Spec private CommandSpec spec = CommandSpec.create();
    @Option(names = "--all", required = true, description = "全部还没有摆渡的推荐 / everything that has not gone yet") private boolean all;
    @Mixin private final ServerWork server = new ServerWork();
    @Option(names = "--out", paramLabel = "DIR", required = true, description = "映像放在哪里 / where the images go") private Path out = Path.of("discs");
    @Option(names = "--capacity", paramLabel = "cd|dvd|bd|BYTES", defaultValue = "dvd", description = "光盘容量 / how much a disc takes") private String capacity = "dvd";
    @Option(names = "--whole", description = "已经摆渡过的也再写 / what went before, too") private boolean whole;
    @Option(names = "--again", paramLabel = "N", description = "第 N 次摆渡的盘丢了，重写 / ferry N once more") private Optional<Integer> again = Optional.empty();

    /** Whether the words of {@code disc write} ask for this one. */
    static boolean asked(String... words) {
        return java.util.Arrays.asList(words).contains("--all");
    }

    @Override public Integer call() throws Exception {
        Capacity size;
        try {
            size = Capacity.named(capacity);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--capacity: cd | dvd | bd | BYTES");
        }
        if (whole && again.isPresent()) throw new ParameterException(spec.commandLine(), "--whole, --again: one of them");
        return server.run(spec.commandLine().getErr(), running -> ferry(running, size));
    }

    private int ferry(Server.Running running, Capacity size) throws IOException {
        var crossings = running.get(Crossings.class);
        if (!crossings.sends()) {
            return told(Main.NO, "只有公开网服务器写摆渡盘。", "Only the open server writes ferries.");
        }
        if (again.isPresent() && crossings.all().stream().noneMatch(each -> each.number() == again.get())) {
            return told(Main.NO, "没有第 " + again.get() + " 次摆渡。", "There is no ferry " + again.get() + ".");
        }
        boolean goesOn = again.isEmpty() && crossings.unfinished().isPresent();
        var ferry = again.isPresent() ? Optional.of(crossings.again(CONSOLE, again.get())) : crossings.begin(CONSOLE, size, whole);
        if (ferry.isEmpty()) return nothing(crossings.all().stream().findFirst());
        if (goesOn) told(Main.FINE, "第 " + ferry.get().number() + " 次摆渡还没有写完，接着写。", "Ferry " + ferry.get().number() + " isn't complete; it goes on.");
        return written(running.get(CrossingMaking.class), crossings, ferry.get());
    }

    private int nothing(Optional<Ferry> last) {
        return last.isEmpty() ? told(Main.NO, "没有已签发的推荐。", "No nomination there is signed off.")
            : told(Main.FINE, "没有新的内容：上次摆渡是第 %d 次，%s。".formatted(last.get().number(), Dates.moment(Lang.ZH, last.get().started())),
                "Nothing is new: the last ferry was number %d, %s.".formatted(last.get().number(), Dates.moment(Lang.EN, last.get().started())));
    }

    private int written(CrossingMaking making, Crossings crossings, Ferry ferry) throws IOException {
        Files.createDirectories(out);
        var meter = new Meter(spec.commandLine().getErr());
        CrossingMaking.Result result;
        try {
            result = making.make(CONSOLE, ferry, out, meter::at);
        } catch (IOException e) {
            meter.end();
            spec.commandLine().getErr().println("huizhan: " + e.getMessage());
            return told(Main.NO, "第 " + ferry.number() + " 次摆渡没有写完。写完的都留着，处理后再运行一次会接着写。", "Ferry " + ferry.number() + " isn't complete. What is stays; mend it and call again, and it goes on.");
        }
        meter.end();
        var lines = spec.commandLine().getOut();
        result.images().forEach(each -> lines.println("%s  %d  tagmanifest-sha256 %s".formatted(each.path(), each.bytes(), each.digest())));
        result.left().forEach(each -> lines.println(each.receipt() + "  " + each.why()));
        var card = making.card();
        told(Main.FINE, "第 %d 次摆渡：推荐 %d 份，光盘 %d 张。签名：%s，公钥指纹 %s。".formatted(ferry.number(), result.carried(), result.images().size(), card.holder(), card.fingerprint().grouped()),
            "Ferry %d: %d nominations on %d discs. Signed by %s, fingerprint %s.".formatted(ferry.number(), result.carried(), result.images().size(), card.holder(), card.fingerprint().grouped()));
        int later = crossings.waiting().size() - result.left().size();
        if (later > 0) told(Main.FINE, "另有 " + later + " 份推荐是这次摆渡开始以后签发的，下次再写。", later + " were signed off since this ferry began; the next one carries them.");
        return result.left().isEmpty() ? Main.FINE : Main.NO;
    }

    private int told(int code, String zh, String en) {
        spec.commandLine().getOut().println(new Text(zh, en).in(server.lang()));
        spec.commandLine().getOut().flush();
        return code;
    }
}
