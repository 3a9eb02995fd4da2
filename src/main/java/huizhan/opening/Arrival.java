package huizhan.opening;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Notes when a request came in, before anything else happens to it: that moment decides the deadline, not the one at which a busy
 * server gets round to it (A13).
 */
final class Arrival extends OncePerRequestFilter {
    private static final String NAME = Arrival.class.getName() + ".at";
    private final Clock business;

    Arrival(Clock business) {
        this.business = business;
    }

    /** When the present request came in; outside of one, now. */
    Instant at() {
        var request = RequestContextHolder.getRequestAttributes();
        if (request != null && request.getAttribute(NAME, RequestAttributes.SCOPE_REQUEST) instanceof Instant noted) return noted;
        return business.instant();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        request.setAttribute(NAME, business.instant());
        chain.doFilter(request, response);
    }
}
