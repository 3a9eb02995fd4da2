package huizhan.organization;

import huizhan.kernel.Actor;
import huizhan.kernel.Clocks;
import huizhan.kernel.Lang;
import huizhan.kernel.Text;
import huizhan.mail.Letter;
import huizhan.mail.Outbox;
import huizhan.organization.Invitations.Invited;
import huizhan.organization.Invitations.Link;
import huizhan.organization.Invitations.Person;
import huizhan.web.Dates;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Links that go by mail too (B7): link and letter exist together or not at all. */
@Service
class InvitationLetters {
    private final Invitations invitations;
    private final Accounts accounts;
    private final Outbox outbox;
    private final Clocks clocks;

    InvitationLetters(Invitations invitations, Accounts accounts, Outbox outbox, Clocks clocks) {
        this.invitations = invitations;
        this.accounts = accounts;
        this.outbox = outbox;
        this.clocks = clocks;
    }

    /**
     * What was asked for beside the link.
     *
     * @param mail whether it goes by mail too
     * @param base the server's address before the link's path
     */
    record Wish(boolean mail, String base) {}

    /**
     * A link, and whom it is for.
     *
     * @param posted whether a letter with it was put into the outbox
     */
    record Made(Link link, String name, boolean posted) {

        /** The key of what is said after a link was made anew. */
        String word() {
            return posted ? "organization.people.link-mailed" : "organization.people.link-made";
        }
    }

    /** What came of an invitation: made, or the key of the text that says why not. */
    sealed interface Answer {
        record Yes(Made made) implements Answer {}

        record No(String key) implements Answer {}
    }

    /** Whether this server writes letters. */
    boolean isOpen() {
        return outbox.isOpen();
    }

    @Transactional
    Answer invite(Actor by, Person person, Wish wish) {
        var invited = invitations.invite(by, person);
        return invited instanceof Invited.Sent sent ? new Answer.Yes(made(by, sent.link(), wish)) : new Answer.No(((Invited.Refused) invited).key());
    }

    /** The system administrator's own: an account without any right yet. */
    @Transactional
    Made create(Actor by, Person person, Wish wish) {
        return made(by, accounts.create(by, person.name(), person.email(), person.telephone(), person.department()), wish);
    }

    /** A new link for an account, behind which the earlier ones end; empty when the person may not. */
    @Transactional
    Optional<Made> renew(Actor by, UUID account, Wish wish) {
        return invitations.renew(by, account).map(link -> made(by, link, wish));
    }

    private Made made(Actor by, Link link, Wish wish) {
        var account = accounts.find(link.account()).orElseThrow();
        return new Made(link, account.name(), post(by, account, link, wish));
    }

    private boolean post(Actor by, Account account, Link link, Wish wish) {
        if (!wish.mail() || account.email().isEmpty()) return false;
        var joining = account.username().isEmpty();
        var kind = joining ? "join" : "password";
        var end = clocks.asShown(link.expiresAt());
        var until = new Text(Dates.moment(Lang.ZH, end), Dates.moment(Lang.EN, end));
        var body = outbox.say("organization.letter." + kind + ".body", account.name(), by.name(), wish.base() + Letter.LINK, until, account.username().orElse(""));
        var letter = new Letter(joining ? Letter.Kind.INVITATION : Letter.Kind.PASSWORD, new Letter.Recipient(Optional.of(account.id()), account.name(), account.email()),
            outbox.say("organization.letter." + kind + ".subject"), body, InvitationLinks.KIND + account.invitation().orElseThrow().id(), account.department());
        return outbox.put(by, letter).isPresent();
    }

    /** The link of an account that still waits to be used, for whoever may make one. */
    Optional<Link> waiting(Actor by, Account account) {
        return invitations.waiting(by, account);
    }

    /** How far the letter with each account's newest link has come; none for whom nobody wrote to. */
    Map<String, Outbox.Standing> standings(Collection<Account> people) {
        return outbox.standings(people.stream().flatMap(InvitationLetters::reference).toList());
    }

    /** What the letter with an account's newest link is found by. */
    static Stream<String> reference(Account account) {
        return account.invitation().stream().map(each -> InvitationLinks.KIND + each.id());
    }
}
