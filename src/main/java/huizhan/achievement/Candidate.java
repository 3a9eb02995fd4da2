package huizhan.achievement;

import huizhan.kernel.Disclosure;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One achievement as a line of a list.
 *
 * @param unit         the exhibiting unit; absent where the department itself is it
 * @param byDepartment whether the department fills it in
 * @param name         as typed, possibly empty
 * @param exhibitForms codes of the call
 * @param state        where it stands
 * @param since        when it came to stand there
 * @param reason       why it was returned; what the body between, or the department taking it over, wrote; else empty
 * @param due          the last day on which a returned one is awaited
 * @param middle       the body between at which it waits, that passed it on or returned it, or from which it was taken over; absent for none
 * @param body         that body's name; empty for none
 * @param errors       findings that stop a hand-over, of the unit's part
 */
public record Candidate(UUID id, Optional<UUID> unit, boolean byDepartment, String unitName, String name, String kind, List<String> directions,
                        List<String> exhibitForms, Disclosure disclosure, State state, Instant since, String reason, Optional<LocalDate> due, Optional<UUID> middle,
                        String body, int errors, int warnings) {

    /** With the unit; returned to it; waiting at the body between; with the department, as the last two. */
    public enum State { DRAFT, RETURNED, MIDDLE, HANDED, TAKEN_OVER }

    /** Whether it has reached the department. */
    public boolean arrived() {
        return state == State.HANDED || state == State.TAKEN_OVER;
    }
}
