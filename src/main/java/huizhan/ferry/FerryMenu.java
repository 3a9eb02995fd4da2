package huizhan.ferry;

import huizhan.kernel.Actor;
import huizhan.kernel.Role;
import huizhan.kernel.Zone;
import huizhan.nomination.Tab;
import huizhan.web.Menu;
import huizhan.web.MenuEntry;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The way to the discs: a tab of what came in for the organizer, an entry of the menu for those who receive. */
@Component
@Order(35)
class FerryMenu implements Menu, Tab.Source {
    private final WaitingDiscSql sql;
    private final Zone zone;

    FerryMenu(WaitingDiscSql sql, Zone zone) {
        this.sql = sql;
        this.zone = zone;
    }

    @Override public List<MenuEntry> entriesFor(Actor actor) {
        if (zone == Zone.DESK) return actor.ofDepartment() ? List.of(new MenuEntry(GatheringPages.HOME, "ferry.desk.title", "disc", sql.all().size())) : List.of();
        return actor.isAny(Role.CLERK, Role.CONFIDENTIALITY) && !actor.is(Role.ORGANIZER) ? List.of(new MenuEntry(DiscPages.HOME, "ferry.title", "disc", sql.all().size())) : List.of();
    }

    @Override public Tab tab() {
        return new Tab(DiscPages.HOME, "ferry.title", () -> sql.all().size());
    }
}
