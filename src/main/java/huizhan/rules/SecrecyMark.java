package huizhan.rules;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Tells a secrecy mark from the same words in prose (A4): {@code 机密★10年}, {@code 秘 密} alone on a line and {@code 密级：机密} are marks;
 * 不涉及国家秘密, 商业秘密 (also with a footnote's star), a ticked 机密性测试 and a printed list of levels with none ticked are not.
 */
public final class SecrecyMark {
    private static final String LEVEL = "(?:绝[ \\t\\u3000]*密|机[ \\t\\u3000]*密|秘[ \\t\\u3000]*密)";
    private static final char IN_EVERY_MARK = '密';
    private static final String GAP = "[ \\t\\u3000]{0,8}";
    private static final List<Pattern> MARKS = List.of(
            Pattern.compile("(?<!(?:商业|技术|工作)" + GAP + ")" + LEVEL + "级?" + GAP + "[★☆*＊]"),
            Pattern.compile("(?m)^" + GAP + "[\\[【（(]?" + LEVEL + "级?[\\]】）)]?" + GAP + "$"),
            Pattern.compile("[☑√■☒✓✔]" + GAP + LEVEL + "级?(?!\\p{IsHan})"),
            Pattern.compile("密" + GAP + "级" + GAP + "[:：]" + GAP + LEVEL + "(?!" + GAP + "[/／、，,|｜]?" + GAP + "(?:" + LEVEL + "|内部|非密|公开))"));
    private static final List<String> SOFT_WORDS = List.of("内部资料", "工作秘密");
    private static final Pattern SOFT = Pattern.compile(String.join("|", SOFT_WORDS));
    private static final Pattern DENIAL = Pattern.compile("(?:不涉及|不含|不包含|未涉及|无|非|不属于|不是)[^。；;\\n]{0,20}$");

    private SecrecyMark() {}

    /** The mark as it stands there, if the text carries one. */
    public static Optional<String> in(String text) {
        if (text.indexOf(IN_EVERY_MARK) < 0) return Optional.empty();
        for (var pattern : MARKS) {
            var found = pattern.matcher(text);
            if (found.find()) {
                return Optional.of(found.group().strip());
            }
        }
        return Optional.empty();
    }

    /** A word that is no secrecy mark, yet asks for a second look. */
    static Optional<String> soft(String text) {
        if (SOFT_WORDS.stream().noneMatch(text::contains)) return Optional.empty();
        var found = SOFT.matcher(text);
        while (found.find()) {
            if (!DENIAL.matcher(text.substring(Math.max(0, found.start() - 30), found.start())).find()) {
                return Optional.of(found.group());
            }
        }
        return Optional.empty();
    }
}
