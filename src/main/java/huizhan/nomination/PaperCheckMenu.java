package huizhan.nomination;

import huizhan.kernel.Actor;
import huizhan.kernel.Role;
import huizhan.web.Menu;
import huizhan.web.MenuEntry;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The way to checking a paper, after everybody's daily work. */
@Component
@Order(700)
class PaperCheckMenu implements Menu {

    @Override public List<MenuEntry> entriesFor(Actor actor) {
        return actor.isAny(Role.UNIT, Role.DRAFTER, Role.APPROVER, Role.ORGANIZER) ? List.of(new MenuEntry("/paper-check", "nomination.paper-check", "scan", 0)) : List.of();
    }
}
