package huizhan.organization;

import huizhan.kernel.Actor;
import huizhan.kernel.Clocks;
import huizhan.organization.Invitation.State;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The people of a department as its own people, and the organizer, see them. */
@Component
class People {
    private final Accounts accounts;
    private final Units units;
    private final Departments departments;
    private final Invitations invitations;
    private final Links links;
    private final Clocks clocks;

    People(Accounts accounts, Units units, Departments departments, Invitations invitations, Links links, Clocks clocks) {
        this.accounts = accounts;
        this.units = units;
        this.departments = departments;
        this.invitations = invitations;
        this.links = links;
        this.clocks = clocks;
    }

    /** The page: the department's own people, then each unit with its people. */
    record Page(Department department, List<Line> own, List<Group> groups) {}

    record Group(Unit unit, List<Line> people) {}

    /**
     * One person.
     *
     * @param state how far the newest link has come
     * @param link the link to hand on, while it waits and the reader may make one
     * @param mine whether the reader may make links for and switch this person
     */
    record Line(Account account, Optional<State> state, Optional<Links.Shown> link, boolean mine) {

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
        var now = clocks.system().instant();
        var everyone = accounts.of(department);
        var own = everyone.stream().filter(each -> each.unit().isEmpty()).map(each -> line(me, each, now, request)).toList();
        var groups = units.of(department).stream().map(unit -> new Group(unit, everyone.stream()
            .filter(each -> each.unit().equals(Optional.of(unit.id()))).map(each -> line(me, each, now, request)).toList())).toList();
        return new Page(departments.find(department).orElseThrow(huizhan.kernel.Faults.NotThere::new), own, groups);
    }

    Line line(Actor me, Account account, Instant now, HttpServletRequest request) {
        var link = invitations.waiting(me, account)
            .map(each -> links.shown(request, account.name(), account.roles().stream().sorted().findFirst().orElse(null), each));
        return new Line(account, account.invitation().map(each -> each.state(now)), link,
            RoleRules.looksAfter(me, account) && !account.id().equals(me.account()));
    }
}
