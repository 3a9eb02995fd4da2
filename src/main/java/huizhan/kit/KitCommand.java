package huizhan.kit;

import huizhan.kernel.Lang;
import huizhan.kernel.Plain;
import huizhan.keys.KeyFault;
import huizhan.keys.KeyOptions;
import huizhan.keys.PublicKeys;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kit show}: what a call kit is, the fingerprint to compare, and whether it holds. */
@Command(name = "show", description = "征集包里是什么，是否完好 / what a call kit is, and whether it holds", mixinStandardHelpOptions = true)
public final class KitCommand implements Callable<Integer> {
    private static final int NO = 1;
    private static final int UNREADABLE = 2;
    @Spec private CommandSpec spec = CommandSpec.create();
    @Parameters(paramLabel = "FILE", description = "征集包 / a call kit") private Path file = Path.of("");
    @Option(names = "--signer", paramLabel = "CARD", description = "组织单位的公钥卡 / the organizer's card") private Optional<Path> signer = Optional.empty();
    @Option(names = "--lang", paramLabel = "zh|en", defaultValue = "zh", description = "语言 / language") private String lang = "zh";

    @Override public Integer call() {
        var language = language();
        try {
            var card = signer.isPresent() ? Optional.of(KeyOptions.card(signer.get())) : Optional.<PublicKeys>empty();
            var reading = KitReader.read(file, card);
            var out = spec.commandLine().getOut();
            reading.kit().ifPresent(kit -> described(kit, language).forEach(out::println));
            reading.defects().forEach(each -> out.println("✗ " + each.in(language)));
            out.println(verdict(reading, card.isPresent(), language));
            out.flush();
            return reading.holds() ? 0 : NO;
        } catch (KeyFault e) {
            return refuse(e.reason(language));
        } catch (IOException e) {
            return refuse(language == Lang.ZH ? "“" + file + "”读不出来。" : file + " can't be read.");
        }
    }

    /** What people compare and read aloud. */
    public static List<String> described(Kit kit, Lang lang) {
        boolean zh = lang == Lang.ZH;
        var lines = new ArrayList<String>();
        lines.add((zh ? "征集        " : "call         ") + kit.call());
        lines.add((zh ? "推荐部门    " : "department   ") + kit.department().code() + " " + kit.department().name().in(lang));
        kit.unit().ifPresent(unit -> lines.add((zh ? "参展单位    " : "unit         ") + unit.name()));
        lines.add((zh ? "制作时间    " : "made         ") + kit.made());
        kit.permit().ifPresent(permit -> lines.add((zh ? "延期至      " : "until        ") + permit.until()));
        lines.add((zh ? "例外        " : "exceptions   ") + kit.exceptions().size());
        card(lines, zh ? "组织单位    " : "organizer    ", kit.organizer(), zh);
        kit.unit().ifPresent(unit -> card(lines, zh ? "部门公钥卡  " : "department's ", unit.department(), zh));
        return lines;
    }

    private static void card(List<String> lines, String name, PublicKeys card, boolean zh) {
        lines.add(name + Plain.line(card.holder()) + "  " + card.id());
        lines.add((zh ? "指纹        " : "fingerprint  ") + card.fingerprint().grouped());
    }

    private static String verdict(KitReading reading, boolean compared, Lang lang) {
        if (!reading.holds()) return lang == Lang.ZH ? "这个征集包不能用。" : "This kit can't be used.";
        if (compared) return lang == Lang.ZH ? "征集包完好，是指定的组织单位签名的。" : "The kit holds, and the organizer named has signed it.";
        return lang == Lang.ZH ? "征集包完好。请把指纹与随信纸上的逐组比较。" : "The kit holds. Compare the fingerprint with the cover letter, group by group.";
    }

    private Lang language() {
        return switch (lang) {
            case "zh" -> Lang.ZH;
            case "en" -> Lang.EN;
            default -> throw new ParameterException(spec.commandLine(), "--lang: zh | en");
        };
    }

    private int refuse(String reason) {
        spec.commandLine().getErr().println("huizhan: " + reason);
        spec.commandLine().getErr().flush();
        return UNREADABLE;
    }
}
