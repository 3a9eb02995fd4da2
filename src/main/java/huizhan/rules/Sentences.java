package huizhan.rules;

import huizhan.kernel.Lang;
import huizhan.kernel.Text;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** The sentences of the findings in both languages, {@code messages/rules*.properties}; {@code {0}} stands for the first argument. */
final class Sentences {
    private static final Map<Lang, Properties> ALL = load();

    private Sentences() {}

    static String message(Finding finding, Lang lang) {
        return filled(key(finding), finding, lang);
    }

    /** A variant without a remedy of its own has its rule's. */
    static String remedy(Finding finding, Lang lang) {
        var own = key(finding) + ".remedy";
        return filled(ALL.get(lang).containsKey(own) ? own : finding.rule() + ".remedy", finding, lang);
    }

    /** Of a rule without a name of its own, its id. */
    static Text title(String rule) {
        return new Text(ALL.get(Lang.ZH).getProperty(rule + ".title", rule), ALL.get(Lang.EN).getProperty(rule + ".title", rule));
    }

    private static String key(Finding finding) {
        return finding.variant().isEmpty() ? finding.rule() : finding.rule() + "." + finding.variant();
    }

    private static String filled(String key, Finding finding, Lang lang) {
        var sentence = ALL.get(lang).getProperty(key);
        if (sentence == null) {
            throw new IllegalStateException("no sentence " + key + " in " + lang);
        }
        return filled(sentence, finding.arguments(), lang);
    }

    private static String filled(String sentence, List<Object> arguments, Lang lang) {
        var text = new StringBuilder();
        for (int i = 0; i < sentence.length(); i++) {
            char c = sentence.charAt(i);
            if (c == '{' && i + 2 < sentence.length() && sentence.charAt(i + 2) == '}') {
                var argument = arguments.get(sentence.charAt(i + 1) - '0');
                text.append(argument instanceof Text both ? both.in(lang) : argument);
                i += 2;
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }

    private static Map<Lang, Properties> load() {
        var all = new EnumMap<Lang, Properties>(Lang.class);
        all.put(Lang.ZH, read("/messages/rules.properties"));
        all.put(Lang.EN, read("/messages/rules_en.properties"));
        return all;
    }

    private static Properties read(String resource) {
        var properties = new Properties();
        try (var stream = Sentences.class.getResourceAsStream(resource)) {
            properties.load(new InputStreamReader(java.util.Objects.requireNonNull(stream, resource), StandardCharsets.UTF_8));
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
