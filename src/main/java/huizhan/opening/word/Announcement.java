package huizhan.opening.word;

import huizhan.kernel.Text;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * What the organizer tells everybody.
 *
 * @param title       in Chinese where there is no English
 * @param from        the first day on which it is shown
 * @param to          the last one; absent for the whole call
 * @param at          when it was published, by the business clock
 * @param withdrawnAt when it was taken back; such a one is kept, and shown to nobody
 */
record Announcement(UUID id, Text title, Text text, LocalDate from, Optional<LocalDate> to, Instant at, Optional<Instant> withdrawnAt) {

    boolean shownOn(LocalDate day) {
        return withdrawnAt.isEmpty() && !day.isBefore(from) && to.map(last -> !day.isAfter(last)).orElse(true);
    }
}
