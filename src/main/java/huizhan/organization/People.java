package huizhan.organization;

import huizhan.kernel.Actor;
import huizhan.kernel.Clocks;
import huizhan.mail.Outbox;
import huizhan.organization.Invitation.State;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The people of a department as its own people, and the organizer, see them. */
@Component
class People {
    private final Accounts accounts;
    private final Houses houses;
    private final InvitationLetters letters;
    private final Links links;
    private final Clocks clocks;

    /** What people belong to. */
    @Component
    record Houses(Departments departments, MiddleBodies bodies, Units units) {}

    People(Accounts accounts, Houses houses, InvitationLetters letters, Links links, Clocks clocks) {
        this.accounts = accounts;
        this.houses = houses;
        this.letters = letters;
        this.links = links;
        this.clocks = clocks;
    }

    /** The page: the department's own people, the bodies between with theirs, then each unit with its people. */
    record Page(Department department, List<Line> own, List<Between> bodies, List<Group> groups) {

        /** Where an invitation can lead: bodies and units that are open. */
        public List<MiddleBody> openBodies() {
            return bodies.stream().map(Between::body).filter(MiddleBody::isOpen).toList();
        }

        /** Bodies that a unit can be given to: the open ones, and its own. */
        public List<MiddleBody> choices(Unit unit) {
            return bodies.stream().map(Between::body).filter(each -> each.isOpen() || unit.middle().equals(Optional.of(each.id()))).toList();
        }
    }

    /**
     * A body between department and units.
     *
     * @param units how many open ones report through it
     */
    record Between(MiddleBody body, List<Line> people, long units) {}

    /** @param through the name of the body that it reports through; empty for none, and where the reader is of that body */
    record Group(Unit unit, String through, List<Line> people) {

        /** By which the page is filtered. */
        public String key() {
            return unit.middle().map(UUID::toString).orElse("none");
        }
    }

    /**
     * One person.
     *
     * @param state how far the newest link has come
     * @param link the link to hand on, while it waits and the reader may make one
     * @param mine whether the reader may make links for and switch this person
     * @param mail where the letter with that link stands; empty where none was written
     */
    record Line(Account account, Optional<State> state, Optional<Links.Shown> link, boolean mine, Optional<Outbox.Standing> mail) {

        /** The last part of the key of the state in words. */
        public String word() {
            if (account.disabledAt().isPresent()) return "disabled";
            return account.username().isPresent() ? "joined" : state.map(each -> each.name().toLowerCase(java.util.Locale.ROOT)).orElse("none");
        }

        /** good, open or warn, for the badge. */
        public String tone() {
            var word = word();
            if (word.equals("joined")) return "good";
            return word.equals("sent") || word.equals("opened") ? "open" : "warn";
        }
    }

    Page of(Actor me, UUID department, HttpServletRequest request) {
        var everyone = lines(me, accounts.of(department), request);
        var own = everyone.stream().filter(each -> each.account().actor().ofDepartment()).toList();
        var all = houses.units().of(department);
        var between = houses.bodies().of(department).stream().map(body -> between(body, everyone, all)).toList();
        return new Page(find(department), own, between, groups(all, everyone, between.stream().map(Between::body).toList()));
    }

    private static Between between(MiddleBody body, List<Line> everyone, List<Unit> units) {
        var id = Optional.of(body.id());
        return new Between(body, everyone.stream().filter(each -> each.account().middle().equals(id)).toList(),
            units.stream().filter(unit -> unit.isOpen() && unit.middle().equals(id)).count());
    }

    /** What a middle body's person sees: its own units and their people. */
    Page ofMiddle(Actor me, MiddleBody body, HttpServletRequest request) {
        var own = houses.units().through(me.owner(), body.id());
        var ids = own.stream().map(Unit::id).toList();
        var everyone = lines(me, accounts.of(me.owner()).stream().filter(each -> each.unit().filter(ids::contains).isPresent()).toList(), request);
        return new Page(find(me.owner()), List.of(), List.of(), groups(own, everyone, List.of()));
    }

    /** By the body between, those without one first, then in the order they were made. */
    private static List<Group> groups(List<Unit> units, List<Line> everyone, List<MiddleBody> bodies) {
        var order = bodies.stream().map(MiddleBody::id).toList();
        return units.stream().sorted(Comparator.comparingInt(unit -> unit.middle().map(order::indexOf).orElse(-1)))
            .map(unit -> new Group(unit, bodies.stream().filter(each -> unit.middle().equals(Optional.of(each.id()))).map(MiddleBody::name).findFirst().orElse(""),
                everyone.stream().filter(each -> each.account().unit().equals(Optional.of(unit.id()))).toList())).toList();
    }

    private Department find(UUID department) {
        return houses.departments().find(department).orElseThrow(huizhan.kernel.Faults.NotThere::new);
    }

    List<Line> lines(Actor me, List<Account> people, HttpServletRequest request) {
        var standings = letters.standings(people);
        return people.stream().map(each -> line(me, each, standings, request)).toList();
    }

    private Line line(Actor me, Account account, Map<String, Outbox.Standing> standings, HttpServletRequest request) {
        var link = letters.waiting(me, account)
            .map(each -> links.shown(request, account.name(), account.roles().stream().sorted().findFirst().orElse(null), each));
        var mail = InvitationLetters.reference(account).map(standings::get).filter(java.util.Objects::nonNull).findFirst();
        return new Line(account, account.invitation().map(each -> each.state(clocks.system().instant())), link,
            RoleRules.looksAfter(me, account) && !account.id().equals(me.account()), mail);
    }

    /** What a person ticked beside the making of a link. */
    InvitationLetters.Wish wish(boolean mail, HttpServletRequest request) {
        return new InvitationLetters.Wish(mail, links.address(request));
    }
}
