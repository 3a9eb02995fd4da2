package huizhan.organization;

import huizhan.kernel.Actor;
import huizhan.kernel.Clocks;
import huizhan.mail.Outbox;
import huizhan.organization.Invitation.State;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The people of a department as its own people, and the organizer, see them. */
@Component
class People {
    private final Accounts accounts;
    private final Units units;
    private final Departments departments;
    private final InvitationLetters letters;
    private final Links links;
    private final Clocks clocks;

    People(Accounts accounts, Units units, Departments departments, InvitationLetters letters, Links links, Clocks clocks) {
        this.accounts = accounts;
        this.units = units;
        this.departments = departments;
        this.letters = letters;
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
        var own = everyone.stream().filter(each -> each.account().unit().isEmpty()).toList();
        var groups = units.of(department).stream().map(unit -> new Group(unit, everyone.stream()
            .filter(each -> each.account().unit().equals(Optional.of(unit.id()))).toList())).toList();
        return new Page(departments.find(department).orElseThrow(huizhan.kernel.Faults.NotThere::new), own, groups);
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
