package huizhan.nomination;

import huizhan.web.Sizes;
import huizhan.web.Stencils;
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

    /** How many wait there, as the page shows it; empty for none. */
    public String figure() {
        long work = waiting.getAsLong();
        return work == 0 ? "" : Sizes.number(work);
    }

    /** For a stencil: how many wait is a mark, whether anything does is not. */
    Framed framed(Stencils.Marks marks) {
        var figure = figure();
        return new Framed(href, messageKey, figure.isEmpty() ? "" : marks.text(figure));
    }

    /** A tab as a stencil sees it. */
    record Framed(String href, String messageKey, String figure) {}

    /** A module that works on what came in declares its page so; beans in their {@code @Order}. */
    @FunctionalInterface
    public interface Source {
        Tab tab();
    }
}
