package huizhan.opening;

import huizhan.kernel.Actor;
import huizhan.kernel.Role;
import huizhan.kernel.Text;
import huizhan.mail.Letter;
import huizhan.mail.Outbox;
import huizhan.organization.Account;
import huizhan.organization.Accounts;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Letters to a department's people about what the organizer decided for it (B18, B24). Each is put in the transaction of the decision; the
 * reason and the material that it is about stand behind a sign-in (C7).
 */
public class DecisionLetters {
    private final Accounts accounts;
    private final Outbox outbox;

    DecisionLetters(Accounts accounts, Outbox outbox) {
        this.accounts = accounts;
        this.outbox = outbox;
    }

    /** What is told. */
    public enum Said {
        PERMIT, PERMIT_BACK, PERMIT_REFUSED, EXCEPTION, EXCEPTION_BACK, EXCEPTION_REFUSED;

        String key() {
            return "opening.letter." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * Who is told besides the department's own people, and where each reads the reason.
     *
     * @param unit that had asked; empty where the department or nobody had
     * @param page of the department's people
     * @param own  of the unit's
     */
    public record Readers(Optional<UUID> unit, String page, String own) {
        /** Of more time the department's own people alone. */
        static final Readers OF_TIME = new Readers(Optional.empty(), "/extension", "");
    }

    /** @param what the end that holds, or the rule, in words */
    public void put(Actor by, UUID department, Readers readers, Said said, Text what) {
        accounts.of(department).stream().filter(each -> isTold(each, readers.unit(), said))
            .forEach(each -> outbox.put(by, letter(each, department, each.unit().isPresent() ? readers.own() : readers.page(), said, what)));
    }

    /** A refusal is for whoever asked: to the department of a unit that did, what it is about may still be hidden. */
    private static boolean isTold(Account account, Optional<UUID> unit, Said said) {
        if (account.disabledAt().isPresent() || account.email().isEmpty()) return false;
        if (said == Said.EXCEPTION_REFUSED && unit.isPresent()) return account.unit().equals(unit);
        return account.roles().stream().anyMatch(Role::isOfDepartment) || unit.isPresent() && account.unit().equals(unit);
    }

    private Letter letter(Account account, UUID department, String page, Said said, Text what) {
        var sentence = outbox.say(said.key(), what);
        var body = outbox.address(page).map(address -> outbox.say("opening.letter.body", account.name(), sentence, address))
            .orElseGet(() -> outbox.say("opening.letter.body.nowhere", account.name(), sentence));
        return new Letter(Letter.Kind.DECISION, new Letter.Recipient(Optional.of(account.id()), account.name(), account.email()),
            outbox.say(said.key() + ".subject"), body, "decision:" + department, Optional.of(department));
    }
}
