package huizhan.disc;

import huizhan.disc.DiscVerifier.Verdict;
import huizhan.kernel.Lang;
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
    @Option(names = "--json", description = "输出一个 JSON 文档 / print one JSON document")
    private boolean json;
    @Option(names = "--lang", paramLabel = "zh|en", defaultValue = "zh", description = "语言 / language")
    private String language = "zh";

    @Override public Integer call() throws IOException {
        var asked = asked();
        var lang = lang();
        var verdicts = new ArrayList<Verdict>();
        for (var input : inputs) {
            try {
                verdicts.add(DiscVerifier.verify(input, asked));
            } catch (Tree.Unreadable e) {
                spec.commandLine().getErr().println(e.reason().in(lang));
                spec.commandLine().getErr().flush();
                return WRONG_INPUT;
            }
        }
        var out = spec.commandLine().getOut();
        out.println(json ? json(verdicts, lang) : told(verdicts, lang));
        out.flush();
        return verdicts.stream().allMatch(Verdict::valid) ? 0 : NO;
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

    static String told(List<Verdict> verdicts, Lang lang) {
        var text = new StringBuilder();
        for (var verdict : verdicts) {
            verdict.defects().forEach(defect -> text.append(defect.line(lang)).append(System.lineSeparator()));
            text.append(verdict.path()).append(lang == Lang.ZH ? "：" : ": ").append(sum(verdict, lang)).append(System.lineSeparator());
        }
        return text.toString().stripTrailing();
    }

    private static String sum(Verdict verdict, Lang lang) {
        long errors = errors(List.of(verdict));
        long warnings = verdict.defects().size() - errors;
        if (lang == Lang.ZH) {
            return (errors == 0 ? "完好" : "有缺陷，错误 " + errors + " 处") + (warnings == 0 ? "" : "，提醒 " + warnings + " 处") + "（" + verdict.profile().code() + "）";
        }
        return (errors == 0 ? "valid" : "defective, errors: " + errors) + (warnings == 0 ? "" : ", warnings: " + warnings) + " (" + verdict.profile().code() + ")";
    }

    static String json(List<Verdict> verdicts, Lang lang) {
        var document = new LinkedHashMap<String, Object>();
        document.put("discs", verdicts.stream().map(verdict -> disc(verdict, lang)).toList());
        long errors = errors(verdicts);
        document.put("errors", errors);
        document.put("warnings", verdicts.stream().mapToLong(verdict -> verdict.defects().size()).sum() - errors);
        return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(document);
    }

    private static Map<String, Object> disc(Verdict verdict, Lang lang) {
        var disc = new LinkedHashMap<String, Object>();
        disc.put("path", verdict.path().toString());
        disc.put("profile", verdict.profile().code());
        disc.put("valid", verdict.valid());
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
