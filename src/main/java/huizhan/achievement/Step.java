package huizhan.achievement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One step on the way between unit and department; the last one is where an achievement stands (B16, B19).
 *
 * @param reason why it was returned; what the middle body wrote when it passed it on; what the department wrote when it took it over
 * @param places what a return asks to correct: field ids of the call and codes of slots
 * @param until  the last day on which a returned one is awaited
 * @param middle the body between that it was sent to, that passed it on or returned it, or from which it was taken over
 */
record Step(int number, Kind kind, String reason, Instant at, List<String> places, Optional<LocalDate> until, Optional<UUID> middle) {

    Step(int number, Kind kind, String reason, Instant at) {
        this(number, kind, reason, at, List.of(), Optional.empty(), Optional.empty());
    }

    /** Whether it came to the department by it. */
    boolean arrives() {
        return kind.where() == Whereabouts.Place.DEPARTMENT;
    }

    /** Whether its unit let it go by it. */
    boolean leavesUnit() {
        return kind == Kind.SENT || kind == Kind.HANDED;
    }

    /** Without what the body between and the department wrote to each other. */
    Step forUnit() {
        return kind == Kind.PASSED || kind == Kind.TAKEN_OVER ? new Step(number, kind, "", at, places, until, middle) : this;
    }

    enum Kind {
        /** By the unit to the body between. */
        SENT("sent", Whereabouts.Place.MIDDLE),
        /** By the body between to the department. */
        PASSED("passed", Whereabouts.Place.DEPARTMENT),
        /** By the department from the body between. */
        TAKEN_OVER("taken-over", Whereabouts.Place.DEPARTMENT),
        /** By the unit to the department, or marked as ready by the department that fills it in. */
        HANDED("handed", Whereabouts.Place.DEPARTMENT),
        TAKEN_BACK("taken-back", Whereabouts.Place.UNIT),
        RETURNED("returned", Whereabouts.Place.RETURNED);

        private final String code;
        private final Whereabouts.Place where;

        Kind(String code, Whereabouts.Place where) {
            this.code = code;
            this.where = where;
        }

        String code() {
            return code;
        }

        /** Where an achievement is after it. */
        Whereabouts.Place where() {
            return where;
        }

        static Kind of(String code) {
            for (var each : values()) {
                if (each.code.equals(code)) return each;
            }
            throw new IllegalArgumentException("no step " + code);
        }
    }
}
