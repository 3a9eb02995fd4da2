package huizhan.organization.access;

import huizhan.kernel.Actor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;

/** Spring Security's view of the session that {@link SessionFilter} found. Saving does nothing: sessions are opened by {@link SignIn}. */
final class SessionContexts implements SecurityContextRepository {

    @Override public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        var present = containsContext(request);
        return new DeferredSecurityContext() {
            @Override public boolean isGenerated() {
                return !present;
            }

            @Override public SecurityContext get() {
                return contextOf(request);
            }
        };
    }

    @Override @Deprecated public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return contextOf(holder.getRequest());
    }

    private static SecurityContext contextOf(HttpServletRequest request) {
        return request.getAttribute(Actor.class.getName()) instanceof Actor actor ? new SecurityContextImpl(new SignedIn(actor)) : new SecurityContextImpl();
    }

    @Override public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        // the session table is the only place
    }

    @Override public boolean containsContext(HttpServletRequest request) {
        return request.getAttribute(Actor.class.getName()) != null;
    }
}
