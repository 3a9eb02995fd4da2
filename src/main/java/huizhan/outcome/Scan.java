package huizhan.outcome;

import java.util.Locale;

/**
 * What came of a code, {@code templates/outcome/codes.html}.
 *
 * @param sheet its sheet's number; 0 where nobody knows it
 */
record Scan(Outcome outcome, int sheet, int part, int parts) {

    enum Outcome {
        READ("good"),
        BEFORE("info"),
        /** Of a sheet of this number another was scanned before. */
        OTHER_SHEET("bad"),
        OTHER_CALL("bad"),
        /** Not signed by the organizer. */
        SIGNATURE("bad"),
        /** Nobody has put the organizer's card here. */
        NO_CARD("bad"),
        /** Read, but of what is not for the public here nothing was kept. */
        NON_PUBLIC("warn"),
        NOT_OURS("bad");

        private final String tone;

        Outcome(String tone) {
            this.tone = tone;
        }

        public String tone() {
            return tone;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static Scan of(Outcome outcome) {
        return new Scan(outcome, 0, 0, 0);
    }

    static Scan of(Outcome outcome, SheetCode code) {
        return new Scan(outcome, code.sheet(), code.part(), code.parts());
    }
}
