package huizhan.achievement;

import java.time.Instant;

/** One step on the way between unit and department; the last one is where an achievement stands (B16, B19). */
record Step(int number, Kind kind, String reason, Instant at) {

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
