package huizhan.ferry;

import huizhan.ferry.Imports.Merged;
import huizhan.kernel.Actor;
import huizhan.organization.Department;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What becomes of what came of a department: on a server a list that is frozen as a sign-off is, at the department's own desk drafts. */
interface Keeping {

    /** Whose everything is that comes here; empty where each disc has to tell. */
    Optional<Department> own();

    /** Why nothing may come in now; empty where it may. */
    Optional<Objection> closed(Optional<UUID> department, String place);

    /** What of one could not be kept, all of it. */
    Stream<Objection> unfit(Delivery delivery);

    /** What would become of all that came and of some that was only looked at. */
    Ahead look(UUID department, List<Arrival> fresh);

    /**
     * Makes of all that came what counts from now on. Part of the caller's transaction.
     *
     * @param yes  whether somebody lets it take the place of what is here
     * @param gone takes up the files that may no longer lie here
     */
    Merged keep(Actor me, Department department, Predicate<Coming> yes, List<UUID> gone);

    /** What would become of it. */
    record Ahead(List<Coming> coming, List<Gap> gaps) {
        static final Ahead NONE = new Ahead(List.of(), List.of());
    }
}
