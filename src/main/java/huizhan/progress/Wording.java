package huizhan.progress;

import huizhan.kernel.Text;
import huizhan.rules.SecrecyMark;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A reminder as the organizer words it, in both languages; names in braces are filled in for each recipient.
 *
 * @param zh  subject and body in Chinese; {@code en} the same in English
 */
record Wording(Words zh, Words en) {
    private static final int LONGEST_SUBJECT = 80;
    private static final int LONGEST_BODY = 3_000;
    private static final Pattern BRACES = Pattern.compile("\\{([^{}]*)\\}");
    /** What can be filled in, Chinese and English name by name. */
    static final List<Text> NAMES = List.of(new Text("姓名", "name"), new Text("部门", "department"), new Text("截止日期", "deadline"), new Text("剩余天数", "days"), new Text("尚缺", "missing"));

    record Words(String subject, String body) {}

    /** Why it can't be sent, as a key and what it names; empty where it can. */
    Optional<Refusal> refusal() {
        for (var words : List.of(zh, en)) {
            if (words.subject().isBlank() || words.body().isBlank()) return Optional.of(new Refusal("progress.reminder.empty", ""));
            if (words.subject().codePointCount(0, words.subject().length()) > LONGEST_SUBJECT) return Optional.of(new Refusal("progress.reminder.subject-long", String.valueOf(LONGEST_SUBJECT)));
            if (words.body().codePointCount(0, words.body().length()) > LONGEST_BODY) return Optional.of(new Refusal("progress.reminder.body-long", String.valueOf(LONGEST_BODY)));
        }
        var mark = Stream.of(zh.subject(), zh.body(), en.subject(), en.body()).flatMap(each -> SecrecyMark.in(each).stream()).findFirst();
        if (mark.isPresent()) return Optional.of(new Refusal("progress.reminder.mark", mark.get()));
        return unknown().map(name -> new Refusal("progress.reminder.unknown", name));
    }

    record Refusal(String key, String about) {}

    private Optional<String> unknown() {
        var all = zh.subject() + zh.body() + en.subject() + en.body();
        return BRACES.matcher(all).results().map(found -> found.group(1)).filter(name -> NAMES.stream().noneMatch(known -> known.zh().equals(name) || known.en().equals(name)))
            .map(name -> "{" + name + "}").findFirst();
    }

    /**
     * For one recipient; a value in the wrong language is no fault, since either name may stand in either text.
     *
     * @param values by the Chinese name
     */
    Text subject(Map<String, Text> values) {
        return new Text(filled(zh.subject(), values, true), filled(en.subject(), values, false));
    }

    Text body(Map<String, Text> values) {
        return new Text(filled(zh.body(), values, true), filled(en.body(), values, false));
    }

    private static String filled(String text, Map<String, Text> values, boolean chinese) {
        return BRACES.matcher(text).replaceAll(found -> java.util.regex.Matcher.quoteReplacement(NAMES.stream()
            .filter(known -> known.zh().equals(found.group(1)) || known.en().equals(found.group(1))).findFirst().map(known -> values.get(known.zh()))
            .map(value -> chinese ? value.zh() : value.en()).orElse(found.group())));
    }
}
