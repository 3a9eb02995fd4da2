package huizhan.mail;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * What happened to a letter; the last fact is where it stands.
 *
 * @param number counted from 0, the putting; of two that note the same number at once one is told
 * @param at     by the business clock
 * @param word   the mail server's answer, or why there was none; else empty
 */
record Fact(int number, Kind kind, Instant at, UUID by, String word) {

    /**
     * {@code AGAIN}: a person wants it tried now. {@code GIVEN_UP}: the server asked for patience for too long, so the last time was the last.
     * {@code GONE}: what it leads to no longer works, so it was not sent.
     */
    enum Kind {
        PUT, AGAIN, BEGUN, ACCEPTED, DEFERRED, GIVEN_UP, UNREACHABLE, REFUSED, DOUBTFUL, GONE, WITHDRAWN, BY_HAND;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Kind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /** Where a letter stands, by its last fact. */
    enum State {
        WAITING("open", Kind.PUT, Kind.AGAIN, Kind.DEFERRED, Kind.UNREACHABLE), SENDING("open", Kind.BEGUN), DOUBTFUL("warn", Kind.DOUBTFUL),
        FAILED("bad", Kind.REFUSED, Kind.GIVEN_UP), SENT("good", Kind.ACCEPTED), BY_HAND("good", Kind.BY_HAND), GONE("info", Kind.GONE), WITHDRAWN("info", Kind.WITHDRAWN);

        private final String tone;
        private final List<Kind> kinds;

        State(String tone, Kind... kinds) {
            this.tone = tone;
            this.kinds = List.of(kinds);
        }

        public String tone() {
            return tone;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        List<Kind> kinds() {
            return kinds;
        }

        static State of(Kind kind) {
            return List.of(values()).stream().filter(each -> each.kinds.contains(kind)).findFirst().orElseThrow();
        }

        /** Whether a person has to look at it. */
        boolean isTrouble() {
            return this == FAILED || this == DOUBTFUL;
        }

        /** Whether a person can have it tried again. */
        boolean mayGoAgain() {
            return this == WAITING || this == DOUBTFUL || this == FAILED || this == WITHDRAWN;
        }

        /** Whether a person can take it back. */
        boolean mayBeWithdrawn() {
            return this == WAITING || this == DOUBTFUL || this == FAILED;
        }
    }
}
