package huizhan.folder;

import huizhan.kernel.Plain;
import huizhan.rules.CharacterCount;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code count}: 字数 of a UTF-8 text (B3), one number. */
@Command(name = "count", description = "统计 UTF-8 文本的字数 / 字数 of a UTF-8 text", mixinStandardHelpOptions = true)
public final class CountCommand implements Callable<Integer> {
    private static final int LARGEST = 64 << 20;

    @Spec
    private CommandSpec spec = CommandSpec.create();
    @Parameters(arity = "0..1", paramLabel = "FILE|-", defaultValue = "-", description = "文件，或 - 表示标准输入 / a file, or - for standard input")
    private String file = "-";

    @Override public Integer call() {
        try (var in = open()) {
            var bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                return refuse("文本超过 64 MB / the text is larger than 64 MB");
            }
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            spec.commandLine().getOut().println(CharacterCount.of(text));
            spec.commandLine().getOut().flush();
            return CommonOptions.FINE;
        } catch (CharacterCodingException e) {
            return refuse("不是 UTF-8 文本，请另存为 UTF-8 / not a UTF-8 text; save it as UTF-8");
        } catch (NoSuchFileException | InvalidPathException e) {
            return refuse("找不到文件 " + Plain.line(file) + " / there is no such file");
        } catch (IOException e) {
            return refuse("读不出 " + Plain.line(file) + " / can't read it: " + e.getMessage());
        }
    }

    private InputStream open() throws IOException {
        return file.equals("-") ? System.in : Files.newInputStream(Path.of(file));
    }

    private int refuse(String reason) {
        spec.commandLine().getErr().println("huizhan: " + reason);
        spec.commandLine().getErr().flush();
        return CommonOptions.UNREADABLE;
    }
}
