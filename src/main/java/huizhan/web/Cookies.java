package huizhan.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/** The shell's two cookies. Over TLS they carry the {@code __Host-} prefix (ASVS 3.3); loopback without TLS can't. */
final class Cookies {

    private Cookies() {}

    static Optional<String> read(HttpServletRequest request, String name) {
        var cookie = WebUtils.getCookie(request, name(request, name));
        return cookie == null || cookie.getValue().isEmpty() ? Optional.empty() : Optional.of(cookie.getValue());
    }

    /** Without an age the cookie lives as long as the browser's session; an age of zero removes it. */
    static void write(HttpServletRequest request, HttpServletResponse response, String name, String value, Optional<Duration> age) {
        var cookie = ResponseCookie.from(name(request, name), value).path("/").httpOnly(true).secure(request.isSecure()).sameSite("Lax");
        age.ifPresent(cookie::maxAge);
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.build().toString());
    }

    private static String name(HttpServletRequest request, String name) {
        return request.isSecure() ? "__Host-" + name : name;
    }
}
