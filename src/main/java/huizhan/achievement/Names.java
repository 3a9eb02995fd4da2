package huizhan.achievement;

import huizhan.organization.Accounts;
import huizhan.organization.MiddleBodies;
import huizhan.organization.MiddleBody;
import huizhan.organization.Unit;
import huizhan.organization.Units;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Who is who, as the organization knows it. */
final class Names {
    private final Units units;
    private final MiddleBodies bodies;
    private final Accounts accounts;

    Names(Units units, MiddleBodies bodies, Accounts accounts) {
        this.units = units;
        this.bodies = bodies;
        this.accounts = accounts;
    }

    /** A department's middle bodies by id, closed ones too. */
    Map<UUID, String> bodies(UUID department) {
        return bodies.names(department);
    }

    /** Those of them where somebody can act. */
    Set<UUID> acting(UUID department) {
        return bodies.acting(department);
    }

    /** The body that a unit reports through, open or not. */
    Optional<UUID> through(UUID department, UUID unit) {
        return units.find(department, unit).flatMap(Unit::middle);
    }

    /** The body that each unit reports through, by the unit; those without one are missing. */
    Map<UUID, UUID> through(UUID department) {
        var through = new HashMap<UUID, UUID>();
        units.of(department).forEach(unit -> unit.middle().ifPresent(body -> through.put(unit.id(), body)));
        return through;
    }

    /** The body to which a unit hands over: it is open, and somebody there can act. */
    Optional<UUID> between(UUID department, UUID unit) {
        return bodies.ofUnit(department, unit).map(MiddleBody::id).filter(id -> bodies.acting(department).contains(id));
    }

    /** The units of a body; none once it is closed. */
    Set<UUID> unitsOf(UUID department, UUID middle) {
        if (bodies.find(department, middle).filter(MiddleBody::isOpen).isEmpty()) return Set.of();
        return units.through(department, middle).stream().map(Unit::id).collect(Collectors.toSet());
    }

    boolean isUnit(UUID department, UUID unit) {
        return units.find(department, unit).filter(Unit::isOpen).isPresent();
    }

    /** A unit's name, open or not. */
    Optional<String> unit(UUID department, UUID unit) {
        return units.find(department, unit).map(Unit::name);
    }

    /** A department's units by id, closed ones too. */
    Map<UUID, String> units(UUID department) {
        var names = new LinkedHashMap<UUID, String>();
        units.of(department).forEach(each -> names.put(each.id(), each.name()));
        return names;
    }

    /** Those for which the department could fill in. */
    Map<UUID, String> openUnits(UUID department) {
        var names = new LinkedHashMap<UUID, String>();
        units.of(department).stream().filter(Unit::isOpen).forEach(each -> names.put(each.id(), each.name()));
        return names;
    }

    /** A person's name for a colleague's eyes; empty where the account is gone. */
    String account(UUID id) {
        return accounts.nameOf(id).orElse("");
    }
}
