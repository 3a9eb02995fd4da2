package huizhan.stamped;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What became of the scan or of the original of one paper.
 *
 * @param number counted from 1 for each side of each paper
 * @param file   the scan
 * @param note   why it is excepted, a courier's number, a remark; may be empty
 * @param day    when it was stamped or sent, or by when it is to follow
 */
record Step(Paper paper, Paper.Side side, long number, State state, Optional<UUID> file, String note, Optional<LocalDate> day, Instant at, UUID by) {

    enum State {
        THERE, HERE, SENT, EXCEPTED, WITHDRAWN;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** What a person can say of a side; that a scan is there says the file itself. */
        static Set<State> of(Paper.Side side) {
            return side == Paper.Side.SCAN ? Set.of(EXCEPTED, WITHDRAWN) : Set.of(HERE, SENT, EXCEPTED, WITHDRAWN);
        }

        static Optional<State> of(String code) {
            return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
        }
    }
}
