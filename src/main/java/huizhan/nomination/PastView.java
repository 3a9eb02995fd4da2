package huizhan.nomination;

import huizhan.web.Paging;
import java.util.List;

/**
 * What became of annex 1, newest first.
 *
 * @param days    its events by day
 * @param present the version of the list that the page's reader has seen
 * @param open    whether the list can be changed now
 */
record PastView(List<Day> days, Paging paging, long present, boolean open) {

    record Day(String title, List<Event> events) {}

    /**
     * @param order   the lines as they stood after it, none where it was about the head
     * @param link    to where it can be compared; empty for none
     * @param version of the order that can be put back, 0 for none
     */
    record Event(String time, String who, String what, String note, String link, List<String> order, long version) {}
}
