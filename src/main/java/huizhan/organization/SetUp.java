package huizhan.organization;

import huizhan.audit.Audit;
import huizhan.kernel.Actor;
import huizhan.kernel.Clocks;
import huizhan.kernel.Role;
import huizhan.kernel.StartWord;
import huizhan.organization.Invitations.Link;
import huizhan.organization.Invitations.Person;
import huizhan.organization.access.Secrets;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The first start (ASVS 6.3.2): no default account, but a one-time code on the console. With it three persons are named, and each
 * gets a link of one of the three administrators. Afterwards the set-up is closed for good.
 */
@Service
public class SetUp implements StartWord {
    /** The three, in the order the page asks for them. */
    static final List<Role> ADMINISTRATORS = List.of(Role.SYSADMIN, Role.SECADMIN, Role.AUDITADMIN);
    private static final int CODE_LENGTH = 20;
    private static final String LETTERS = "23456789abcdefghjkmnpqrstuvwxyz";
    private final InvitationSql sql;
    private final AccountSql accounts;
    private final Invitations invitations;
    private final Audit audit;
    private final Clocks clocks;
    private final TransactionTemplate writing;

    SetUp(InvitationSql sql, AccountSql accounts, Invitations invitations, Audit audit, Clocks clocks, PlatformTransactionManager transactions) {
        this.sql = sql;
        this.accounts = accounts;
        this.invitations = invitations;
        this.audit = audit;
        this.clocks = clocks;
        this.writing = new TransactionTemplate(transactions);
    }

    /** Makes a new code, as long as nobody is there yet. */
    @Override public List<String> lines(String address) {
        if (!isOpen()) return List.of();
        var code = newCode();
        writing.executeWithoutResult(status -> sql.writeSetUp(Secrets.hash(plain(code)), clocks.system().instant()));
        return List.of("SETUP " + address + "/set-up " + code);
    }

    private static String newCode() {
        var random = new java.security.SecureRandom();
        var code = new StringBuilder();
        for (var i = 0; i < CODE_LENGTH; i++) {
            if (i > 0 && i % 5 == 0) code.append('-');
            code.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return code.toString();
    }

    private static String plain(String code) {
        return code.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
    }

    /** Whether the set-up is still to be done. */
    public boolean isOpen() {
        return accounts.isEmpty();
    }

    boolean isCode(String typed) {
        return sql.setUp().filter(hash -> MessageDigest.isEqual(hash.getBytes(), Secrets.hash(plain(typed)).getBytes())).isPresent();
    }

    /**
     * Makes the three administrators, by name in the order system, security, audit, and their links.
     *
     * @return empty when it was done before
     */
    public Optional<Map<Role, Link>> begin(List<String> names) {
        if (names.size() != ADMINISTRATORS.size()) throw new IllegalArgumentException("three persons");
        return Objects.requireNonNull(writing.execute(status -> {
            if (!accounts.isEmpty()) return Optional.empty();
            sql.useSetUp(clocks.system().instant());
            var links = new LinkedHashMap<Role, Link>();
            for (var i = 0; i < names.size(); i++) {
                var role = ADMINISTRATORS.get(i);
                var account = invitations.account(new Person(names.get(i), "", "", Optional.empty(), Optional.empty(), Set.of(role)));
                links.put(role, invitations.begin(Actor.program(), account, Set.of(role)));
            }
            audit.record(Actor.program(), "set-up.done", "server", Map.of());
            return Optional.of(links);
        }));
    }
}
