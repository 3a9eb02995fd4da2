package huizhan.organization.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;

/**
 * Form tokens against cross-site requests: HMAC of the session's token, nothing to store, new at each sign-in. Before sign-in the
 * same over a random cookie (double submit, bound by the server's secret).
 */
final class FormTokens implements CsrfTokenRepository {
    static final String HEADER = "X-CSRF-TOKEN";
    static final String FIELD = "_csrf";
    private static final String FRESH = FormTokens.class.getName() + ".fresh";
    private final Secrets secrets;

    FormTokens(Secrets secrets) {
        this.secrets = secrets;
    }

    @Override public CsrfToken generateToken(HttpServletRequest request) {
        var known = loadToken(request);
        if (known != null) return known;
        var fresh = secrets.token();
        request.setAttribute(FRESH, fresh);
        return token("form-cookie", fresh);
    }

    @Override public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        if (token != null && request.getAttribute(FRESH) instanceof String fresh) SessionCookie.FORM.write(response, fresh);
    }

    @Override public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        if (request.getAttribute(Session.NAME) instanceof Session session) return token("form-session", session.token());
        return SessionCookie.FORM.read(request).map(value -> token("form-cookie", value)).orElse(null);
    }

    private CsrfToken token(String purpose, String value) {
        return new DefaultCsrfToken(HEADER, FIELD, secrets.hmac(purpose, value));
    }
}
