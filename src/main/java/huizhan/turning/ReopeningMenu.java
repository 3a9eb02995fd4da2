package huizhan.turning;

import huizhan.kernel.Actor;
import huizhan.kernel.Disclosure;
import huizhan.kernel.Role;
import huizhan.kernel.Zone;
import huizhan.web.Menu;
import huizhan.web.MenuEntry;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Shows the organizer what waits for it, while something does. */
@Component
@Order(70)
class ReopeningMenu implements Menu {
    private final Reopenings reopenings;
    private final Zone zone;

    ReopeningMenu(Reopenings reopenings, Zone zone) {
        this.reopenings = reopenings;
        this.zone = zone;
    }

    @Override public List<MenuEntry> entriesFor(Actor actor) {
        if (!actor.is(Role.ORGANIZER) || zone.mayHold(Disclosure.NON_PUBLIC)) return List.of();
        int waiting = reopenings.waiting().size();
        return waiting == 0 ? List.of() : List.of(new MenuEntry("/reopenings", "turning.back.menu", "list", waiting));
    }
}
