package huizhan.achievement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One step on the way between unit and department; the last one is where an achievement stands (B16, B19).
 *
 * @param places what a return asks to correct: field ids of the call and codes of slots
 * @param until  the last day on which a returned one is awaited
 */
record Step(int number, Kind kind, String reason, Instant at, List<String> places, Optional<LocalDate> until) {

    Step(int number, Kind kind, String reason, Instant at) {
        this(number, kind, reason, at, List.of(), Optional.empty());
    }

    enum Kind {
        HANDED("handed"), TAKEN_BACK("taken-back"), RETURNED("returned");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }

        static Kind of(String code) {
            for (var each : values()) {
                if (each.code.equals(code)) return each;
            }
            throw new IllegalArgumentException("no step " + code);
        }
    }
}
