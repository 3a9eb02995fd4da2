package huizhan.web;

import huizhan.kernel.Actor;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who is signed in, as whoever did the signing-in left it: the request's attribute, else the principal. */
final class Signed {

    private Signed() {}

    static Optional<Actor> in(HttpServletRequest request) {
        if (request.getAttribute(Actor.class.getName()) instanceof Actor actor) return Optional.of(actor);
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Actor actor ? Optional.of(actor) : Optional.empty();
    }
}
