package huizhan.reception;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * What was found of an item; the last step counts, the others stay.
 *
 * @param number counted from 1 for each item
 * @param parcel in which it lay, where somebody said so
 * @param note   what differs, why it is excepted, a remark; may be empty
 * @param shelf  where a disc lies; empty for papers
 * @param disc   the disc as it was taken in, where that was done
 */
record Step(Item item, long number, State state, Way way, Optional<UUID> parcel, String note, String shelf, Optional<UUID> disc, Instant at, UUID by) {

    enum State {
        HERE("good"), MISSING("bad"), DIFFERS("bad"), UNREADABLE("bad"), EXCEPTED("warn"), WITHDRAWN("open");

        private final String tone;

        State(String tone) {
            this.tone = tone;
        }

        public String tone() {
            return tone;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether nothing more is wanted. */
        boolean settles() {
            return this == HERE || this == EXCEPTED;
        }

        /** Whether somebody had it in hand, in whatever state. */
        boolean inHand() {
            return this == HERE || this == DIFFERS || this == UNREADABLE;
        }

        /** Whether the department has to send something. */
        boolean isDiscrepancy() {
            return this == MISSING || this == DIFFERS || this == UNREADABLE;
        }

        static Optional<State> of(String code) {
            return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
        }
    }

    /** How it became known. */
    enum Way {
        HAND, SCAN, DISC;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Way of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}
