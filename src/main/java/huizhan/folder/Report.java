package huizhan.folder;

import huizhan.call.Call;
import huizhan.kernel.Disclosure;
import huizhan.kernel.Lang;
import huizhan.kernel.Plain;
import huizhan.material.Achievement;
import huizhan.material.Material;
import huizhan.rules.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What a check found, for a person at a terminal or as the one JSON document of {@code check --json}. */
final class Report {
    private static final String INDENT = "        ";

    private final Lang lang;
    private final int width;
    private final List<String> lines = new ArrayList<>();

    private Report(Lang lang, int width) {
        this.lang = lang;
        this.width = width;
    }

    static String json(List<Finding> findings, Lang lang) {
        var document = new LinkedHashMap<String, Object>();
        document.put("findings", findings.stream().map(each -> finding(each, lang)).toList());
        document.put("errors", errors(findings));
        document.put("warnings", findings.size() - errors(findings));
        return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(document);
    }

    private static Map<String, Object> finding(Finding finding, Lang lang) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("rule", finding.rule());
        fields.put("severity", finding.severity().code());
        fields.put("subject", finding.subject());
        fields.put("message", finding.message(lang));
        fields.put("remedy", finding.remedy(lang));
        finding.exception().ifPresent(granted -> fields.put("exception", granted.reason()));
        return fields;
    }

    static long errors(List<Finding> findings) {
        return findings.stream().filter(Finding::stops).count();
    }

    /** Grouped by achievement, what to do under what is wrong, the totals at the end. */
    static String text(Material material, Call call, List<Finding> findings, Lang lang, int width) {
        var report = new Report(lang, width);
        report.head(material, call);
        report.group(report.say("整份材料", "The whole material"), findings.stream().filter(each -> material.achievements().stream()
                .noneMatch(achievement -> achievement.folder().equals(each.place().folder()))).toList());
        for (var folder : material.achievements().stream().map(Achievement::folder).distinct().toList()) {
            report.group(report.title(folder, material), findings.stream().filter(each -> each.place().folder().equals(folder)).toList());
        }
        report.totals(findings);
        return String.join(System.lineSeparator(), report.lines);
    }

    private void head(Material material, Call call) {
        var shape = switch (material.shape()) {
            case WHOLE -> say("整份推荐", "a whole nomination");
            case PART -> say("一部分", "a part");
            case FORMS -> say("只有表格", "forms only");
        };
        lines.add(say("%s · %s · 成果 %d 项 · 文件 %d 个", "%s · %s · %d achievements · %d files")
                .formatted(call.shortTitle().in(lang), shape, material.achievements().size(), material.files().size()));
    }

    /** Only a public achievement's name: the other is a rank and a word. */
    private String title(String folder, Material material) {
        var name = material.achievements().stream().filter(each -> each.folder().equals(folder)).findFirst()
                .filter(each -> each.shownTo().map(Disclosure.PUBLIC::equals).orElse(false)).map(Achievement::name).orElse("");
        return (folder + "  " + Plain.line(name)).stripTrailing();
    }

    private void group(String title, List<Finding> findings) {
        if (findings.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(title);
        for (var finding : findings) {
            lines.add("  " + (finding.stops() ? say("错误", "Error  ") : say("提醒", "Warning")) + "  " + finding.rule() + "  " + Plain.line(finding.subject()));
            Printed.wrapped(Plain.line(finding.message(lang)), width - INDENT.length()).forEach(line -> lines.add(INDENT + line));
            finding.exception().map(granted -> say("已准予例外：", "Exception granted: ") + Plain.line(granted.reason())).stream()
                    .flatMap(line -> Printed.wrapped(line, width - INDENT.length()).stream()).forEach(line -> lines.add(INDENT + line));
            var remedy = Printed.wrapped(Plain.line(finding.remedy(lang)), width - INDENT.length() - 2);
            for (int i = 0; i < remedy.size(); i++) {
                lines.add(INDENT + (i == 0 ? "→ " : "  ") + remedy.get(i));
            }
        }
    }

    private void totals(List<Finding> findings) {
        long errors = errors(findings);
        long warnings = findings.size() - errors;
        lines.add("");
        if (findings.isEmpty()) {
            lines.add(say("没有发现问题。", "Nothing was found."));
        } else if (errors == 0) {
            lines.add(say("没有错误，提醒 " + warnings + " 处，可以报送。", "No errors, warnings: " + warnings + ". It can be handed in."));
        } else {
            lines.add(say("错误 " + errors + " 处，提醒 " + warnings + " 处。改正错误后再报送。",
                    "Errors: " + errors + ", warnings: " + warnings + ". Mend the errors before handing it in."));
        }
    }

    private String say(String zh, String en) {
        return lang == Lang.ZH ? zh : en;
    }
}
