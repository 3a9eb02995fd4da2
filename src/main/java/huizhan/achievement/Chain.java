package huizhan.achievement;

import huizhan.web.Stencils;
import java.util.List;

/**
 * What the way through a body between unit and department says of an achievement (B16), {@code templates/achievement/chain.html}.
 *
 * @param body     its name
 * @param words    since when it waits there, or when it was passed on or taken over, in a sentence
 * @param by       who passed it on or took it over; empty for a unit's reader
 * @param opinions of unit and body one beside the other; none for a unit's reader
 * @param pass     whether the reader can pass it on now
 * @param over     why the reader can pass it on and yet not return it; empty otherwise
 */
record Chain(String body, String words, String by, List<Opinion> opinions, boolean pass, String over) {

    /** @param text empty where nothing was written */
    record Opinion(String who, String label, String text) {}

    /** For a stencil: names, days and what was written are marks. */
    Chain framed(Stencils.Marks marks) {
        return new Chain(marks.text(body), marks.text(words), by.isEmpty() ? "" : marks.text(by), opinions.stream()
            .map(each -> new Opinion(marks.text(each.who), marks.text(each.label), each.text.isBlank() ? "" : marks.text(each.text))).toList(), pass,
            over.isEmpty() ? "" : marks.text(over));
    }
}
