package huizhan.opening;

import huizhan.kernel.Actor;
import huizhan.kernel.Lang;
import java.util.List;
import java.util.UUID;

/** What was said to everybody since the call was opened, for the call page. */
public interface CallNews {

    /** @param head a title or a question, @param text what is said to it, @param at when, in words */
    record Item(UUID id, String head, String text, String at) {}

    /** What is announced now, the newest first. */
    List<Item> announcements(Lang lang);

    /** The newest questions that were answered for all. */
    List<Item> questions(Lang lang);

    /** How many answers to a person's own questions the person hasn't read. */
    int unread(Actor me);
}
