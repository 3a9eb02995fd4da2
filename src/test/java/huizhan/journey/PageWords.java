package huizhan.journey;

import huizhan.kernel.Lang;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Every text that a page of the program may show in one language: those of the message files, and the few that its scripts say themselves. */
final class PageWords {
    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final Path SCRIPT = Path.of("src/main/resources/static/js/words.js");
    private static final Pattern SAID = Pattern.compile("'([^'\n]+)'|`([^`\n]+)`");
    private static final Pattern CHOICE = Pattern.compile("\\{\\d,choice,(.*)}");
    /** What is filled in when a page is made: {0}, [size], ${n}. */
    private static final Pattern FILLED = Pattern.compile("\\$?\\{[^{}]*}|\\[[a-z0-9]+]");
    private static final int LEAST_LETTERS = 2;
    private final List<Pattern> texts = new ArrayList<>();

    PageWords(Lang lang) throws IOException {
        try (var files = Files.list(MESSAGES)) {
            for (var file : files.filter(each -> each.getFileName().toString().contains("_en.") == (lang == Lang.EN)).sorted().toList()) {
                read(file).values().forEach(text -> add((String) text));
            }
        }
        var script = Files.readString(SCRIPT);
        int english = script.indexOf("\n  en: {");
        SAID.matcher(lang == Lang.EN ? script.substring(english) : script.substring(0, english)).results()
            .forEach(found -> add(found.group(1) == null ? found.group(2) : found.group(1)));
    }

    private static Properties read(Path file) throws IOException {
        var texts = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            texts.load(reader);
        }
        return texts;
    }

    private void add(String text) {
        var choice = CHOICE.matcher(text);
        if (choice.find()) {
            Stream.of(choice.group(1).split("\\|")).map(each -> each.replaceFirst("^\\d+[#<]", ""))
                .forEach(each -> add(text.substring(0, choice.start()) + each + text.substring(choice.end())));
        } else if (FILLED.matcher(text).replaceAll("").codePoints().filter(Character::isLetter).count() >= LEAST_LETTERS) {
            texts.add(pattern(text));
        }
    }

    private static Pattern pattern(String text) {
        var pattern = new StringBuilder();
        int end = 0;
        for (var found : FILLED.matcher(text).results().toList()) {
            pattern.append(Pattern.quote(text.substring(end, found.start()))).append(".+");
            end = found.end();
        }
        return Pattern.compile(pattern.append(Pattern.quote(text.substring(end))).toString());
    }

    boolean has(String words) {
        return texts.stream().anyMatch(each -> each.matcher(words).matches());
    }

    /** @throws UncheckedIOException where the message files can't be read */
    static PageWords of(Lang lang) {
        try {
            return new PageWords(lang);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
