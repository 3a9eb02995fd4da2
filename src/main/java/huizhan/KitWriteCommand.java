package huizhan;

import huizhan.call.Calls;
import huizhan.desk.DeskFolder;
import huizhan.desk.KitMaking;
import huizhan.documents.Papers;
import huizhan.kernel.Actor;
import huizhan.kernel.Lang;
import huizhan.kernel.Plain;
import huizhan.kernel.Role;
import huizhan.kernel.Text;
import huizhan.keys.KeyFault;
import huizhan.keys.KeyOptions;
import huizhan.keys.PrivateKeys;
import huizhan.kit.CoverLetter;
import huizhan.kit.KitCommand;
import huizhan.kit.KitReader;
import huizhan.kit.KitReading;
import huizhan.kit.KitWriter;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
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
 * {@code kit write}: a department's call kit out of a data folder, signed by the organizer; or, out of a department's desk or its kit, that of one of its
 * units, signed by the department (C1). Beside it goes the cover letter with the fingerprint to compare.
 */
@Command(name = "write", description = "征集包 / a call kit")
final class KitWriteCommand implements Callable<Integer> {
    private static final Actor CONSOLE = new Actor(Actor.PROGRAM, "huizhan kit", Set.of(Role.ORGANIZER), Optional.empty(), Optional.empty());
    @Spec private CommandSpec spec = CommandSpec.create();
    @Option(names = "--department", paramLabel = "CODE", description = "the department's code") private Optional<String> department = Optional.empty();
    @Option(names = "--unit", paramLabel = "NAME", description = "one of the department's units; the key is then the department's") private Optional<String> unit = Optional.empty();
    @Option(names = "--from", paramLabel = "KIT", description = "the department's kit, where there is no desk on this machine") private Optional<Path> from = Optional.empty();
    @Option(names = "--key", paramLabel = "FILE", required = true, description = "the key file of whoever signs") private Path key = Path.of("");
    @Option(names = "--out", paramLabel = "DIR", required = true, description = "where the kit goes") private Path out = Path.of("");
    @Mixin private final KeyOptions keys = new KeyOptions();
    @Mixin private final ServerWork server = new ServerWork();

    @Override public Integer call() throws Exception {
        if (unit.isPresent() == department.isPresent()) {
            throw new ParameterException(spec.commandLine(), "name --department for the organizer's kit, or --unit for one of a department's units");
        }
        var lang = server.lang();
        PrivateKeys signer;
        try {
            signer = keys.keys(key);
        } catch (KeyFault e) {
            return refuse(e.reason(lang));
        }
        if (unit.isPresent()) return ofUnit(unit.get().strip(), signer, lang);
        return server.run(spec.commandLine().getErr(), running -> {
            var made = running.get(KitMaking.class).make(CONSOLE, department.get(), signer);
            if (made.kit().isEmpty()) return no(made.refusal().orElseThrow(), lang);
            return write("huizhan-kit-" + department.get(), made.kit().get(), lang);
        });
    }

    private int ofUnit(String name, PrivateKeys signer, Lang lang) throws IOException {
        if (name.isEmpty() || name.length() > 100 || !name.equals(Plain.line(name))) return refuse(new Text("单位名称应为一行，至多 100 字。", "The unit's name is one line of at most 100 letters.").in(lang));
        Optional<KitReading> read;
        try {
            read = from.isPresent() ? Optional.of(KitReader.read(from.get(), Optional.empty())) : DeskFolder.in(server.data()).reading();
        } catch (IOException e) {
            return refuse(new Text("“" + from.orElseThrow() + "”读不出来。", from.orElseThrow() + " can't be read.").in(lang));
        }
        if (read.isEmpty()) return refuse(new Text("这里没有工作台的征集包；请用 --from 指出组织单位发来的征集包。", "There is no desk with a kit here; name the organizer's kit with --from.").in(lang));
        if (!read.get().holds()) {
            read.get().defects().forEach(each -> spec.commandLine().getErr().println("✗ " + each.in(lang)));
            return Main.NO;
        }
        var kit = KitWriter.forUnit(read.get(), name, signer, Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS));
        return write("huizhan-kit-" + read.get().kit().orElseThrow().department().code() + "-" + name.replaceAll("[^\\p{L}\\p{N}]", "_"), kit, lang);
    }

    private int write(String name, byte[] kit, Lang lang) throws IOException {
        Files.createDirectories(out);
        var file = out.resolve(name + ".zip");
        try {
            Files.write(file, kit, StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            return refuse(new Text("“" + file + "”已经有了，没有覆盖。", file + " is there already and was not overwritten.").in(lang));
        }
        var lines = spec.commandLine().getOut();
        var read = KitReader.read(kit, Optional.empty());
        var made = read.kit().orElseThrow();
        var letter = out.resolve(name + "-letter.pdf");
        Files.write(letter, Papers.bundled().notice(CoverLetter.of(made, Calls.of(made.call(), read.call()).title().zh()), Lang.ZH));
        KitCommand.described(made, lang).forEach(lines::println);
        lines.println(file);
        lines.println(letter);
        lines.flush();
        return Main.FINE;
    }

    private int no(Text why, Lang lang) {
        spec.commandLine().getErr().println("huizhan: " + why.in(lang));
        return Main.NO;
    }

    private int refuse(String why) {
        spec.commandLine().getErr().println("huizhan: " + why);
        return Main.USAGE;
    }
}
