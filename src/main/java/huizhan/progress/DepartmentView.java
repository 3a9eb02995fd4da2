package huizhan.progress;

import huizhan.achievement.Achievements;
import huizhan.achievement.Whereabouts;
import huizhan.audit.Audit;
import huizhan.kernel.Clocks;
import huizhan.kernel.Lang;
import huizhan.kernel.Role;
import huizhan.mail.Outbox;
import huizhan.opening.OpenCall;
import huizhan.opening.Permit;
import huizhan.organization.Account;
import huizhan.organization.Accounts;
import huizhan.organization.Invitation;
import huizhan.organization.MiddleBodies;
import huizhan.organization.MiddleBody;
import huizhan.organization.Unit;
import huizhan.organization.Units;
import huizhan.web.Dates;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One department for the organizer: who is there and when, units and steps in figures, letters and calls (B10, C7). */
@Component
class DepartmentView {
    private static final int LETTERS = 30;
    private final Achievements achievements;
    private final PhoneCalls calls;
    private final Outbox outbox;
    private final Audit audit;
    private final Clocks clocks;
    private final Staff staff;

    /** Who belongs to a department, and how long it has. */
    @Component
    record Staff(Accounts accounts, Units units, MiddleBodies bodies, OpenCall open) {}

    DepartmentView(Achievements achievements, PhoneCalls calls, Outbox outbox, Audit audit, Clocks clocks, Staff staff) {
        this.achievements = achievements;
        this.calls = calls;
        this.outbox = outbox;
        this.audit = audit;
        this.clocks = clocks;
        this.staff = staff;
    }

    /**
     * {@code templates/progress/department.html}.
     *
     * @param more why its end is later than the call's, or null where it isn't
     */
    record Page(Row row, String end, @Nullable String more, List<Person> people, List<Between> bodies, List<OfUnit> units, List<Outbox.Sent> letters, List<PhoneCall> calls) {}

    /** @param joined in words, empty for one who hasn't; {@code acted} the same for one who has done nothing yet */
    record Person(String name, Set<Role> roles, String telephone, String email, String joined, String acted) {}

    /**
     * A body between the department and its units.
     *
     * @param waiting achievements that wait there
     */
    record Between(String name, long joined, long people, long units, long waiting) {}

    record OfUnit(String name, String through, long joined, long people, long begun, long waiting, long handed) {}

    Page page(Row row, Lang lang) {
        var id = row.department().id();
        var everyone = staff.accounts().of(id).stream().filter(each -> each.disabledAt().isEmpty()).toList();
        var acted = audit.lastActs(everyone.stream().map(Account::id).toList());
        var own = everyone.stream().filter(each -> each.actor().ofDepartment()).map(each -> person(each, acted, lang)).toList();
        var work = achievements.everywhere().stream().filter(each -> each.department().equals(id)).toList();
        var open = staff.units().of(id).stream().filter(Unit::isOpen).toList();
        var names = staff.bodies().names(id);
        var units = open.stream().map(each -> ofUnit(each, each.middle().map(names::get).orElse(""), everyone, work)).toList();
        var bodies = staff.bodies().of(id).stream().filter(MiddleBody::isOpen).map(each -> between(each, open, everyone, work)).toList();
        var more = staff.open().extension(id).map(Permit::reason).orElse(null);
        return new Page(row, Dates.moment(lang, Dates.last(row.end())), more, own, bodies, units, outbox.lately(id, LETTERS), calls.of(id));
    }

    private Person person(Account account, Map<UUID, Instant> acted, Lang lang) {
        var joined = account.username().isEmpty() ? "" : account.invitation().flatMap(Invitation::usedAt).map(clocks::asShown).map(at -> Dates.moment(lang, at)).orElse("–");
        return new Person(account.name(), account.roles(), account.telephone(), account.email(), joined,
            Optional.ofNullable(acted.get(account.id())).map(at -> Dates.moment(lang, at)).orElse(""));
    }

    private static OfUnit ofUnit(Unit unit, String through, List<Account> everyone, List<Whereabouts> work) {
        var people = everyone.stream().filter(each -> each.unit().equals(Optional.of(unit.id()))).toList();
        var mine = work.stream().filter(each -> each.unit().equals(Optional.of(unit.id()))).toList();
        return new OfUnit(unit.name(), through, people.stream().filter(each -> each.username().isPresent()).count(), people.size(), mine.size(),
            mine.stream().filter(Whereabouts::waits).count(), mine.stream().filter(Whereabouts::handed).count());
    }

    private static Between between(MiddleBody body, List<Unit> open, List<Account> everyone, List<Whereabouts> work) {
        var people = everyone.stream().filter(each -> each.middle().equals(Optional.of(body.id()))).toList();
        var units = open.stream().filter(each -> each.middle().equals(Optional.of(body.id()))).map(Unit::id).collect(Collectors.toSet());
        return new Between(body.name(), people.stream().filter(each -> each.username().isPresent()).count(), people.size(), units.size(),
            work.stream().filter(each -> each.waits() && each.unit().filter(units::contains).isPresent()).count());
    }
}
