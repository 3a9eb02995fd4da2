package huizhan;

import huizhan.call.Call;
import huizhan.call.CallFault;
import huizhan.call.Calls;
import huizhan.documents.PaperCode;
import huizhan.documents.PaperProof;
import huizhan.folder.FolderFault;
import huizhan.folder.PaperCheck;
import huizhan.folder.RecordReader;
import huizhan.kernel.Lang;
import huizhan.kernel.Text;
import huizhan.nomination.Records;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code receipt check FILE|QR}: whether a paper and the record are the same, digest by digest (B17). */
@Command(name = "check", description = "核对纸质件与记录是否一致 / whether a paper and the record are the same")
final class ReceiptCheckCommand implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private final ServerWork server = new ServerWork();
    @Parameters(paramLabel = "FILE|QR", description = "回执或表格的 PDF、扫描件，或二维码的文字 / PDF or scan of a receipt or form, or the text of its code")
    private String paper = "";
    @Option(names = "--against", paramLabel = "FOLDER|JSON|DISC", description = "与材料文件夹、nomination.json 或光盘核对，不用数据目录 / a folder, nomination.json or disc instead of a data folder")
    private Optional<Path> against = Optional.empty();
    @Option(names = "--call", paramLabel = "ID|DIR", defaultValue = Calls.FIRST, description = "征集的编号或文件夹 / a call's id or its folder")
    private String call = Calls.FIRST;
    @Option(names = "--json", description = "机器可读 / machine-readable") private boolean json;

    @Override public Integer call() throws Exception {
        server.lang();
        PaperProof proof;
        try {
            proof = proof();
        } catch (PaperProof.Unreadable e) {
            return refuse(e.reason());
        } catch (IOException | InvalidPathException e) {
            return refuse(new Text("没有这个文件，也不是二维码的文字。请核对路径。", "no such file, and not the text of a code; check the path."));
        }
        if (against.isPresent()) {
            return folder(proof, against.get());
        }
        return server.run(spec.commandLine().getErr(), running -> answer(proof, running.get(Records.class).check(proof), List.of()));
    }

    private PaperProof proof() throws PaperProof.Unreadable, IOException {
        var code = PaperCode.of(paper);
        return code.isPresent() ? PaperProof.of(code.get()) : PaperProof.read(Path.of(paper));
    }

    private int folder(PaperProof proof, Path path) {
        try {
            var answered = answeredCall();
            var read = RecordReader.read(path, answered);
            var verdict = PaperCheck.of(proof, read.material(), Optional.empty(), answered);
            return answer(proof, Optional.of(verdict).filter(PaperCheck.Verdict::known), read.missing());
        } catch (FolderFault e) {
            return refuse(new Text(e.reason(Lang.ZH), e.reason(Lang.EN)));
        } catch (CallFault e) {
            return refuse(new Text("征集数据不能用：" + e.getMessage(), "the call can't be used: " + e.getMessage()));
        }
    }

    private Call answeredCall() {
        var folder = Path.of(call);
        return Files.isRegularFile(folder.resolve("call.yaml")) ? Calls.in(folder.toAbsolutePath().normalize()) : Calls.bundled(call);
    }

    private int answer(PaperProof proof, Optional<PaperCheck.Verdict> verdict, List<String> missing) {
        var report = new ReceiptReport(proof, verdict, missing, server.lang());
        spec.commandLine().getOut().println(json ? report.json() : report.text());
        spec.commandLine().getOut().flush();
        return verdict.filter(PaperCheck.Verdict::same).isPresent() ? Main.FINE : Main.NO;
    }

    private int refuse(Text why) {
        spec.commandLine().getErr().println("huizhan: " + why.in(server.lang()));
        return Main.USAGE;
    }
}
