package huizhan.achievement;

import huizhan.kernel.Actor;
import huizhan.opening.OpenCall;
import huizhan.organization.Unit;
import huizhan.organization.UnitMoved;
import java.util.Optional;

/** What waits at a body follows its unit to another (B7): the people there are told of it, as of what is handed over. */
final class WaitingMoves implements UnitMoved {
    private final EntrySql sql;
    private final OpenCall open;
    private final Names names;
    private final WayLetters letters;

    WaitingMoves(EntrySql sql, OpenCall open, Names names, WayLetters letters) {
        this.sql = sql;
        this.open = open;
        this.names = names;
        this.letters = letters;
    }

    @Override
    public void moved(Actor by, Unit unit) {
        var body = names.between(unit.department(), unit.id());
        if (body.isEmpty() || !open.isOpen(unit.department())) return;
        var waiting = sql.withUnits(unit.department(), open.call().id()).stream().filter(Entry::waits).toList();
        if (waiting.stream().noneMatch(each -> each.unit().equals(Optional.of(unit.id())))) return;
        var there = names.unitsOf(unit.department(), body.get());
        letters.waits(by, unit.department(), body.get(), waiting.stream().flatMap(each -> each.unit().stream()).anyMatch(each -> !each.equals(unit.id()) && there.contains(each)));
    }
}
