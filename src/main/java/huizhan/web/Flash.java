package huizhan.web;

import huizhan.kernel.Lang;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The word on the page after a redirect; a page handler's argument. Travels in a cookie as the key of a text and its arguments,
 * never as a text, so that a forged cookie can only make the product say one of its own sentences.
 */
public final class Flash {
    private static final String NAME = "flash";
    private static final List<String> KINDS = List.of("good", "warn", "bad");
    private static final String NUMBER = "#";
    private static final String TEXT = "=";
    private static final int LONGEST_ARGUMENT = 120;
    private static final int LONGEST_COOKIE = 3000;

    private final HttpServletRequest request;
    private final HttpServletResponse response;

    Flash(HttpServletRequest request, HttpServletResponse response) {
        this.request = request;
        this.response = response;
    }

    /** Something was done. */
    public void good(String key, Object... arguments) {
        say("good", key, arguments);
    }

    /** Something was done, and something is to be looked at. */
    public void warn(String key, Object... arguments) {
        say("warn", key, arguments);
    }

    /** Something was not done. */
    public void bad(String key, Object... arguments) {
        say("bad", key, arguments);
    }

    private void say(String kind, String key, Object... arguments) {
        var lines = Stream.concat(Stream.of(kind, key), Arrays.stream(arguments).map(Flash::line)).toList();
        var value = Base64.getUrlEncoder().withoutPadding().encodeToString(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
        Cookies.write(request, response, NAME, value, Optional.empty());
    }

    private static String line(Object argument) {
        if (argument instanceof Number number) return NUMBER + number.longValue();
        var shown = argument.toString().replaceAll("\\s+", " ").codePoints().limit(LONGEST_ARGUMENT).toArray();
        return TEXT + new String(shown, 0, shown.length);
    }

    private static Object argument(String line) {
        return line.startsWith(NUMBER) ? Long.valueOf(line.substring(1)) : line.substring(1);
    }

    /** Takes the word out of the cookie, in the reader's language. Anything that isn't one of ours is dropped. */
    static Optional<Notice> take(HttpServletRequest request, HttpServletResponse response, Texts texts) {
        var cookie = Cookies.read(request, NAME);
        if (cookie.isEmpty()) return Optional.empty();
        Cookies.write(request, response, NAME, "", Optional.of(Duration.ZERO));
        return cookie.filter(value -> value.length() <= LONGEST_COOKIE).flatMap(value -> notice(value, Languages.of(request), texts));
    }

    private static Optional<Notice> notice(String value, Lang lang, Texts texts) {
        try {
            var lines = new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8).split("\n");
            if (lines.length < 2 || !KINDS.contains(lines[0]) || !texts.has(lines[1])) return Optional.empty();
            var arguments = Arrays.stream(lines).skip(2).map(Flash::argument).toArray();
            return Optional.of(new Notice(lines[0], texts.in(lang, lines[1], arguments)));
        } catch (IllegalArgumentException | StringIndexOutOfBoundsException notOurs) {
            return Optional.empty();
        }
    }
}
