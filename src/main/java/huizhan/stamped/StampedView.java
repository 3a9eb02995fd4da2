package huizhan.stamped;

import huizhan.kernel.Text;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A paper as a page shows it.
 *
 * @param key     its name within the page
 * @param path    the beginning of the addresses under which its sides are changed
 * @param slot    where its scan arrives
 * @param code    what the scan's code tells, as the end of a message's key; empty where nothing is asked
 * @param overdue whether the original was promised for a day that has passed
 * @param arrived since when the original lies with the organizer
 */
record StampedView(String key, String kind, int rank, String name, String path, String slot, Half scan, Half original, String code, boolean overdue,
                   Optional<LocalDate> arrived, List<Past> past) {

    /**
     * One side.
     *
     * @param state  the end of the key of its word
     * @param tone   good, warn, bad, half or open
     * @param at     when that was said; absent where nothing was
     * @param file   the scan, to open
     * @param seen   the number of the last step
     * @param typed  what was typed before a refusal
     */
    record Half(String side, String state, String tone, Optional<Instant> at, Optional<LocalDate> day, String note, @Nullable File file, long seen,
                boolean standing, Entered typed) {}

    record File(java.util.UUID id, String name, long size) {}

    /** @param refused why it was not taken; empty where nothing was refused */
    record Entered(String state, String day, String note, @Nullable Text refused) {}

    /** One step in words. */
    record Past(String side, String state, Optional<LocalDate> day, String note, @Nullable File file, Instant at, String by) {}
}
