package huizhan.web;

import huizhan.kernel.Lang;
import huizhan.kernel.Text;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.FieldPosition;
import java.text.Format;
import java.text.MessageFormat;
import java.text.ParsePosition;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.AbstractMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Every text of the product in both languages (B1): {@code messages/*.properties} of all modules, UTF-8, {@code x.properties}
 * Chinese and {@code x_en.properties} English. The start fails when a key stands twice or in one language only. An apostrophe is
 * always itself; {@code {0}} is an argument, whole numbers get thin spaces.
 */
public final class Texts extends AbstractMessageSource {
    private static final String ENGLISH = "_en.properties";
    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)}");
    private static final String[] NONE = {};

    private final Map<Lang, Map<String, String>> texts;
    private final boolean strict;
    private final Map<String, String[]> plain = new ConcurrentHashMap<>();

    /** @param strict whether a missing key is an exception (tests) or shows as ⟦key⟧ */
    public Texts(boolean strict) {
        this(read("classpath*:messages/*.properties"), strict);
    }

    Texts(Map<Lang, Map<String, String>> texts, boolean strict) {
        this.texts = texts;
        this.strict = strict;
        requireSameKeys(texts);
    }

    /** The text in the language; a {@link Text} among the arguments is put in that language too. */
    public String in(Lang lang, String key, Object... arguments) {
        return getMessage(key, arguments, lang.locale());
    }

    /** Whether there is such a text. */
    public boolean has(String key) {
        return of(Lang.ZH).containsKey(key);
    }

    private Map<String, String> of(Lang lang) {
        return texts.getOrDefault(lang, Map.of());
    }

    @Override
    protected @Nullable String resolveCodeWithoutArguments(String code, Locale locale) {
        return of(Lang.of(locale)).get(code);
    }

    /** A pattern is read anew at each use by {@link MessageFormat}; those that only put arguments in, nearly all, are read once. */
    @Override
    protected @Nullable String getMessageInternal(@Nullable String code, Object @Nullable [] arguments, @Nullable Locale locale) {
        if (code != null && arguments != null && arguments.length > 0 && locale != null) {
            var lang = Lang.of(locale);
            var text = of(lang).get(code);
            var pieces = text == null ? NONE : plain.computeIfAbsent(text, Texts::pieces);
            if (pieces.length > 0) return filled(pieces, arguments, lang);
        }
        return super.getMessageInternal(code, arguments, locale);
    }

    /** What stands between the arguments, and their numbers as characters, in turn; empty for a pattern with any other format. */
    private static String[] pieces(String text) {
        var pieces = new ArrayList<String>();
        int from = 0;
        var places = PLACE.matcher(text);
        while (places.find()) {
            pieces.add(text.substring(from, places.start()));
            pieces.add(places.group(1));
            from = places.end();
        }
        pieces.add(text.substring(from));
        for (int i = 0; i < pieces.size(); i += 2) {
            if (pieces.get(i).indexOf('{') >= 0 || pieces.get(i).indexOf('}') >= 0) return NONE;
        }
        return pieces.toArray(String[]::new);
    }

    private static String filled(String[] pieces, Object[] arguments, Lang lang) {
        var filled = new StringBuilder(pieces[0]);
        for (int i = 1; i < pieces.length; i += 2) {
            int number = Integer.parseInt(pieces[i]);
            if (number < arguments.length) filled.append(shown(arguments[number], lang));
            else filled.append('{').append(number).append('}');
            filled.append(pieces[i + 1]);
        }
        return filled.toString();
    }

    private static String shown(@Nullable Object argument, Lang lang) {
        if (argument instanceof Number number) return Sizes.number(number);
        if (argument instanceof Text text) return text.in(lang);
        return String.valueOf(argument);
    }

    @Override
    protected @Nullable MessageFormat resolveCode(String code, Locale locale) {
        var text = of(Lang.of(locale)).get(code);
        return text == null ? null : format(text, locale);
    }

    /** Spring itself asks for texts of its own problem details, which nobody has to have. */
    @Override
    protected @Nullable String getDefaultMessage(String code) {
        if (code.startsWith("problemDetail.")) return null;
        if (strict) throw new IllegalStateException("no text for the key " + code);
        return "⟦" + code + "⟧";
    }

    private static MessageFormat format(String text, Locale locale) {
        var format = new MessageFormat(text.replace("'", "''"), locale);
        var given = format.getFormatsByArgumentIndex();
        for (var i = 0; i < given.length; i++) {
            if (given[i] == null) format.setFormatByArgumentIndex(i, new Plain(Lang.of(locale)));
        }
        return format;
    }

    private static void requireSameKeys(Map<Lang, Map<String, String>> texts) {
        var alone = new TreeSet<>(texts.getOrDefault(Lang.ZH, Map.of()).keySet());
        var english = new TreeSet<>(texts.getOrDefault(Lang.EN, Map.of()).keySet());
        var both = new TreeSet<>(alone);
        both.retainAll(english);
        alone.addAll(english);
        alone.removeAll(both);
        if (!alone.isEmpty()) throw new IllegalStateException("texts in one language only: " + alone);
    }

    static Map<Lang, Map<String, String>> read(String pattern) {
        var texts = new EnumMap<Lang, Map<String, String>>(Lang.class);
        try {
            for (var file : new PathMatchingResourcePatternResolver().getResources(pattern)) {
                var lang = String.valueOf(file.getFilename()).endsWith(ENGLISH) ? Lang.EN : Lang.ZH;
                add(texts.computeIfAbsent(lang, any -> new HashMap<>()), file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    private static void add(Map<String, String> texts, Resource file) throws IOException {
        try (Reader in = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            new OnceEach(texts, String.valueOf(file.getFilename())).load(in);
        }
    }

    /** {@link Properties} would let the later of two lines win without a word. */
    private static final class OnceEach extends Properties {
        private static final long serialVersionUID = 1L;
        private final transient Map<String, String> texts;
        private final String file;

        OnceEach(Map<String, String> texts, String file) {
            this.texts = texts;
            this.file = file;
        }

        @Override
        public synchronized @Nullable Object put(Object key, Object value) {
            var earlier = texts.putIfAbsent(key.toString(), value.toString());
            if (earlier != null) throw new IllegalStateException(file + ": the key " + key + " stands twice");
            return null;
        }
    }

    private static final class Plain extends Format {
        private static final long serialVersionUID = 1L;
        private final Lang lang;

        Plain(Lang lang) {
            this.lang = lang;
        }

        @Override
        public StringBuffer format(Object argument, StringBuffer to, FieldPosition position) {
            return to.append(shown(argument, lang));
        }

        @Override
        public Object parseObject(String source, ParsePosition position) {
            throw new UnsupportedOperationException();
        }
    }
}
