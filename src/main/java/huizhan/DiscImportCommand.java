package huizhan;

import huizhan.disc.DiscVerifier.Against;
import huizhan.disc.Profile;
import huizhan.ferry.Coming;
import huizhan.ferry.Deliveries;
import huizhan.ferry.ImportReport;
import huizhan.ferry.Imports;
import huizhan.kernel.Actor;
import huizhan.kernel.Role;
import huizhan.kernel.Zone;
import huizhan.keys.KeyFault;
import huizhan.keys.KeyOptions;
import huizhan.keys.PublicKeys;
import huizhan.media.Examiner;
import huizhan.opening.OpenCall;
import huizhan.organization.LocalPerson;
import huizhan.organization.cards.KeyCards;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code disc import}: 0 if all of it was taken in (or was before), 1 if nothing was, or not every department of a ferry, with each reason; while the server is stopped (C1). */
@Command(name = "import", description = "检查并导入光盘，要么全部导入，要么都不导入 / takes discs in, all or none")
final class DiscImportCommand implements Callable<Integer> {
    private static final Actor CONSOLE = new Actor(Actor.PROGRAM, "huizhan disc import", Set.of(Role.ORGANIZER), Optional.empty(), Optional.empty());
    @Spec private CommandSpec spec = CommandSpec.create();
    @Parameters(arity = "1..*", paramLabel = "IMAGE_OR_FOLDER", description = "映像、文件夹或光驱 / image, folder or drive") private List<Path> inputs = new ArrayList<>();
    @Mixin private final ServerWork server = new ServerWork();
    @Option(names = "--key", paramLabel = "FILE", description = "私钥文件，打开封装光盘 / a key file that opens sealed discs") private Optional<Path> key = Optional.empty();
    @Mixin private final KeyOptions keys = new KeyOptions();
    @Option(names = "--signer", paramLabel = "CARD", description = "签名单位的公钥卡 / whose signature the discs must bear") private List<Path> signers = new ArrayList<>();
    @Option(names = "--department", paramLabel = "CODE", description = "盘上看不出时指明部门 / whose they are, where they don't tell") private Optional<String> department = Optional.empty();
    @Option(names = "--replace", description = "在部门的工作台：本机改过的也换成光盘上的 / at a department's desk: also in place of what was changed there") private boolean replace;
    @Option(names = "--as-public", description = "在部门的工作台：本机是非公开、光盘上是公开的，改为公开 / at a department's desk: what is non-public there and public on the disc becomes public") private boolean asPublic;
    @Option(names = "--dry-run", description = "只检查，不导入 / look, and take nothing in") private boolean dry;
    @Option(names = "--json", description = "输出一个 JSON 文档 / print one JSON document") private boolean json;

    @Override public Integer call() throws Exception {
        Against against;
        try {
            against = against();
        } catch (KeyFault e) {
            spec.commandLine().getErr().println("huizhan: " + e.reason(server.lang()));
            return Main.USAGE;
        }
        return server.run(spec.commandLine().getErr(), running -> taken(running, against));
    }

    private Against against() throws KeyFault {
        var cards = new ArrayList<PublicKeys>();
        for (var signer : signers) {
            cards.add(KeyOptions.card(signer));
        }
        return new Against(Optional.of(Profile.HUIZHAN), key.isPresent() ? Optional.of(keys.keys(key.get())) : Optional.empty(), cards);
    }

    private int taken(Server.Running running, Against against) throws Exception {
        step("reading");
        try (var deliveries = Deliveries.open(inputs.stream().map(Deliveries.Input::of).toList(), against, known(running.get(KeyCards.class), against), running.get(OpenCall.class).call(), running.get(Examiner.class))) {
            step("checked");
            var imports = running.get(Imports.class);
            var look = imports.look(deliveries, department);
            var outcome = dry ? Imports.Outcome.none(look) : imports.take(me(running), deliveries, department, this::yes, this::step);
            var report = new ImportReport(look, outcome, dry, running.get(Zone.class) == Zone.DESK);
            spec.commandLine().getOut().println(json ? report.json(server.lang()) : report.text(server.lang()));
            spec.commandLine().getOut().flush();
            return outcome.objections().isEmpty() && outcome.left().isEmpty() ? Main.FINE : Main.NO;
        }
    }

    private boolean yes(Coming coming) {
        return switch (coming.how()) {
            case OPENED -> asPublic;
            case CHANGED -> replace;
            case NEW, SAME, NEWER -> true;
        };
    }

    /** The cards that the server knows, and those that were named. */
    private static Deliveries.Known known(KeyCards cards, Against against) {
        return new Deliveries.Known(Stream.concat(cards.known().stream(), against.signers().stream()).distinct().toList(), cards.openServers());
    }

    /** At a desk its one person does it. */
    private static Actor me(Server.Running running) {
        return running.get(Zone.class) == Zone.DESK ? running.get(LocalPerson.class).actor() : CONSOLE;
    }

    /** On stderr, so that stdout has the answer alone. */
    private void step(String step) {
        spec.commandLine().getErr().println("huizhan: " + step);
        spec.commandLine().getErr().flush();
    }
}
