package huizhan.ferry;

import huizhan.kernel.Lang;
import huizhan.kernel.Text;
import huizhan.rules.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What {@code disc import} answers, for people and for programs. */
public record ImportReport(Imports.Look look, Imports.Outcome outcome, boolean dry, boolean desk) {
    private Text words(Gap gap) {
        return desk ? GapWords.atDesk(gap) : GapWords.of(gap);
    }

    private static String line(Coming coming, Lang lang) {
        boolean zh = lang == Lang.ZH;
        return (coming.list() ? (zh ? "名单" : "the list") : coming.id() + (zh ? "（成果）" : " (achievement)")) + (zh ? "：" : ": ") + switch (coming.how()) {
            case NEW -> zh ? "新" : "new";
            case SAME -> zh ? "与本机相同或以前收过" : "the same as here, or taken in before";
            case NEWER -> zh ? "有新版本，换上" : "a newer version; it takes the place of the one here";
            case CHANGED -> zh ? "有新版本，本机上改过，不加 --replace 就保留本机的" : "a newer version, and it was changed here; kept unless --replace says otherwise";
            case OPENED -> zh ? "本机上是非公开，盘上是公开，不加 --as-public 就保留本机的" : "non-public here and public on the disc; kept unless --as-public says otherwise";
        };
    }


    public String text(Lang lang) {
        var lines = new ArrayList<String>();
        outcome.objections().forEach(each -> lines.add(each.line(lang)));
        look.discs().forEach(each -> lines.add(each.name() + "  " + SignatureWords.of(each.signature()).in(lang) + each.ferry().map(list -> "  " + SignatureWords.ferry(list).in(lang)).orElse("")));
        look.seen().forEach(each -> lines.add(line(each, lang)));
        outcome.left().forEach(each -> lines.add(each.line(lang)));
        look.coming().forEach(each -> lines.add("  " + line(each, lang)));
        if (outcome.merged().isEmpty()) look.gaps().forEach(gap -> lines.add("  " + words(gap).in(lang)));
        for (var merged : outcome.merged()) {
            lines.add(line(merged, lang));
            merged.gaps().forEach(gap -> lines.add("  " + words(gap).in(lang)));
        }
        lines.add(end(lang));
        return String.join(System.lineSeparator(), lines);
    }

    private String end(Lang lang) {
        boolean zh = lang == Lang.ZH;
        if (!outcome.objections().isEmpty()) return zh ? "没有导入，什么都没有改动。" : "Nothing was taken in; nothing has changed.";
        if (!outcome.left().isEmpty()) {
            return dry ? (zh ? "其余部门可以导入（这次只检查，没有导入）。" : "The other departments can be taken in (this was a look; nothing was).")
                : (zh ? "上列有错误的部门没有导入，其余的已导入。处理后再导入一次这些光盘，已导入的不会重复。" : "The departments with errors above were not taken in, the others were. Mend it and import these discs again; nothing comes in twice.");
        }
        if (dry) return zh ? "可以导入（这次只检查，没有导入）。" : "It can be taken in (this was a look; nothing was).";
        return look.old() ? (zh ? "这些光盘以前已经导入过，没有改动。" : "These discs were taken in before; nothing has changed.")
            : zh ? "已全部导入。" : "All of it was taken in.";
    }

    private static String line(Imports.Seen seen, Lang lang) {
        boolean zh = lang == Lang.ZH;
        var delivery = seen.delivery();
        long errors = seen.findings().stream().filter(Finding::stops).count();
        return "%s  %s  %s  %s  %s%s%s".formatted(delivery.name(), seen.department().name().in(lang),
            delivery.whole() ? (zh ? "推荐名单" : "nomination") : (zh ? "部分成果" : "part"),
            (zh ? "成果 %d 项，文件 %d 个，%d 字节" : "%d achievements, %d files, %d bytes").formatted(delivery.material().achievements().size(), delivery.files().size(), delivery.bytes()),
            (zh ? "错误 %d，提醒 %d" : "errors %d, warnings %d").formatted(errors, seen.findings().size() - errors),
            delivery.draft() ? (zh ? "，草稿" : ", draft") : "", seen.known() ? (zh ? "，以前已导入" : ", taken in before") : "");
    }

    private static String line(Imports.Merged merged, Lang lang) {
        boolean zh = lang == Lang.ZH;
        return merged.department().name().in(lang) + (zh ? "：名单 " + merged.lines() + " 项" : ": " + merged.lines() + " on the list")
            + (!merged.changed() ? (zh ? "，没有变化" : ", unchanged") : "") + (merged.gaps().isEmpty() ? (zh ? "，没有缺漏和矛盾" : ", no gaps, no contradictions") : "");
    }

    public String json(Lang lang) {
        var document = new LinkedHashMap<String, Object>();
        document.put("taken", outcome.objections().isEmpty() && !dry);
        document.put("objections", outcome.objections().stream().map(each -> tree(each, lang)).toList());
        document.put("left", outcome.left().stream().map(each -> tree(each, lang)).toList());
        document.put("discs", look.discs().stream().map(ImportReport::tree).toList());
        document.put("coming", look.coming().stream().map(each -> Map.of("id", each.id().toString(), "list", each.list(), "how", each.how().name().toLowerCase(java.util.Locale.ROOT))).toList());
        document.put("deliveries", look.seen().stream().map(ImportReport::tree).toList());
        document.put("departments", outcome.merged().stream().map(each -> Map.of("code", each.department().code(), "lines", each.lines(), "changed", each.changed(),
            "gaps", each.gaps().stream().map(gap -> tree(gap, words(gap).in(lang))).toList())).toList());
        return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(document);
    }

    private static Map<String, Object> tree(Objection each, Lang lang) {
        return Map.of("code", each.code(), "place", each.place(), "message", each.text().in(lang));
    }

    private static Map<String, Object> tree(Deliveries.Seen disc) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("name", disc.name());
        tree.put("signature", disc.signature().state().name().toLowerCase(java.util.Locale.ROOT));
        tree.put("signer", disc.signature().key());
        disc.ferry().ifPresent(list -> tree.put("ferry", Map.of("number", list.number(), "disc", list.disc(), "discs", list.discs())));
        return tree;
    }

    private static Map<String, Object> tree(Imports.Seen seen) {
        var delivery = seen.delivery();
        var tree = new LinkedHashMap<String, Object>();
        tree.put("department", seen.department().code());
        tree.put("whole", delivery.whole());
        tree.put("sealed", delivery.sealed());
        tree.put("draft", delivery.draft());
        delivery.ferried().ifPresent(told -> tree.put("receipt", told.receipt()));
        tree.put("known", seen.known());
        tree.put("achievements", delivery.material().achievements().size());
        tree.put("files", delivery.files().size());
        tree.put("bytes", delivery.bytes());
        tree.put("discs", delivery.volumes().stream().map(each -> Map.of("name", each.name(), "number", each.number(), "count", each.count())).toList());
        tree.put("errors", seen.findings().stream().filter(Finding::stops).count());
        tree.put("warnings", seen.findings().stream().filter(each -> !each.stops()).count());
        return tree;
    }

    private static Map<String, Object> tree(Gap gap, String words) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("kind", GapWords.code(gap.kind()));
        gap.rank().ifPresent(rank -> tree.put("rank", rank));
        tree.put("achievement", gap.about().toString());
        tree.put("message", words);
        return tree;
    }
}
