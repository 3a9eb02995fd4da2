package huizhan.web;

import java.util.List;

/**
 * One entry of the menu.
 *
 * @param href path within this server, starting with {@code /}
 * @param messageKey its word in both languages
 * @param icon a name in {@code static/img/icons.svg}
 * @param work how many things wait for this person there; 0 shows no figure
 * @param places the addresses that belong to it, its own among them: on any of them it is the current place
 */
public record MenuEntry(String href, String messageKey, String icon, int work, List<String> places) {

    public MenuEntry(String href, String messageKey, String icon, int work) {
        this(href, messageKey, icon, work, List.of(href));
    }

    /** How many, as the page shows it. */
    public String figure() {
        return Sizes.number(work);
    }

    public MenuEntry {
        if (!href.startsWith("/")) throw new IllegalArgumentException("a menu entry starts with /, got " + href);
        if (work < 0) throw new IllegalArgumentException("work can't be negative, got " + work);
    }
}
