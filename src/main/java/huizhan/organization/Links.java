package huizhan.organization;

import huizhan.kernel.Clocks;
import huizhan.kernel.Role;
import huizhan.organization.Invitations.Link;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Links as a person copies them: behind {@code huizhan.address}, or the address this person reached the server by. */
@Component
class Links {
    private final String address;
    private final Clocks clocks;

    Links(@Value("${huizhan.address:}") String address, Clocks clocks) {
        this.clocks = clocks;
        this.address = address.replaceAll("/+$", "");
    }

    /** @param role the key's last part of what the link is for; null where the account has none yet */
    record Shown(String name, @Nullable Role role, String address, Instant expiresAt) {}

    Shown shown(HttpServletRequest request, String name, @Nullable Role role, Link link) {
        return new Shown(name, role, address(request) + link.path(), clocks.asShown(link.expiresAt()));
    }

    /** What stands before a link's path: never taken from a stranger's request, as only who may make a link asks. */
    String address(HttpServletRequest request) {
        return address.isEmpty() ? ServletUriComponentsBuilder.fromContextPath(request).build().toUriString() : address;
    }
}
