package huizhan.progress;

import java.util.List;

/**
 * Whom a reminder goes to, of the departments that were chosen (B21).
 *
 * @param written those that get letters
 * @param silent  those that want a call, since nobody there has an address
 * @param done    those that have signed off: nothing is missing, so there is nothing to remind them of
 */
record Recipients(List<Row> written, List<Row> silent, List<Row> done) {

    static Recipients of(List<Row> chosen) {
        var owing = chosen.stream().filter(row -> !row.missing().isEmpty()).toList();
        return new Recipients(owing.stream().filter(row -> !row.reachable().isEmpty()).toList(),
            owing.stream().filter(row -> row.reachable().isEmpty()).toList(), chosen.stream().filter(row -> row.missing().isEmpty()).toList());
    }

    long letters() {
        return written.stream().mapToLong(row -> row.reachable().size()).sum();
    }

    /** The key of the text that says why nobody gets a letter. */
    String nobody() {
        return written.isEmpty() && silent.isEmpty() && !done.isEmpty() ? "progress.reminder.all-done" : "progress.reminder.nobody";
    }
}
