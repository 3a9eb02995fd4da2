package huizhan.disc;

import huizhan.disc.DiscVerifier.Against;
import huizhan.disc.DiscVerifier.Verdict;
import huizhan.kernel.Lang;
import huizhan.keys.KeyFault;
import huizhan.keys.KeyOptions;
import huizhan.keys.PublicKeys;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code disc verify}: 0 if every disc is right, 1 if one isn't, 2 if one is no disc at all. */
@Command(name = "verify", description = "检查光盘映像或文件夹，列出每一处缺陷 / names every defect of an image or folder", mixinStandardHelpOptions = true,
    exitCodeOnInvalidInput = 2, exitCodeOnExecutionException = 3)
public final class DiscVerifyCommand implements Callable<Integer> {
    private static final int NO = 1;
    private static final int WRONG_INPUT = 2;

    @Spec
    private CommandSpec spec;
    @Parameters(arity = "1..*", paramLabel = "IMAGE_OR_FOLDER", description = "映像、文件夹或光驱 / image, folder or drive")
    private List<Path> inputs = new ArrayList<>();
    @Option(names = "--profile", paramLabel = "bagit|huizhan", description = "默认按内容判断 / default: by content")
    private String profile = "";
    @Option(names = "--key", paramLabel = "FILE", description = "私钥文件：封装光盘连里面一起检查 / a key file: sealed discs are checked inside too")
    private Optional<Path> key = Optional.empty();
    @Mixin
    private final KeyOptions keys = new KeyOptions();
    @Option(names = "--signer", paramLabel = "CARD", description = "签名单位的公钥卡；没有它的签名就不通过 / whose signature the discs must bear")
    private List<Path> signers = new ArrayList<>();
    @Option(names = "--set", description = "要求一套盘齐全，只给一张也算 / the set must be whole, even if one disc is given")
    private boolean set;
    @Option(names = "--json", description = "输出一个 JSON 文档 / print one JSON document")
    private boolean json;
    @Option(names = "--lang", paramLabel = "zh|en", defaultValue = "zh", description = "语言 / language")
    private String language = "zh";

    @Override public Integer call() throws IOException {
        var lang = lang();
        var verdicts = new ArrayList<Verdict>();
        try {
            var against = against();
            for (var input : inputs) {
                verdicts.add(DiscVerifier.verify(input, against));
            }
        } catch (Tree.Unreadable e) {
            return refuse(e.reason().in(lang));
        } catch (KeyFault e) {
            return refuse(e.reason(lang));
        }
        var sets = set || inputs.size() > 1 ? DiscVerifier.sets(verdicts) : List.<Defect>of();
        var out = spec.commandLine().getOut();
        out.println(json ? json(verdicts, sets, lang) : told(verdicts, sets, lang));
        out.flush();
        return verdicts.stream().allMatch(Verdict::valid) && sets.isEmpty() ? 0 : NO;
    }

    private Against against() throws KeyFault {
        var cards = new ArrayList<PublicKeys>();
        for (var signer : signers) {
            cards.add(KeyOptions.card(signer));
        }
        return new Against(asked(), key.isPresent() ? Optional.of(keys.keys(key.get())) : Optional.empty(), cards);
    }

    private int refuse(String reason) {
        spec.commandLine().getErr().println(reason);
        spec.commandLine().getErr().flush();
        return WRONG_INPUT;
    }

    private Optional<Profile> asked() {
        try {
            return profile.isEmpty() ? Optional.empty() : Optional.of(Profile.named(profile));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--profile: bagit | huizhan");
        }
    }

    private Lang lang() {
        return switch (language.toLowerCase(Locale.ROOT)) {
            case "zh" -> Lang.ZH;
            case "en" -> Lang.EN;
            default -> throw new ParameterException(spec.commandLine(), "--lang: zh | en");
        };
    }

    static String told(List<Verdict> verdicts, List<Defect> sets, Lang lang) {
        var text = new StringBuilder();
        for (var verdict : verdicts) {
            verdict.defects().forEach(defect -> text.append(defect.line(lang)).append(System.lineSeparator()));
            text.append(verdict.path()).append(lang == Lang.ZH ? "：" : ": ").append(sum(verdict, lang)).append(volume(verdict, lang)).append(System.lineSeparator());
        }
        sets.forEach(defect -> text.append(defect.line(lang)).append(System.lineSeparator()));
        return text.toString().stripTrailing();
    }

    /** Which disc it is, and of a sealed one whether more than its outside was checked. */
    private static String volume(Verdict verdict, Lang lang) {
        var text = new StringBuilder();
        verdict.group().ifPresent(group -> text.append(lang == Lang.ZH ? "，第 " + group.number() + " 张，共 " + group.count() + " 张" : ", disc " + group.number() + " of " + group.count()));
        verdict.sealed().ifPresent(sealed -> text.append(lang == Lang.ZH ? (sealed.opened() ? "，封装，里外都已检查" : "，封装，只检查了外层；加 --key 检查里面")
                : (sealed.opened() ? ", sealed, checked inside and out" : ", sealed, only its outside was checked; add --key for the inside")));
        return text.toString();
    }

    private static String sum(Verdict verdict, Lang lang) {
        long errors = errors(List.of(verdict));
        long warnings = verdict.defects().size() - errors;
        if (lang == Lang.ZH) {
            return (errors == 0 ? "完好" : "有缺陷，错误 " + errors + " 处") + (warnings == 0 ? "" : "，提醒 " + warnings + " 处") + "（" + verdict.profile().code() + "）";
        }
        return (errors == 0 ? "valid" : "defective, errors: " + errors) + (warnings == 0 ? "" : ", warnings: " + warnings) + " (" + verdict.profile().code() + ")";
    }

    static String json(List<Verdict> verdicts, List<Defect> sets, Lang lang) {
        var document = new LinkedHashMap<String, Object>();
        document.put("discs", verdicts.stream().map(verdict -> disc(verdict, lang)).toList());
        document.put("sets", sets.stream().map(defect -> defect(defect, lang)).toList());
        long errors = errors(verdicts);
        document.put("errors", errors + sets.size());
        document.put("warnings", verdicts.stream().mapToLong(verdict -> verdict.defects().size()).sum() - errors);
        return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(document);
    }

    private static Map<String, Object> disc(Verdict verdict, Lang lang) {
        var disc = new LinkedHashMap<String, Object>();
        disc.put("path", verdict.path().toString());
        disc.put("profile", verdict.profile().code());
        disc.put("valid", verdict.valid());
        verdict.group().ifPresent(group -> disc.put("volume", Map.of("set", group.identifier(), "number", group.number(), "count", group.count())));
        verdict.sealed().ifPresent(sealed -> disc.put("sealed", Map.of("department", sealed.department(), "items", sealed.items(), "key", sealed.addressee(), "opened", sealed.opened())));
        disc.put("defects", verdict.defects().stream().map(defect -> defect(defect, lang)).toList());
        return disc;
    }

    private static Map<String, Object> defect(Defect defect, Lang lang) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("code", defect.code());
        fields.put("severity", defect.severity().name().toLowerCase(Locale.ROOT));
        fields.put("place", defect.place());
        fields.put("message", defect.message().in(lang));
        fields.put("remedy", defect.remedy().in(lang));
        return fields;
    }

    private static long errors(List<Verdict> verdicts) {
        return verdicts.stream().flatMap(verdict -> verdict.defects().stream()).filter(Defect::stops).count();
    }
}
