package huizhan.web;

import huizhan.kernel.Actor;
import java.util.List;

/** A module's entries in the menu, by what the person may do. Beans in their {@code @Order}; six entries in all are shown. */
@FunctionalInterface
public interface Menu {

    /** The entries for this person, possibly none. Asked once for each page that shows the menu. */
    List<MenuEntry> entriesFor(Actor actor);
}
