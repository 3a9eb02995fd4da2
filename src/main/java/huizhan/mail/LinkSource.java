package huizhan.mail;

import huizhan.kernel.Actor;
import java.util.Optional;

/** A module that has links which may lie in no letter: it is asked for them when one goes out. */
public interface LinkSource {

    /** Whether references of this kind are its own. */
    boolean knows(String reference);

    /** The path that a reference leads to now, with a slash before it; empty where it leads nowhere any more. */
    Optional<String> path(String reference);

    /** The same for a person who wants to send the letter by hand; empty for whoever may not have it. */
    Optional<String> path(String reference, Actor reader);
}
