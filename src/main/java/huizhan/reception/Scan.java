package huizhan.reception;

import huizhan.kernel.Text;
import java.util.Optional;
import java.util.UUID;

/**
 * What the code on a paper told (B8), {@code templates/reception/scan.html}.
 *
 * @param outcome    what it is, the end of the key of its sentence
 * @param department whose it is, as far as this reader may know
 * @param item       on the checklist; absent where it has no place there
 * @param label      the end of the key of the paper's word; empty for none
 * @param name       the achievement's, as typed
 * @param noted      whether the checklist was changed
 */
record Scan(Outcome outcome, Optional<UUID> department, Text departmentName, Optional<Item> item, String label, int rank, String name, boolean noted) {

    enum Outcome {
        /** The same as the record that counts. */
        SAME("good"),
        /** A sign-off that was withdrawn, or one before the one that holds. */
        OLDER("bad"),
        /** Like the draft as it stands: nobody has signed it off yet. */
        NEWER("warn"),
        /** Of that document, and of no content that is kept. */
        DIFFERENT("bad"),
        /** The summary table is not the whole one: it may be the stub version of the open parcel. */
        PAIR("warn"),
        /** Of a department whose parcel this is not. */
        ELSEWHERE("bad"),
        /** Of something that this reader may not see here. */
        NON_PUBLIC("bad"),
        /** Of something that a colleague notes. */
        COLLEAGUE("warn"),
        /** A label or a receipt: it says whose parcel it is and is no item. */
        LABEL("info"),
        /** A disc's label: where it lies must be typed. */
        DISC("info"),
        /** A code of ours, of a document that is not known here. */
        UNKNOWN("bad"),
        /** No code of ours. */
        NOT_OURS("bad");

        private final String tone;

        Outcome(String tone) {
            this.tone = tone;
        }

        public String tone() {
            return tone;
        }

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /** Of which nobody is told whose it is. */
    static Scan of(Outcome outcome) {
        return new Scan(outcome, Optional.empty(), Text.same(""), Optional.empty(), "", 0, "", false);
    }

    /** Whether the right paper is here already, so that a wrong one can be put aside. */
    public boolean spare() {
        return !noted && item.isPresent() && (outcome == Outcome.OLDER || outcome == Outcome.DIFFERENT);
    }
}
