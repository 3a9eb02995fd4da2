package huizhan.organization.access;

import huizhan.kernel.Actor;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** Lets a request through when the permission table says so. */
final class Gate implements AuthorizationManager<RequestAuthorizationContext> {
    private final Permissions permissions;

    Gate(Permissions permissions) {
        this.permissions = permissions;
    }

    @Override public @Nullable AuthorizationResult authorize(Supplier<? extends @Nullable Authentication> who, RequestAuthorizationContext context) {
        var request = context.getRequest();
        var row = permissions.find(request.getMethod(), request.getRequestURI());
        return new AuthorizationDecision(row.isPresent() && row.get().admits(actor(who.get())));
    }

    private static Optional<Actor> actor(@Nullable Authentication who) {
        return who instanceof SignedIn signedIn ? Optional.of(signedIn.getPrincipal()) : Optional.empty();
    }
}
