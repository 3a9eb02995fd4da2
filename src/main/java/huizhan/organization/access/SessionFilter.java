package huizhan.organization.access;

import huizhan.kernel.Actor;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Finds the session of a request, first in the security chain, and leaves it and its {@link Actor} as request attributes. */
final class SessionFilter extends OncePerRequestFilter {
    private final Sessions sessions;

    SessionFilter(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/s/") || request.getRequestURI().equals("/health");
    }

    @Override protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        SessionCookie.SESSION.read(request).flatMap(sessions::find).ifPresent(session -> {
            request.setAttribute(Session.NAME, session);
            if (session.complete()) request.setAttribute(Actor.class.getName(), session.actor());
        });
        chain.doFilter(request, response);
    }
}
