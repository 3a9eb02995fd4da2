package huizhan.achievement;

import huizhan.kernel.Actor;
import java.util.Optional;
import java.util.UUID;

/** Whose achievements a person sees: a unit's people their unit's, a department's people what was handed over or what they fill in. */
record Scope(UUID department, Optional<UUID> unit) {

    static Scope of(Actor me) {
        return new Scope(me.owner(), me.unit());
    }

    /** The unit as a parameter of a statement; empty for a department's people. */
    String unitText() {
        return unit.map(UUID::toString).orElse("");
    }
}
