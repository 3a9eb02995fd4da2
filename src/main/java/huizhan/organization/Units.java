package huizhan.organization;

import huizhan.audit.Audit;
import huizhan.kernel.Actor;
import huizhan.kernel.Clocks;
import huizhan.kernel.StaleData;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The units of a department, which the department's own people make and close. */
@Service
public class Units {
    private final UnitSql sql;
    private final Audit audit;
    private final Clocks clocks;

    Units(UnitSql sql, Audit audit, Clocks clocks) {
        this.sql = sql;
        this.audit = audit;
        this.clocks = clocks;
    }

    /** A department's units, closed ones too, in the order they were made. */
    public List<Unit> of(UUID owner) {
        return sql.of(owner);
    }

    public Optional<Unit> find(UUID owner, UUID id) {
        return sql.find(owner, id);
    }

    /** Makes a unit of the person's own department. */
    @Transactional public Unit add(Actor by, String name, String through) {
        var unit = new Unit(UUID.randomUUID(), by.owner(), name, through, Optional.empty(), 1);
        sql.insert(unit, clocks.business().instant());
        audit.record(by, "unit.added", "unit:" + unit.id(), Map.of("name", name, "through", through));
        return unit;
    }

    /** Calls a unit differently, closes it or opens it again. Its people sign in as before; what a closed unit filled in stays. */
    @Transactional public void change(Actor by, Unit unit, String name, String through, boolean open) {
        var closedAt = open ? Optional.<java.time.Instant>empty() : unit.closedAt().or(() -> Optional.of(clocks.business().instant()));
        var changed = new Unit(unit.id(), by.owner(), name, through, closedAt, unit.version());
        StaleData.unlessOne("unit " + unit.id(), sql.update(changed));
        audit.record(by, "unit.changed", "unit:" + unit.id(), Map.of("name", name, "through", through, "open", open));
    }
}
