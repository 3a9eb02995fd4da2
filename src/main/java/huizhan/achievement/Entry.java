package huizhan.achievement;

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
 * @param revision     how often it was handed over, at least 1
 */
record Entry(UUID id, UUID department, Optional<UUID> unit, boolean byDepartment, Disclosure disclosure, Instant createdAt,
             Optional<Step> last, int revision) {

    boolean handed() {
        return last.filter(step -> step.kind() == Step.Kind.HANDED).isPresent();
    }

    boolean returned() {
        return last.filter(step -> step.kind() == Step.Kind.RETURNED).isPresent();
    }

    /** Whether the person is one of those who fill in the unit's part. */
    boolean filledBy(Scope scope) {
        return scope.unit().isPresent() ? scope.unit().equals(unit) && !byDepartment : byDepartment;
    }
}
