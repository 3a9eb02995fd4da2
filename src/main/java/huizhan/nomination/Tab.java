package huizhan.nomination;

/**
 * One of the pages about what came in, beside the list of departments.
 *
 * @param href       path within this server
 * @param messageKey its word in both languages
 * @param work       how many things wait there; 0 shows no figure
 */
public record Tab(String href, String messageKey, long work) {

    /** A module that works on what came in declares its page so; beans in their {@code @Order}. */
    @FunctionalInterface
    public interface Source {
        Tab tab();
    }
}
