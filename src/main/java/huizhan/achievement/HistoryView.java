package huizhan.achievement;

import huizhan.web.Difference;
import huizhan.web.Paging;
import java.util.List;

/**
 * What became of one achievement, newest first.
 *
 * @param days its events by day
 */
record HistoryView(List<Day> days, Paging paging) {

    record Day(String title, List<Event> events) {}

    /**
     * @param link to what can be compared, within the achievement's address; empty for none
     * @param note how often a field was saved, or a reason
     */
    record Event(String time, String who, String what, String note, String link) {}

    /**
     * One field's versions.
     *
     * @param versions the end of each spell, newest first
     * @param from     the number of the older of the two that are compared, 0 for none
     * @param restores whether the older one can be put back now
     * @param present  the number that the page's reader has seen as the newest
     */
    record OfField(String field, String label, List<Choice> versions, long from, long to, String fromTitle, String toTitle, Difference difference,
                   boolean restores, long present) {}

    record Choice(long number, String title) {}

    /**
     * What became of it between two hand-overs.
     *
     * @param choices the hand-overs that it can be compared with, newest first
     */
    record OfHandover(List<Choice> choices, long from, String fromTitle, String toTitle, List<Changed> fields, List<Moved> files) {}

    record Changed(String field, String label, Difference difference) {}

    /** @param kind good where it came, warn where it went */
    record Moved(String kind, String text) {}
}
