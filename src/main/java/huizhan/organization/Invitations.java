package huizhan.organization;

import huizhan.audit.Audit;
import huizhan.audit.Personal;
import huizhan.kernel.Actor;
import huizhan.kernel.Clocks;
import huizhan.kernel.Role;
import huizhan.organization.Invitation.Purpose;
import huizhan.organization.access.Credentials;
import huizhan.organization.access.Passwords;
import huizhan.organization.access.Secrets;
import huizhan.organization.access.Sessions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Links that let a person in once: to join by choosing a user name and a password, or to choose a new password. The token is derived
 * from the link's id and the server's secret, so that whoever may make a link can be shown it again while only its digest is kept.
 */
@Service
public class Invitations {
    /** How long a link to join works. */
    public static final Duration TO_JOIN = Duration.ofDays(14);
    /** How long a link to a new password works. */
    public static final Duration TO_A_PASSWORD = Duration.ofDays(2);
    private final InvitationSql sql;
    private final AccountSql accounts;
    private final Credentials credentials;
    private final Passwords passwords;
    private final Sessions sessions;
    private final Surroundings surroundings;
    private final Secrets secrets;
    private final Audit audit;
    private final Clocks clocks;
    private final TransactionTemplate writing;

    Invitations(InvitationSql sql, AccountSql accounts, Credentials credentials, Passwords passwords, Sessions sessions, Surroundings surroundings,
            Secrets secrets, Audit audit, Clocks clocks, PlatformTransactionManager transactions) {
        this.sql = sql;
        this.accounts = accounts;
        this.credentials = credentials;
        this.passwords = passwords;
        this.sessions = sessions;
        this.surroundings = surroundings;
        this.secrets = secrets;
        this.audit = audit;
        this.clocks = clocks;
        this.writing = new TransactionTemplate(transactions);
    }

    /** Who is to be invited; of a unit or a middle body only with its department. */
    public record Person(String name, String email, String telephone, Optional<UUID> department, Optional<UUID> unit, Optional<UUID> middle, Set<Role> roles) {

        /** Someone who is of no middle body. */
        public Person(String name, String email, String telephone, Optional<UUID> department, Optional<UUID> unit, Set<Role> roles) {
            this(name, email, telephone, department, unit, Optional.empty(), roles);
        }
    }

    /** A link just made: {@code path} begins with a slash and goes behind the server's address. */
    public record Link(UUID account, String token, Instant expiresAt) {
        public String path() {
            return "/invitation/" + token;
        }

        @Override public String toString() {
            return "Link[" + account + "]";
        }
    }

    /** A link, or the key of the text that says why there is none. */
    public sealed interface Invited {
        record Sent(Link link) implements Invited {}

        record Refused(String key) implements Invited {}
    }

    /** Invites a person into the inviter's own department, or as an organizer into any. The roles come with the link. */
    @Transactional public Invited invite(Actor by, Person person) {
        if (!places(by, person) || person.roles().isEmpty() || !RoleRules.givenBy(by).containsAll(person.roles())) {
            audit.refused(by, "account.invitation-refused", "department:" + person.department().map(UUID::toString).orElse(""), Map.of("roles", person.roles()));
            return new Invited.Refused("organization.roles.not-yours");
        }
        var account = account(person);
        var conflict = RoleRules.conflict(account, person.roles());
        if (conflict.isPresent()) return new Invited.Refused(conflict.get());
        return new Invited.Sent(begin(by, account, person.roles()));
    }

    /** Whether the inviter may put anybody there: the organizer anywhere, a department into itself, a middle body into its own units. */
    private boolean places(Actor by, Person person) {
        if (by.is(Role.ORGANIZER)) return true;
        if (person.department().isEmpty() || !person.department().equals(by.department())) return false;
        return by.middle().isEmpty() || person.unit().flatMap(unit -> accounts.inviter(by.owner(), unit)).equals(by.middle());
    }

    /** Makes the account with its roles, and the link to join. */
    Link begin(Actor by, Account account, Set<Role> roles) {
        accounts.insert(account, by.account());
        for (var role : roles) accounts.grant(account.id(), role, by.account(), clocks.business().instant());
        audit.record(by, "account.invited", Accounts.subject(account.id()), Map.of("name", new Personal(account.name()), "roles", sorted(roles),
            "department", account.department().map(UUID::toString).orElse(""), "unit", account.unit().map(UUID::toString).orElse(""),
            "middle", account.middle().map(UUID::toString).orElse("")));
        return link(by, account, Purpose.JOIN);
    }

    static List<String> sorted(Set<Role> roles) {
        return roles.stream().map(Role::name).sorted().toList();
    }

    Account account(Person person) {
        return new Account(UUID.randomUUID(), person.name(), person.email(), person.telephone(), person.department(), person.unit(),
            person.middle(), Optional.empty(), clocks.business().instant(), Optional.empty(), Optional.empty(), false, Set.of(), Optional.empty(), 1);
    }

    /** Makes a new link for an account and revokes the earlier ones; empty when the person may not. */
    @Transactional public Optional<Link> renew(Actor by, UUID account) {
        var found = accounts.find(account).filter(each -> RoleRules.looksAfter(by, each) && each.disabledAt().isEmpty());
        if (found.isEmpty()) {
            audit.refused(by, "account.link-refused", Accounts.subject(account), Map.of());
            return Optional.empty();
        }
        return Optional.of(link(by, found.get(), found.get().username().isPresent() ? Purpose.PASSWORD : Purpose.JOIN));
    }

    private Link link(Actor by, Account account, Purpose purpose) {
        var now = clocks.system().instant();
        sql.revoke(account.id(), now);
        var invitation = new Invitation(UUID.randomUUID(), account.id(), purpose, now.plus(purpose == Purpose.JOIN ? TO_JOIN : TO_A_PASSWORD),
            Optional.empty(), Optional.empty(), Optional.empty());
        var token = token(invitation);
        sql.insert(invitation, Secrets.hash(token), by.account(), now);
        audit.record(by, "account.link-made", Accounts.subject(account.id()), Map.of("purpose", purpose, "until", invitation.expiresAt()));
        return new Link(account.id(), token, invitation.expiresAt());
    }

    private String token(Invitation invitation) {
        return secrets.hmac("invitation", invitation.id().toString());
    }

    /** The link of an account that still waits to be used, for whoever may make one. */
    public Optional<Link> waiting(Actor by, Account account) {
        var now = clocks.system().instant();
        return account.invitation().filter(each -> each.works(now) && RoleRules.looksAfter(by, account))
            .map(each -> new Link(account.id(), token(each), each.expiresAt()));
    }

    /** A link that still works, with whom it is for. */
    record Working(Account account, Link link) {}

    /** For the letter that carries a link; empty when it was used, revoked or is over, or its account was switched off. */
    Optional<Working> working(UUID invitation) {
        var now = clocks.system().instant();
        return sql.byId(invitation).filter(each -> each.works(now)).flatMap(each -> accounts.find(each.account()).filter(account -> account.disabledAt().isEmpty())
            .map(account -> new Working(account, new Link(account.id(), token(each), each.expiresAt()))));
    }

    /** Takes back the links of an account that wait; false when the person may not. */
    @Transactional public boolean revoke(Actor by, UUID account) {
        if (accounts.find(account).filter(each -> RoleRules.looksAfter(by, each)).isEmpty()) {
            audit.refused(by, "account.link-refused", Accounts.subject(account), Map.of());
            return false;
        }
        if (sql.revoke(account, clocks.system().instant()) > 0) audit.record(by, "account.link-revoked", Accounts.subject(account), Map.of());
        return true;
    }

    /** The account was switched off: its links end with it. */
    void end(UUID account) {
        sql.revoke(account, clocks.system().instant());
    }

    /** What the page behind a link needs; empty when the link is unknown, used, revoked or over. */
    @Transactional public Optional<Waiting> open(String token) {
        var now = clocks.system().instant();
        return sql.find(Secrets.hash(token)).filter(each -> each.works(now)).flatMap(invitation -> {
            sql.open(invitation.id(), now);
            return accounts.find(invitation.account()).filter(account -> account.disabledAt().isEmpty()).map(account -> new Waiting(account, invitation));
        });
    }

    /** An account and the link that was opened for it. */
    public record Waiting(Account account, Invitation invitation) {}

    /** What came of using a link. */
    public sealed interface Accepted {
        record Done(UUID account) implements Accepted {}

        /** The link no longer works. */
        record Gone() implements Accepted {}

        /** What was typed can't be: the field's name, and the key of the text that says why. */
        record Refused(Map<String, String> faults) implements Accepted {}
    }

    /** Uses a link. The user name counts for joining only. */
    public Accepted accept(String token, String username, String password) {
        var waiting = writing.execute(status -> open(token)).orElse(null);
        if (waiting == null) return new Accepted.Gone();
        var joining = waiting.invitation().purpose() == Purpose.JOIN;
        var faults = faults(waiting.account(), joining, username, password);
        if (!faults.isEmpty()) return new Accepted.Refused(faults);
        var hash = credentials.hash(password);
        try {
            return Objects.requireNonNull(writing.execute(status -> use(waiting, joining, username, hash)));
        } catch (DuplicateKeyException e) {
            return new Accepted.Refused(Map.of("username", "organization.username.taken"));
        }
    }

    private Map<String, String> faults(Account account, boolean joining, String username, String password) {
        var faults = new LinkedHashMap<String, String>();
        if (joining && !Credentials.isUsername(username.strip())) faults.put("username", "organization.username.form");
        else if (joining && credentials.isTaken(username)) faults.put("username", "organization.username.taken");
        var around = new ArrayList<>(surroundings.of(account));
        around.add(username.strip());
        account.username().ifPresent(around::add);
        passwords.fault(password, around).ifPresent(fault -> faults.put("password", fault.key()));
        return faults;
    }

    private Accepted use(Waiting waiting, boolean joining, String username, String hash) {
        var account = waiting.account();
        if (sql.use(waiting.invitation().id(), clocks.system().instant()) == 0) return new Accepted.Gone();
        if (joining) credentials.create(account.id(), username, hash);
        else credentials.change(account.id(), hash);
        sessions.endAll(account.id());
        audit.record(account.actor(), joining ? "account.joined" : "account.password-reset", Accounts.subject(account.id()), Map.of());
        return new Accepted.Done(account.id());
    }
}
