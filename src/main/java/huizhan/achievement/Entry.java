package huizhan.achievement;

import huizhan.kernel.Actor;
import huizhan.kernel.Disclosure;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An achievement's identity and where it stands; what was typed lies in its fields.
 *
 * @param unit         absent where the department itself is the exhibiting unit
 * @param byDepartment whether the department's people fill it in
 * @param last         the last step between unit and department; absent until it is first handed over
 * @param revision     how often it came to the department, at least 1
 * @param times        how often its unit let it go, at least 1
 */
record Entry(UUID id, UUID department, Optional<UUID> unit, boolean byDepartment, Disclosure disclosure, Instant createdAt,
             Optional<Step> last, int revision, int times) {

    /** One whose unit let it go as often as it came to the department. */
    Entry(UUID id, UUID department, Optional<UUID> unit, boolean byDepartment, Disclosure disclosure, Instant createdAt, Optional<Step> last, int revision) {
        this(id, department, unit, byDepartment, disclosure, createdAt, last, revision, revision);
    }

    /** Whether it has reached the department. */
    boolean handed() {
        return last.filter(Step::arrives).isPresent();
    }

    /** Whether it waits at the body between unit and department. */
    boolean waits() {
        return last.filter(step -> step.kind() == Step.Kind.SENT).isPresent();
    }

    /** Whether its unit has let it go. */
    boolean away() {
        return handed() || waits();
    }

    /** Whether its unit can still take it back by itself: nobody has passed it on or taken it over. */
    boolean retrievable() {
        return last.filter(Step::leavesUnit).isPresent();
    }

    /** Whether there are two versions to compare, for someone of the department or of the unit's side. */
    boolean compares(boolean ofDepartment) {
        return last.isPresent() && (!away() || (ofDepartment ? revision : times) > 1);
    }

    boolean returned() {
        return last.filter(step -> step.kind() == Step.Kind.RETURNED).isPresent();
    }

    /** Whether the person is one of those who fill in the unit's part. */
    boolean filledBy(Actor me) {
        return me.unit().isPresent() ? me.unit().equals(unit) && !byDepartment : me.ofDepartment() && byDepartment;
    }
}
