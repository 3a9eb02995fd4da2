package huizhan.web;

import huizhan.kernel.Lang;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.UriComponentsBuilder;

/** The language of a page (B1): {@code ?lang=}, else what was chosen before, else Chinese, whatever the browser prefers. */
final class Languages implements LocaleResolver {
    private static final String NAME = "lang";
    private static final String ERROR = Languages.class.getName() + ".failed";
    private static final Duration REMEMBERED = Duration.ofDays(365);

    static Lang of(HttpServletRequest request) {
        return asked(request).or(() -> Cookies.read(request, NAME).flatMap(Languages::named)).orElse(Lang.ZH);
    }

    static void remember(HttpServletRequest request, HttpServletResponse response) {
        asked(request).ifPresent(lang -> Cookies.write(request, response, NAME, code(lang), Optional.of(REMEMBERED)));
    }

    /**
     * The same page in the other language. A page that answers a POST has no address to come back to: it leads home. A page repeats no path,
     * and an error page no query either: what somebody sent by mistake is echoed nowhere (C7).
     */
    static String switchTo(Lang lang, HttpServletRequest request) {
        if (!request.getMethod().equals("GET")) return "/?" + NAME + "=" + code(lang);
        var query = request.getAttribute(ERROR) == null ? request.getQueryString() : null;
        return UriComponentsBuilder.newInstance().query(query).replaceQueryParam(NAME, code(lang)).build().toUriString();
    }

    /** Marks a request whose answer is an error page. */
    static void failed(HttpServletRequest request) {
        request.setAttribute(ERROR, true);
    }

    /** Read from the query alone, so that the body of an upload is never parsed for it. */
    private static Optional<Lang> asked(HttpServletRequest request) {
        var query = request.getQueryString();
        if (query == null || !query.contains(NAME)) return Optional.empty();
        for (var part : query.split("&")) {
            if (part.startsWith(NAME + "=")) return named(part.substring(NAME.length() + 1));
        }
        return Optional.empty();
    }

    private static Optional<Lang> named(String code) {
        if (code.equals("zh")) return Optional.of(Lang.ZH);
        return code.equals("en") ? Optional.of(Lang.EN) : Optional.empty();
    }

    private static String code(Lang lang) {
        return lang == Lang.ZH ? "zh" : "en";
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return of(request).locale();
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("the language is chosen by ?lang=");
    }
}
