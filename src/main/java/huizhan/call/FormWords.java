package huizhan.call;

import huizhan.kernel.Lang;
import huizhan.kernel.Text;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Fills the call's figures and choice lists into a form's words: {@code {board-text}}, {@code {pictures-most}}, {@code {fields}}. */
final class FormWords {
    private static final Pattern PLACE = Pattern.compile("\\{([a-z-]+)}");

    private FormWords() {}

    static Text fill(Text words, Call call) {
        return new Text(fill(words.zh(), call, Lang.ZH), fill(words.en(), call, Lang.EN));
    }

    private static String fill(String words, Call call, Lang lang) {
        return words.indexOf('{') < 0 ? words : replace(words, name -> value(name, call, lang));
    }

    /** The first place whose name the call doesn't know, or empty. */
    static String stranger(Text words, Call call) {
        for (var text : new String[] {words.zh(), words.en()}) {
            for (var places = PLACE.matcher(text); places.find();) {
                if (value(places.group(1), call, Lang.ZH).isEmpty()) {
                    return places.group(1);
                }
            }
        }
        return "";
    }

    private static String replace(String words, Function<String, String> values) {
        return PLACE.matcher(words).replaceAll(place -> Matcher.quoteReplacement(values.apply(place.group(1))));
    }

    private static String value(String name, Call call, Lang lang) {
        var limits = call.limits();
        return switch (name) {
            case "nominated" -> String.valueOf(limits.nominated());
            case "statement" -> String.valueOf(limits.statement());
            case "board-text" -> String.valueOf(limits.boardText());
            case "pictures-least" -> String.valueOf(limits.picturesLeast());
            case "pictures-most" -> String.valueOf(limits.picturesMost());
            case "period" -> call.period().in(lang);
            default -> call.choices(name).stream().map(each -> each.label().in(lang))
                    .collect(Collectors.joining(lang == Lang.ZH ? "；" : "; "));
        };
    }
}
