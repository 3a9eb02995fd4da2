package huizhan.nomination;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One sentence beside a department's sign-off about work that lies elsewhere, with the way there.
 *
 * @param href    path within this server
 * @param linkKey the link's word in both languages
 * @param kind    good, info or warn
 * @param key     the sentence in both languages
 * @param figures what the sentence needs
 */
public record ToDo(String href, String linkKey, String kind, String key, List<Object> figures) {

    /** A module above declares its sentence so; beans in their {@code @Order}. */
    @FunctionalInterface
    public interface Source {
        Optional<ToDo> of(UUID department);

        /** Whether it is told while the list is still written, not only once that is signed off. */
        default boolean early() {
            return false;
        }
    }
}
