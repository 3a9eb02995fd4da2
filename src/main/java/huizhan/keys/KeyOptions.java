package huizhan.keys;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How the verbs get at keys and passphrases: a file for scripts, the terminal for people; never the command line, which others can see. */
public final class KeyOptions {
    private static final long MOST_BYTES = 100_000;

    @Option(names = "--passphrase-file", paramLabel = "FILE", description = "口令文件，第一行是口令 / its first line is the passphrase")
    private Optional<Path> passphrase = Optional.empty();

    /** @throws KeyFault if it can't be read or is no card */
    public static PublicKeys card(Path file) throws KeyFault {
        return PublicKeys.read(text(file));
    }

    /** @throws KeyFault if it can't be read, or the passphrase isn't the one */
    public PrivateKeys keys(Path file) throws KeyFault {
        var text = text(file);
        var word = passphrase("口令 / passphrase: ");
        try {
            return PrivateKeys.read(text, word);
        } finally {
            Arrays.fill(word, ' ');
        }
    }

    /** The passphrase of a key file, which it opens. */
    char[] of(Path file) throws KeyFault {
        var word = passphrase("口令 / passphrase: ");
        PrivateKeys.read(text(file), word);
        return word;
    }

    static List<String> lines(Path file) throws KeyFault {
        return text(file).lines().toList();
    }

    /** A passphrase for a new key: typed twice where it is typed. */
    char[] chosen() throws KeyFault {
        var word = passphrase("新口令，至少 12 个字符 / new passphrase, at least 12 letters: ");
        if (passphrase.isEmpty() && !Arrays.equals(word, passphrase("再输一次 / once more: "))) {
            throw new KeyFault("两次输入的口令不一样。", "The two passphrases differ.");
        }
        return word;
    }

    private char[] passphrase(String prompt) throws KeyFault {
        if (passphrase.isPresent()) {
            return text(passphrase.get()).lines().findFirst().orElse("").toCharArray();
        }
        var console = System.console();
        var typed = console == null ? null : console.readPassword("%s", prompt);
        if (typed == null) {
            throw new KeyFault("没有终端可以输入口令；请用 --passphrase-file。", "There is no terminal to type a passphrase; use --passphrase-file.");
        }
        return typed;
    }

    static String text(Path file) throws KeyFault {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new KeyFault("“" + file + "”太大，不是密钥文件。", file + " is too large for a key file.");
            }
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            throw new KeyFault("没有这个文件：" + file, "There is no such file: " + file);
        } catch (MalformedInputException e) {
            throw new KeyFault("“" + file + "”不是密钥文件。", file + " is no key file.");
        } catch (IOException e) {
            throw new KeyFault("“" + file + "”读不出来。", file + " can't be read.");
        }
    }
}
