package huizhan.organization.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/**
 * The cookies of signing in, all with {@code __Host-}, {@code Secure}, {@code HttpOnly} (ASVS 3.3). Browsers take them from a plain
 * loopback address too, because they trust it as they trust TLS.
 */
enum SessionCookie {
    /** The session's token. */
    SESSION("__Host-huizhan", Optional.empty()),
    /** The double-submit value of the forms before sign-in. */
    FORM("__Host-huizhan-form", Optional.empty()),
    /** The mark of a browser that has signed in here. */
    DEVICE("__Host-huizhan-device", Optional.of(Devices.KEPT));

    private final String cookieName;
    private final Optional<Duration> age;

    SessionCookie(String cookieName, Optional<Duration> age) {
        this.cookieName = cookieName;
        this.age = age;
    }

    Optional<String> read(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, cookieName)).map(cookie -> cookie.getValue()).filter(value -> !value.isEmpty());
    }

    void write(HttpServletResponse response, String value) {
        send(response, value, age);
    }

    void remove(HttpServletResponse response) {
        send(response, "", Optional.of(Duration.ZERO));
    }

    private void send(HttpServletResponse response, String value, Optional<Duration> lasting) {
        var cookie = ResponseCookie.from(cookieName, value).path("/").secure(true).httpOnly(true).sameSite("Lax");
        lasting.ifPresent(cookie::maxAge);
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.build().toString());
    }
}
