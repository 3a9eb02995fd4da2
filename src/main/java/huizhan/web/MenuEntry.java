package huizhan.web;

/**
 * One entry of the menu.
 *
 * @param href path within this server, starting with {@code /}
 * @param messageKey its word in both languages
 * @param icon a name in {@code static/img/icons.svg}
 * @param work how many things wait for this person there; 0 shows no figure
 */
public record MenuEntry(String href, String messageKey, String icon, int work) {

    public MenuEntry {
        if (!href.startsWith("/")) throw new IllegalArgumentException("a menu entry starts with /, got " + href);
        if (work < 0) throw new IllegalArgumentException("work can't be negative, got " + work);
    }
}
