package huizhan.opening;

import huizhan.web.Dates;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A department's request for more time (B18).
 *
 * @param wanted the last day that it wishes for; empty where it leaves that to the organizer
 * @param at     by the business clock
 * @param answer absent while it waits
 */
record Extension(UUID id, UUID department, Optional<LocalDate> wanted, String reason, Instant at, UUID by, Optional<Answer> answer) {

    /**
     * @param until what was granted; empty for a refusal
     * @param word  the organizer's
     * @param gone  why what was granted was taken back; empty where it holds
     */
    record Answer(Optional<Instant> until, String word, Instant at, String gone) {

        /** The end that was granted, as people read it. */
        public Instant last() {
            return Dates.last(until.orElseThrow());
        }
    }
}
