package huizhan.web;

import huizhan.kernel.Actor;
import huizhan.kernel.Lang;
import java.util.Optional;

/**
 * Something new, on the first page of a person's menu until it was read.
 *
 * @param at   when it was said, in words
 * @param read where "read" is posted to
 */
public record HomeNotice(String title, String text, String at, String read) {

    /** Who knows of it. Asked for the first page of the menu alone. */
    public interface Source {
        Optional<HomeNotice> of(Actor me, Lang lang);
    }
}
