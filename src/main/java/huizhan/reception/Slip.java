package huizhan.reception;

import huizhan.reception.Item.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A sheet that reception hands out about a department's things: a receipt for what arrived (B17), or a return for correction (B19). */
sealed interface Slip {
    UUID id();

    UUID department();

    Part part();

    /** Counted from 1 for each part of each department. */
    long number();

    List<Line> lines();

    Instant at();

    UUID by();

    /**
     * One item as it was when the sheet was made, without its name.
     *
     * @param state none where nothing was said of it
     */
    record Line(Kind kind, Optional<UUID> achievement, int disc, int rank, String state, String note) {

        static Line of(Standing standing) {
            var due = standing.due();
            return new Line(due.item().kind(), due.item().achievement(), due.item().disc(), due.rank(),
                standing.state().map(Step.State::code).orElse("none"), standing.counting().map(Step::note).orElse(""));
        }

        Item item(Part part) {
            return new Item(part, kind, achievement, disc);
        }
    }

    /**
     * @param label  its number as people read it out
     * @param signed the number of the sign-off that held; empty for none
     */
    record Receipt(UUID id, UUID department, Part part, long number, String label, String signed, List<Line> lines, Instant at, UUID by) implements Slip {}

    /**
     * @param due    the last day to send what is missing or different
     * @param permit the extension that was granted with it
     */
    record Return(UUID id, UUID department, Part part, long number, String reason, LocalDate due, Optional<UUID> permit, List<Line> lines, Instant at, UUID by)
        implements Slip {}
}
