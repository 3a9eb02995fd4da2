package huizhan.export;

import huizhan.kernel.Lang;
import java.text.Normalizer;
import java.util.Map;

/**
 * How things are called in the archive: names that every system writes and sorts alike. In Chinese, as people look for them, or in plain
 * letters for programs that can't read others.
 */
record ArchiveNames(boolean plain) {
    private static final int LONGEST = 60;
    private static final Map<String, String> CHINESE = Map.of("summary", "成果推荐汇总表", "board-form", "展板信息登记表", "statement", "文字说明", "receipt", "回执",
        "list", "清单");

    /** {@code 91-云岭省科学技术厅/}, or {@code 91/}. */
    String folder(Share share) {
        var code = safe(share.department().code());
        return (plain ? code : code + "-" + safe(share.department().name().in(Lang.ZH))) + "/";
    }

    /** A paper's or a list's name; what comes before the last slash stays. */
    String paper(String path) {
        int slash = path.lastIndexOf('/') + 1;
        int dot = path.lastIndexOf('.');
        var stem = path.substring(slash, dot);
        return path.substring(0, slash) + (plain ? stem : CHINESE.getOrDefault(stem, stem)) + path.substring(dot);
    }

    /** Nothing that Windows refuses in a name: no such signs, no blank or point at the end, and not too long. */
    static String safe(String name) {
        var plain = Normalizer.normalize(name, Normalizer.Form.NFC).replaceAll("[\\p{Cc}\\p{Cf}<>:\"/\\\\|?*]", "_");
        var kept = plain.codePoints().limit(LONGEST).collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
        return kept.replaceAll("[ .]+$", "").strip();
    }
}
