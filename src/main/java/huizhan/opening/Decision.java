package huizhan.opening;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * What the organizer gave one department or took back from it (B18, B24).
 *
 * @param id    of the permit or the exception
 * @param rule  that may be passed; empty where it is about time
 * @param until the first instant that is too late under the permit; absent where it is about a rule
 * @param at    by the business clock
 */
record Decision(UUID id, Kind kind, String rule, Optional<Instant> until, String reason, Instant at) {

    enum Kind {
        PERMIT, PERMIT_BACK, EXCEPTION, EXCEPTION_BACK;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Kind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }
}
