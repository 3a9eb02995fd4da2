package huizhan.achievement;

import huizhan.organization.Accounts;
import huizhan.organization.Unit;
import huizhan.organization.Units;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Who is who, as the organization knows it. */
final class Names {
    private final Units units;
    private final Accounts accounts;

    Names(Units units, Accounts accounts) {
        this.units = units;
        this.accounts = accounts;
    }

    boolean isUnit(UUID department, UUID unit) {
        return units.find(department, unit).filter(Unit::isOpen).isPresent();
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
