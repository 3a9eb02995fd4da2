package huizhan.disc;

import huizhan.kernel.Lang;
import huizhan.keys.KeyFault;
import huizhan.keys.KeyOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

/** {@code disc unseal}: the plain image inside a sealed disc (C2). 0 if it was opened, 1 if it can't be, 2 if it is no sealed disc. */
@Command(name = "unseal", description = "打开封装光盘，得到里面的映像 / the plain image inside a sealed disc", mixinStandardHelpOptions = true,
    exitCodeOnInvalidInput = 2, exitCodeOnExecutionException = 3)
public final class DiscUnsealCommand implements Callable<Integer> {
    private static final int NO = 1;
    private static final int WRONG_INPUT = 2;

    @Spec
    private CommandSpec spec;
    @Parameters(arity = "1..*", paramLabel = "IMAGE_OR_FOLDER", description = "封装光盘 / sealed discs")
    private List<Path> inputs = new ArrayList<>();
    @Option(names = "--key", required = true, paramLabel = "FILE", description = "收件单位的私钥文件 / the addressee's key file")
    private Path key = Path.of(".");
    @Mixin
    private final KeyOptions keys = new KeyOptions();
    @Option(names = "--out", required = true, paramLabel = "DIR", description = "映像放在哪里 / where the images go")
    private Path out = Path.of(".");
    @Option(names = "--lang", paramLabel = "zh|en", defaultValue = "zh", description = "语言 / language")
    private String language = "zh";

    @Override public Integer call() throws IOException {
        var lang = lang();
        try {
            var mine = keys.keys(key);
            int code = 0;
            for (var input : inputs) {
                var outcome = Unsealing.into(input, mine, Files.createDirectories(out));
                outcome.defects().forEach(defect -> print(defect.line(lang)));
                outcome.image().ifPresent(image -> print(image.toString()));
                code = outcome.image().isPresent() ? code : NO;
            }
            return code;
        } catch (Tree.Unreadable e) {
            return refuse(e.reason().in(lang));
        } catch (KeyFault e) {
            return refuse(e.reason(lang));
        }
    }

    private Lang lang() {
        return switch (language) {
            case "zh" -> Lang.ZH;
            case "en" -> Lang.EN;
            default -> throw new ParameterException(spec.commandLine(), "--lang: zh | en");
        };
    }

    private void print(String text) {
        spec.commandLine().getOut().println(text);
        spec.commandLine().getOut().flush();
    }

    private int refuse(String reason) {
        spec.commandLine().getErr().println("huizhan: " + reason);
        spec.commandLine().getErr().flush();
        return WRONG_INPUT;
    }
}
