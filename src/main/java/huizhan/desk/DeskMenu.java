package huizhan.desk;

import huizhan.kernel.Actor;
import huizhan.web.Menu;
import huizhan.web.MenuEntry;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The desk itself, after the work. */
@Component
@ConditionalOnProperty(name = "huizhan.zone", havingValue = "desk")
@Order(790)
class DeskMenu implements Menu {
    @Override public List<MenuEntry> entriesFor(Actor actor) {
        return List.of(new MenuEntry("/desk", "desk.menu", "home", 0));
    }
}
