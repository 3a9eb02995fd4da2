package huizhan.achievement;

import java.util.List;
import java.util.UUID;

/**
 * Returning an achievement to its unit: why, what is to be corrected, until when (B19).
 *
 * @param reason  as typed, after a refusal
 * @param until   the same
 * @param first   the first day that can be named, as ISO writes it
 * @param last    the last one
 * @param refused why it was not returned, or empty
 * @param closed  why it can't be returned now, or empty
 */
record ReturnPage(UUID id, String name, List<Section> sections, String reason, String until, String first, String last, String refused, String closed) {

    record Section(String title, List<Item> items) {}

    /**
     * One thing that can be named.
     *
     * @param text how it begins now; empty for nothing
     */
    record Item(String code, String label, String text, boolean chosen) {}
}
