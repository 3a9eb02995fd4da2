package huizhan.folder;

import huizhan.call.Call;
import huizhan.rules.Rules;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code check}: the call's rules over a folder of material (C3). 0 without errors, 1 with errors, 2 where it can't be read. */
@Command(name = "check", description = "按征集规则检查一个材料文件夹 / the call's rules over a folder of material", mixinStandardHelpOptions = true)
public final class CheckCommand implements Callable<Integer> {
    private final Reading reading;
    @Mixin
    private final CommonOptions options = new CommonOptions();
    @Parameters(paramLabel = "FOLDER", description = "材料文件夹 / the folder")
    private Path folder = Path.of(".");
    @Option(names = "--zone", paramLabel = "open|restricted|desk", description = "按所在网络检查能否存放 / where it lies; without it no zone rule")
    private String zone = "";
    @Option(names = "--json", description = "输出一个 JSON 文档 / print one JSON document")
    private boolean json;

    /** How the folder is read. */
    interface Reading {
        Folder read(Path folder, Call call) throws FolderFault;
    }

    /** Every file is examined whole. */
    public CheckCommand() {
        this((folder, call) -> FolderReader.read(folder, call, FolderReader.Look.WHOLE));
    }

    CheckCommand(Reading reading) {
        this.reading = reading;
    }

    @Override public Integer call() {
        var lang = options.lang();
        var place = options.zone(zone);
        try {
            var call = options.call();
            var read = reading.read(folder, call);
            var findings = Rules.findings(read.material(), call, place);
            options.print(json ? Report.json(findings, lang) : Report.text(read.material(), call, findings, lang, Printed.width()));
            return Report.errors(findings) == 0 ? CommonOptions.FINE : CommonOptions.NO;
        } catch (FolderFault e) {
            return options.refuse(e);
        }
    }
}
