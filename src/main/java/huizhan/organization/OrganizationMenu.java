package huizhan.organization;

import huizhan.kernel.Actor;
import huizhan.kernel.Role;
import huizhan.kernel.Zone;
import huizhan.web.Menu;
import huizhan.web.MenuEntry;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The entries about people, after those about the work. */
@Component
@Order(OrganizationMenu.PLACE)
class OrganizationMenu implements Menu {
    static final int PLACE = 800;
    private final Zone zone;

    OrganizationMenu(Zone zone) {
        this.zone = zone;
    }

    @Override public List<MenuEntry> entriesFor(Actor actor) {
        // a desk has one person, and no accounts
        if (zone == Zone.DESK) return List.of();
        var entries = new ArrayList<MenuEntry>();
        if (actor.is(Role.ORGANIZER)) entries.add(new MenuEntry("/departments", "organization.menu.departments", "building", 0));
        if (actor.isAny(Role.DRAFTER, Role.APPROVER)) entries.add(new MenuEntry("/people", "organization.menu.people", "people", 0, List.of("/people", "/keys")));
        if (actor.is(Role.MIDDLE)) entries.add(new MenuEntry("/people", "organization.menu.units", "people", 0));
        if (actor.is(Role.UNIT)) entries.add(new MenuEntry("/keys", "organization.menu.keys", "lock", 0));
        if (actor.is(Role.SYSADMIN)) entries.add(new MenuEntry("/accounts", "organization.menu.accounts", "people", 0));
        if (actor.is(Role.SECADMIN)) entries.add(new MenuEntry("/grants", "organization.menu.grants", "lock", 0));
        entries.add(new MenuEntry("/account", "organization.menu.account", "user", 0));
        return entries;
    }
}
