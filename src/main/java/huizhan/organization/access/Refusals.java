package huizhan.organization.access;

import huizhan.audit.Audit;
import huizhan.kernel.Actor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What a request gets that may not pass. Signed out: pages lead to the sign-in and back, scripts get 401. Signed in: not permitted
 * looks exactly like not there, and stands in the trail (B15).
 */
@Component
class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {
    private final Permissions permissions;
    private final Audit audit;

    Refusals(Permissions permissions, Audit audit) {
        this.permissions = permissions;
        this.audit = audit;
    }

    @Override public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why) throws IOException {
        signedOut(request, response);
    }

    @Override public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why) throws IOException {
        if (!(request.getAttribute(Actor.class.getName()) instanceof Actor actor)) {
            signedOut(request, response);
        } else if (why instanceof CsrfException) {
            // the form comes from an earlier session of this browser, or from another site: scripts keep what was typed
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else {
            audit.refused(actor, "access.refused", "path:" + rowOf(request), Map.of("method", request.getMethod()));
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    /** The pattern, not the path: it may carry a token. */
    private String rowOf(HttpServletRequest request) {
        return permissions.find(request.getMethod(), request.getRequestURI()).map(row -> row.pattern().getPatternString()).orElse("none");
    }

    private void signedOut(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (permissions.find(request.getMethod(), request.getRequestURI()).isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var address = signIn(request);
        if (isScript(request)) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            response.setHeader("HX-Redirect", address);
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            response.getWriter().write("{\"status\":401,\"code\":\"signed-out\",\"signIn\":\"" + address + "\"}");
        } else {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", address);
        }
    }

    private static String signIn(HttpServletRequest request) {
        var way = "/sign-in";
        if (request.getAttribute(Session.NAME) instanceof Session session) way = session.enrolled() ? "/sign-in/code" : "/sign-in/enrolment";
        var page = way;
        return back(request).filter(path -> !path.equals("/") && !path.startsWith("/sign-in"))
            .map(path -> UriComponentsBuilder.fromPath(page).queryParam("return", "{path}").encode().buildAndExpand(path).toUriString())
            .orElse(page);
    }

    /** Where to come back to: the page itself, or the page a form or script belongs to. */
    private static Optional<String> back(HttpServletRequest request) {
        if (request.getMethod().equals("GET") && !isScript(request)) {
            return Optional.of(request.getRequestURI() + Optional.ofNullable(request.getQueryString()).map(query -> "?" + query).orElse(""));
        }
        return path(request.getHeader("HX-Current-URL")).or(() -> path(request.getHeader("Referer")));
    }

    private static Optional<String> path(@Nullable String address) {
        try {
            var path = address == null ? null : URI.create(address).getRawPath();
            return Optional.ofNullable(path).filter(Returns::isOurs);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isScript(HttpServletRequest request) {
        var accept = Optional.ofNullable(request.getHeader("Accept")).orElse("");
        return request.getHeader("X-Requested-With") != null || request.getHeader("HX-Request") != null
            || request.getHeader("Tus-Resumable") != null || accept.contains("json") && !accept.contains("html");
    }
}
