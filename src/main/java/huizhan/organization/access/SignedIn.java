package huizhan.organization.access;

import huizhan.kernel.Actor;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/** A signed-in person, as Spring Security carries one; the principal is the {@link Actor}. */
final class SignedIn extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1L;
    private final transient Actor actor;

    SignedIn(Actor actor) {
        super(AuthorityUtils.NO_AUTHORITIES);
        this.actor = actor;
        setAuthenticated(true);
    }

    @Override public Object getCredentials() {
        return "";
    }

    @Override public Actor getPrincipal() {
        return actor;
    }

    @Override public String getName() {
        return actor.account().toString();
    }
}
