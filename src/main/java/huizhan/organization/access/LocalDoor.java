package huizhan.organization.access;

import huizhan.kernel.StartWord;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * The way in to a desk (C1): nobody signs in there, but an address with a ticket that lets one browser in once is printed at the start, so that
 * neither other users of the machine nor pages of other sites get in by its port. Kept in memory alone.
 */
@Component
@ConditionalOnProperty(name = "huizhan.zone", havingValue = "desk")
public class LocalDoor implements StartWord {
    static final String PATH = "/desk/door";
    private final Secrets secrets;
    private final AtomicReference<String> waiting = new AtomicReference<>("");

    LocalDoor(Secrets secrets) {
        this.secrets = secrets;
    }

    @Override public List<String> lines(String address) {
        return List.of();
    }

    @Override public Optional<String> entry() {
        return Optional.of(PATH + "?ticket=" + ticket());
    }

    /** A new ticket; the one before it, if nobody used it, is worth nothing any more. */
    String ticket() {
        var ticket = secrets.token();
        waiting.set(Secrets.hash(ticket));
        return ticket;
    }

    /** Whether it is the ticket that waits; from now on it is not. */
    boolean spend(String ticket) {
        var held = waiting.get();
        return Secrets.same(held, Secrets.hash(ticket)) && waiting.compareAndSet(held, "");
    }
}
