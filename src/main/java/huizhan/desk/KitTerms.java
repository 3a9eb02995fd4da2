package huizhan.desk;

import huizhan.audit.Audit;
import huizhan.database.DataFolder;
import huizhan.kernel.Actor;
import huizhan.kernel.Clocks;
import huizhan.kernel.Role;
import huizhan.kit.Kit;
import huizhan.kit.KitReading;
import huizhan.material.GrantedException;
import huizhan.opening.OpenCall;
import huizhan.opening.Permits;
import huizhan.opening.exceptions.Exceptions;
import huizhan.opening.exceptions.Grant;
import huizhan.organization.LocalPerson;
import huizhan.organization.cards.KeyCards;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes what a kit grants hold at the desk, as if the organizer had done it here: its key, the department's, more time, exceptions (B18, B24, C2). */
@Component
@ConditionalOnProperty(name = "huizhan.zone", havingValue = "desk")
class KitTerms {
    private final DataFolder data;
    private final LocalPerson person;
    private final DeskSql sql;
    private final Office office;
    private final OpenCall open;
    private final TransactionTemplate writing;

    /** What the organizer decides with, and the trail of it. */
    @Component
    @ConditionalOnProperty(name = "huizhan.zone", havingValue = "desk")
    record Office(KeyCards cards, Permits permits, Exceptions exceptions, Audit audit, Clocks clocks) {}

    KitTerms(DataFolder data, LocalPerson person, DeskSql sql, Office office, OpenCall open, TransactionTemplate writing) {
        this.data = data;
        this.person = person;
        this.sql = sql;
        this.office = office;
        this.open = open;
        this.writing = writing;
    }

    Path data() {
        return data.root();
    }

    /** After a start under the kit's call. */
    @EventListener(ApplicationReadyEvent.class)
    void started() {
        var me = person.actor();
        if (me.department().isPresent()) apply(me);
    }

    /** Once for each kit, all of it or nothing. */
    void apply(Actor me) {
        var folder = DeskFolder.in(data.root());
        var kit = folder.reading().flatMap(KitReading::kit);
        if (kit.isEmpty() || !kit.get().call().equals(open.call().id())) return;
        var digest = Desks.digest(folder.bytes().orElseThrow());
        writing.executeWithoutResult(status -> {
            var taken = new DeskSql.Taken(digest, kit.get().call(), kit.get().made(), kit.get().organizer().id(), office.clocks().business().instant());
            if (sql.insert(taken, me.account()) == 0) return;
            apply(me, kit.get());
            office.audit().record(me, "desk.kit-taken", "desk", Map.of("kit", digest, "call", kit.get().call(), "key", kit.get().organizer().id()));
        });
    }

    private void apply(Actor me, Kit kit) {
        var organizer = new Actor(Actor.PROGRAM, kit.organizer().holder(), Set.of(Role.ORGANIZER), Optional.empty(), Optional.empty());
        var department = new Actor(Actor.PROGRAM, kit.department().name().zh(), Set.of(), me.department(), Optional.empty());
        office.cards().follow(organizer, kit.organizer());
        kit.unit().ifPresent(unit -> office.cards().follow(department, unit.department()));
        kit.permit().filter(permit -> permit.until().isAfter(open.end(me.owner())))
            .ifPresent(permit -> office.permits().write(organizer, me.owner(), permit.until(), permit.reason(), ""));
        var standing = office.exceptions().standing(me.owner()).stream().map(Grant::exception).toList();
        kit.exceptions().stream().filter(each -> !standing.contains(each)).forEach(each -> grant(organizer, me, each));
    }

    /** A rule that this version doesn't know lifts nothing here. */
    private void grant(Actor organizer, Actor me, GrantedException each) {
        office.exceptions().grant(organizer, me.owner(), each.rule(), each.item(), each.reason());
    }
}
