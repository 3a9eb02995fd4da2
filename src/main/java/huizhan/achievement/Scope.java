package huizhan.achievement;

import huizhan.kernel.Actor;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Whose achievements a person sees: a unit's people their unit's; a department's people what has reached it or what they fill in; a middle
 * body's people what the units that report through it have let go.
 *
 * @param through the units of the person's middle body; absent for all others
 */
record Scope(UUID department, Optional<UUID> unit, Optional<Set<UUID>> through) {
    /** No unit; a list in a statement can't be empty. */
    private static final List<String> NONE = List.of("");

    Scope(UUID department, Optional<UUID> unit) {
        this(department, unit, Optional.empty());
    }

    /** Of whoever isn't of a middle body. */
    static Scope of(Actor me) {
        if (me.middle().isPresent()) throw new IllegalArgumentException("what a middle body sees goes by its units");
        return new Scope(me.owner(), me.unit());
    }

    /** unit, middle or department, as a parameter of a statement. */
    String side() {
        return through.isPresent() ? "middle" : unit.isPresent() ? "unit" : "department";
    }

    /** The units as a parameter of a statement, never empty. */
    List<String> units() {
        var units = through.map(List::copyOf).orElseGet(() -> unit.map(List::of).orElse(List.of())).stream().map(UUID::toString).toList();
        return units.isEmpty() ? NONE : units;
    }
}
