package huizhan.organization;

import huizhan.kernel.Role;
import huizhan.organization.Invitations.Link;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Links as a person copies them: behind {@code huizhan.address}, or the address this person reached the server by. */
@Component
class Links {
    private final String address;

    Links(@Value("${huizhan.address:}") String address) {
        this.address = address.replaceAll("/+$", "");
    }

    /** @param role the key's last part of what the link is for; null where the account has none yet */
    record Shown(String name, @org.jspecify.annotations.Nullable Role role, String address, Instant expiresAt) {}

    Shown shown(HttpServletRequest request, String name, @org.jspecify.annotations.Nullable Role role, Link link) {
        return new Shown(name, role, address(request) + link.path(), link.expiresAt());
    }

    private String address(HttpServletRequest request) {
        return address.isEmpty() ? ServletUriComponentsBuilder.fromContextPath(request).build().toUriString() : address;
    }
}
