package huizhan.reception;

import huizhan.kernel.Actor;
import huizhan.kernel.Disclosure;
import huizhan.kernel.Role;
import huizhan.kernel.Zone;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which parts a person sees and notes here (A4, B27): nobody sees more by holding a role in the open zone. */
record Reach(Set<Part> parts) {

    static Reach of(Actor me, Zone zone) {
        return new Reach(Stream.of(Part.values()).filter(part -> admits(me, zone, part)).collect(Collectors.toUnmodifiableSet()));
    }

    private static boolean admits(Actor me, Zone zone, Part part) {
        if (part == Part.OPEN) {
            return me.isAny(Role.ORGANIZER, Role.CLERK);
        }
        return zone.mayHold(Disclosure.NON_PUBLIC) && me.isAny(Role.ORGANIZER, Role.CONFIDENTIALITY);
    }

    /** Of the department's own people: everything of theirs that may be held here. */
    static Reach own(Zone zone) {
        return new Reach(zone.mayHold(Disclosure.NON_PUBLIC) ? Set.of(Part.OPEN, Part.PRESCRIBED) : Set.of(Part.OPEN));
    }

    boolean has(Part part) {
        return parts.contains(part);
    }
}
