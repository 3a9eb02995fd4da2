package huizhan.opening;

import java.util.List;

/**
 * The call page (A13, A16).
 *
 * @param closed   whether the reader's department can no longer hand in
 * @param extended until when it may, and why, in a sentence; empty where it has no more time than others
 * @param asks     whether the reader may ask for more
 * @param news     what was said since the call was opened
 * @param handed   what the reader's department, and the body between, have added
 * @param asked    the table of what is to be handed in
 * @param start    where the reader's own work begins, or an empty href
 */
record CallPage(String title, String reference, String period, String deadlineDay, String deadlineZone, String counts, boolean closed,
                String extended, boolean asks, News news, Handed handed, List<Passage> passages, List<Asked> asked, List<Kind> kinds, List<Item> directions, List<Download> downloads,
                Contact contact, Start start) {

    /**
     * @param questions whether the reader may ask
     * @param unread    answers to the reader's own questions
     */
    record News(List<CallNews.Item> announcements, List<CallNews.Item> answers, boolean questions, int unread) {}

    /**
     * @param until the department's own day in a sentence, empty for none
     * @param body  the body between, empty for none; {@code bodyUntil} and {@code bodyNote} what it says to its own units
     */
    record Handed(String until, String note, String body, String bodyUntil, String bodyNote) {}

    record Passage(String id, String heading, List<String> paragraphs, boolean list) {}

    /** One line of the table: what, how many, within which limits, on paper and on disc. */
    record Asked(String what, String count, String limits, String paper, String disc) {}

    record Kind(String label, String hint, List<String> sections) {}

    record Item(String label, String hint) {}

    record Download(String title, List<Link> links) {}

    record Link(String href, String word) {}

    record Contact(String name, String telephone, String office, String address, String postcode) {}

    record Start(String href, String word) {}
}
