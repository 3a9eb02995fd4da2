package huizhan.organization;

import huizhan.audit.Audit;
import huizhan.kernel.Actor;
import huizhan.kernel.Clocks;
import huizhan.kernel.Faults;
import huizhan.kernel.StaleData;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The units of a department, which the department's own people make and close. */
@Service
public class Units {
    private final UnitSql sql;
    private final Audit audit;
    private final Clocks clocks;
    private final ObjectProvider<UnitMoved> moved;

    Units(UnitSql sql, Audit audit, Clocks clocks, ObjectProvider<UnitMoved> moved) {
        this.sql = sql;
        this.audit = audit;
        this.clocks = clocks;
        this.moved = moved;
    }

    /** A department's units, closed ones too, in the order they were made. */
    public List<Unit> of(UUID owner) {
        return sql.of(owner);
    }

    public Optional<Unit> find(UUID owner, UUID id) {
        return sql.find(owner, id);
    }

    /** Those that report through a body, closed ones too. */
    public List<Unit> through(UUID owner, UUID middle) {
        return sql.of(owner).stream().filter(each -> each.middle().equals(Optional.of(middle))).toList();
    }

    /**
     * Makes a unit of the person's own department.
     *
     * @param middle the department's own body that it reports through
     */
    @Transactional public Unit add(Actor by, String name, Optional<UUID> middle) {
        var unit = new Unit(UUID.randomUUID(), by.owner(), name, middle, Optional.empty(), 1);
        sql.insert(unit, clocks.business().instant());
        audit.record(by, "unit.added", "unit:" + unit.id(), Map.of("name", name, "middle", word(middle)));
        return unit;
    }

    /**
     * A middle body's person makes a unit that reports through its body.
     *
     * @throws Faults.NotThere where the department doesn't let the body do so, or has closed it
     */
    @Transactional public Unit addThrough(Actor by, String name, MiddleBody own) {
        if (own.invites() && own.isOpen() && by.middle().equals(Optional.of(own.id()))) return add(by, name, Optional.of(own.id()));
        audit.refused(by, "unit.add-refused", MiddleBodies.subject(own.id()), Map.of());
        throw new Faults.NotThere();
    }

    /** Notes that a unit could not be called as was typed; what was typed may be what must not be kept. */
    @Transactional public void refused(Actor by, Optional<UUID> unit, String why) {
        audit.refused(by, unit.isPresent() ? "unit.changed" : "unit.added", unit.map(id -> "unit:" + id).orElse("department:" + by.owner()), Map.of("reason", why));
    }

    private static String word(Optional<UUID> middle) {
        return middle.map(UUID::toString).orElse("");
    }

    /** Calls a unit differently, lets it report through another body, closes it or opens it again. Its people sign in as before; what a closed unit filled in stays. */
    @Transactional public void change(Actor by, Unit unit, String name, Optional<UUID> middle, boolean open) {
        var closedAt = open ? Optional.<java.time.Instant>empty() : unit.closedAt().or(() -> Optional.of(clocks.business().instant()));
        var changed = new Unit(unit.id(), by.owner(), name, middle, closedAt, unit.version());
        StaleData.unlessOne("unit " + unit.id(), sql.update(changed));
        audit.record(by, "unit.changed", "unit:" + unit.id(), Map.of("name", name, "middle", word(middle), "open", open));
        if (!middle.equals(unit.middle())) moved.orderedStream().forEach(each -> each.moved(by, changed));
    }
}
