package huizhan.organization;

import huizhan.kernel.Actor;
import huizhan.mail.LinkSource;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Gives an invitation's link to the letter that carries it, at the moment of sending and never before. */
@Component
class InvitationLinks implements LinkSource {
    static final String KIND = "invitation:";
    private final Invitations invitations;

    InvitationLinks(Invitations invitations) {
        this.invitations = invitations;
    }

    @Override public boolean knows(String reference) {
        return reference.startsWith(KIND);
    }

    @Override public Optional<String> path(String reference) {
        return invitations.working(id(reference)).map(each -> each.link().path());
    }

    @Override public Optional<String> path(String reference, Actor reader) {
        return invitations.working(id(reference)).filter(each -> RoleRules.looksAfter(reader, each.account())).map(each -> each.link().path());
    }

    private static UUID id(String reference) {
        return UUID.fromString(reference.substring(KIND.length()));
    }
}
