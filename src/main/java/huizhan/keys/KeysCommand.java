package huizhan.keys;

import huizhan.kernel.Lang;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code keys new | show | export | halves | join}: pairs of keys and the cards that belong to them (C2). */
@Command(name = "keys", description = "密钥与公钥卡 / keys and key cards", mixinStandardHelpOptions = true)
public final class KeysCommand {
    private static final int UNREADABLE = 2;
    private static final String CARD = ".card";

    private final Clock clock;
    @Spec
    private CommandSpec spec = CommandSpec.create();

    public KeysCommand(Clock clock) {
        this.clock = clock;
    }

    @Command(name = "new", description = "新建一对密钥：私钥文件与公钥卡 / a new key file and its card", mixinStandardHelpOptions = true)
    int create(@Option(names = "--holder", required = true, paramLabel = "NAME", description = "持有单位 / who holds it") String holder,
               @Option(names = "--out", required = true, paramLabel = "FILE", description = "私钥文件；公钥卡写在旁边 / the key file; its card goes beside it") Path out,
               @Option(names = "--lang", paramLabel = "zh|en", defaultValue = "zh", description = "语言 / language") String lang,
               @Mixin KeyOptions options) throws IOException {
        if (holder.isBlank()) {
            throw new ParameterException(spec.commandLine(), "--holder: 不能为空 / may not be empty");
        }
        try {
            var keys = PrivateKeys.create(holder, clock.instant());
            var word = options.chosen();
            write(out, keys.locked(word));
            Arrays.fill(word, ' ');
            var card = out.resolveSibling(out.getFileName() + CARD);
            Files.writeString(card, keys.card().card() + "\n");
            print(keys.card().described(lang(lang)) + System.lineSeparator() + card);
            return 0;
        } catch (KeyFault e) {
            return refuse(e.reason(lang(lang)));
        } catch (FileAlreadyExistsException e) {
            return refuse(lang(lang) == Lang.ZH ? "“" + out + "”已经有了；密钥文件不覆盖，旧盘还要用它打开。" : out + " exists; a key file is never overwritten, since older discs still need it.");
        }
    }

    @Command(name = "show", description = "公钥卡上写的是什么 / what a card says", mixinStandardHelpOptions = true)
    int show(@Parameters(arity = "1..*", paramLabel = "FILE", description = "公钥卡或私钥文件 / a card or a key file") List<Path> files,
             @Option(names = "--lang", paramLabel = "zh|en", defaultValue = "zh", description = "语言 / language") String lang) {
        try {
            var told = new ArrayList<String>();
            for (var file : files) {
                told.add(KeyOptions.card(file).described(lang(lang)));
            }
            print(String.join(System.lineSeparator() + System.lineSeparator(), told));
            return 0;
        } catch (KeyFault e) {
            return refuse(e.reason(lang(lang)));
        }
    }

    @Command(name = "export", description = "从私钥文件取出公钥卡 / the card out of a key file", mixinStandardHelpOptions = true)
    int export(@Parameters(paramLabel = "FILE", description = "私钥文件 / a key file") Path file,
               @Option(names = "--out", required = true, paramLabel = "CARD", description = "公钥卡写到哪里 / where the card goes") Path out,
               @Option(names = "--lang", paramLabel = "zh|en", defaultValue = "zh", description = "语言 / language") String lang) throws IOException {
        try {
            var card = KeyOptions.card(file);
            Files.writeString(out, card.card() + "\n");
            print(card.described(lang(lang)));
            return 0;
        } catch (KeyFault e) {
            return refuse(e.reason(lang(lang)));
        }
    }

    @Command(name = "halves", description = "把口令分成两份，交两个人分别封存 / the passphrase in two halves, for two people to keep", mixinStandardHelpOptions = true)
    int halves(@Parameters(paramLabel = "FILE", description = "私钥文件 / a key file") Path file,
               @Option(names = "--out", required = true, paramLabel = "DIR", description = "两份写到哪里 / where both go") Path out,
               @Option(names = "--lang", paramLabel = "zh|en", defaultValue = "zh", description = "语言 / language") String lang,
               @Mixin KeyOptions options) throws IOException {
        try {
            var word = options.of(file);
            var card = KeyOptions.card(file);
            Files.createDirectories(out);
            for (int each = 1; each <= 2; each++) {
                // half of a new pair beside half of an old one would look right and be of no use
                if (Files.exists(half(out, card, each))) throw new FileAlreadyExistsException(half(out, card, each).toString());
            }
            int number = 0;
            for (var half : Halves.of(word)) {
                number++;
                write(half(out, card, number), sheet(card, number, half, lang(lang)));
                print(half(out, card, number).toString());
            }
            Arrays.fill(word, ' ');
            print(lang(lang) == Lang.ZH ? "请分别打印，交两个人装袋密封，存放在两处，然后删除这两个文件。" : "Print each, have two people seal and keep them in two places, then delete both files.");
            return 0;
        } catch (KeyFault e) {
            return refuse(e.reason(lang(lang)));
        } catch (FileAlreadyExistsException e) {
            return refuse(lang(lang) == Lang.ZH ? "“" + e.getFile() + "”已经有了，没有覆盖。" : e.getFile() + " exists and was not overwritten.");
        }
    }

    private static Path half(Path out, PublicKeys card, int number) {
        return out.resolve(card.id() + "-" + number + ".half");
    }

    private static String sheet(PublicKeys card, int number, List<String> half, Lang lang) {
        var end = "\n";
        var head = lang == Lang.ZH
            ? "荟展密钥口令，第 " + number + " 份，共 2 份" + end + end + "持有单位  " + card.holder() + end + "编号      " + card.id() + end + end + "两份合在一起才是口令；一份单独没有用处。请装袋密封，与另一份、与密钥文件分开存放。" + end
            : "Huizhan key passphrase, half " + number + " of 2" + end + end + "holder    " + card.holder() + end + "id        " + card.id() + end + end + "Both halves together are the passphrase; one alone is of no use. Seal it, and keep it apart from the other and from the key file." + end;
        return head + end + String.join(end, half) + end;
    }

    @Command(name = "join", description = "用两份取回口令 / the passphrase out of both halves", mixinStandardHelpOptions = true)
    int join(@Parameters(arity = "2", paramLabel = "HALF", description = "第 1 份、第 2 份：文件，或照纸上的数字录入 / half 1 and half 2, as files typed from the paper") List<Path> files,
             @Option(names = "--key", required = true, paramLabel = "FILE", description = "私钥文件，用来核对 / the key file, to make sure") Path key,
             @Option(names = "--lang", paramLabel = "zh|en", defaultValue = "zh", description = "语言 / language") String lang) {
        try {
            var word = Halves.join(KeyOptions.lines(files.get(0)), KeyOptions.lines(files.get(1)));
            PrivateKeys.read(KeyOptions.text(key), word);
            print(new String(word));
            Arrays.fill(word, ' ');
            return 0;
        } catch (KeyFault e) {
            return refuse(e.reason(lang(lang)));
        }
    }

    /** Readable by its owner alone from its first byte, where the system knows owners. */
    private static void write(Path file, String text) throws IOException {
        Set<OpenOption> how = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        var attributes = posix ? new java.nio.file.attribute.FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
                : new java.nio.file.attribute.FileAttribute<?>[0];
        try (var channel = FileChannel.open(file, how, attributes)) {
            var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            // its card may be in use before the system writes by itself
            channel.force(true);
        }
    }

    private Lang lang(String name) {
        return switch (name) {
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
        return UNREADABLE;
    }
}
