package huizhan.folder;

import huizhan.call.Call;
import huizhan.call.CallFault;
import huizhan.call.Calls;
import huizhan.kernel.Lang;
import huizhan.kernel.Plain;
import huizhan.kernel.Zone;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** What every verb over a folder takes: the call that it answers, and the language. */
final class CommonOptions {
    static final int FINE = 0;
    static final int NO = 1;
    static final int UNREADABLE = 2;

    @Spec(Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();
    @Option(names = "--call", paramLabel = "ID|DIR", defaultValue = Calls.FIRST, description = "征集的编号或文件夹 / a call's id or its folder")
    private String call = Calls.FIRST;
    @Option(names = "--lang", paramLabel = "zh|en", defaultValue = "zh", description = "语言 / language")
    private String language = "zh";

    Call call() throws FolderFault {
        try {
            return folder().isPresent() ? Calls.in(folder().get().toAbsolutePath().normalize()) : Calls.bundled(call);
        } catch (CallFault e) {
            throw new FolderFault("征集数据不能用：" + e.getMessage(), e.getMessage());
        }
    }

    private Optional<Path> folder() {
        try {
            return Optional.of(Path.of(call)).filter(path -> Files.isRegularFile(path.resolve("call.yaml")));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    Lang lang() {
        return switch (language) {
            case "zh" -> Lang.ZH;
            case "en" -> Lang.EN;
            default -> throw new ParameterException(spec.commandLine(), "--lang: zh | en");
        };
    }

    Optional<Zone> zone(String name) {
        try {
            return name.isEmpty() ? Optional.empty() : Optional.of(Zone.named(name));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--zone: open | restricted | desk");
        }
    }

    void print(String text) {
        spec.commandLine().getOut().println(text);
        spec.commandLine().getOut().flush();
    }

    /** One line on stderr, and the exit code for what can't be read. */
    int refuse(FolderFault fault) {
        spec.commandLine().getErr().println("huizhan: " + Plain.line(fault.reason(lang())));
        spec.commandLine().getErr().flush();
        return UNREADABLE;
    }
}
