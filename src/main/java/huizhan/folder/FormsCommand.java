package huizhan.folder;

import huizhan.documents.PaperFormat;
import huizhan.documents.Papers;
import huizhan.kernel.Lang;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code forms}: prints the annexes and statements of a folder of material (B2). */
@Command(name = "forms", description = "从材料文件夹生成汇总表、登记表和文字说明 / prints annexes and statements", mixinStandardHelpOptions = true)
public final class FormsCommand implements Callable<Integer> {
    private final Clock clock;
    @Spec
    private CommandSpec spec = CommandSpec.create();
    @Mixin
    private final CommonOptions options = new CommonOptions();
    @Parameters(paramLabel = "FOLDER", description = "材料文件夹 / the folder")
    private Path folder = Path.of(".");
    @Option(names = "--out", paramLabel = "DIR", required = true, description = "放在哪里 / where to")
    private Path out = Path.of("forms");
    @Option(names = "--format", paramLabel = "pdf,docx,ofd", split = ",", defaultValue = "pdf,docx", description = "格式 / formats")
    private List<String> formats = new ArrayList<>();

    /** With the machine's clock. */
    public FormsCommand() {
        this(Clock.systemUTC());
    }

    FormsCommand(Clock clock) {
        this.clock = clock;
    }

    @Override public Integer call() throws IOException {
        var asked = formats.stream().map(each -> PaperFormat.of(each)
            .orElseThrow(() -> new ParameterException(spec.commandLine(), "--format: pdf,docx,ofd"))).distinct().toList();
        var lang = options.lang();
        try {
            var call = options.call();
            var read = FolderReader.read(folder, call, FolderReader.Look.DIGESTS);
            var set = new PaperSet(read.material(), call, path -> open(read, path), List.of(), LocalDate.ofInstant(clock.instant(), call.deadline().zone()), Papers.bundled()).in(asked);
            for (var paper : set) {
                var target = out.resolve(paper.path());
                Files.createDirectories(target.toAbsolutePath().getParent());
                Files.write(target, paper.bytes());
                options.print(target.toString());
            }
            if (set.isEmpty()) {
                throw new FolderFault("没有可以打印的内容。", "there is nothing to print.");
            }
            options.print(lang == Lang.ZH ? "共 " + set.size() + " 个文件。" : set.size() + " files.");
            return CommonOptions.FINE;
        } catch (FolderFault e) {
            return options.refuse(e);
        }
    }

    private static java.io.InputStream open(Folder read, String path) throws IOException {
        var source = read.sources().get(path);
        if (source == null) {
            throw new NoSuchFileException(path);
        }
        return Files.newInputStream(source);
    }
}
