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
