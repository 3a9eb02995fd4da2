package huizhan.nomination;

import java.util.function.LongSupplier;

/**
 * One of the pages about what came in, beside the list of departments.
 *
 * @param href       path within this server
 * @param messageKey its word in both languages
 * @param waiting    how many things wait there, counted where the tab is shown and not where only its address is asked
 */
public record Tab(String href, String messageKey, LongSupplier waiting) {

    /** Where nothing waits. */
    public Tab(String href, String messageKey) {
        this(href, messageKey, () -> 0);
    }

    /** 0 shows no figure. */
    public long work() {
        return waiting.getAsLong();
    }

    /** A module that works on what came in declares its page so; beans in their {@code @Order}. */
    @FunctionalInterface
    public interface Source {
        Tab tab();
    }
}
