package huizhan.nomination;

import huizhan.kernel.Actor;
import huizhan.kernel.Role;
import huizhan.web.Menu;
import huizhan.web.MenuEntry;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The way to the list. */
@Component
@Order(30)
class NominationMenu implements Menu {
    private final Approvals approvals;

    NominationMenu(Approvals approvals) {
        this.approvals = approvals;
    }

    @Override public List<MenuEntry> entriesFor(Actor actor) {
        if (actor.isAny(Role.DRAFTER, Role.APPROVER)) {
            return List.of(new MenuEntry("/nomination", "nomination.menu", "list", approvals.waitingFor(actor)));
        }
        return List.of();
    }
}
