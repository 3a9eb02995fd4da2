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
        PERMIT("/extension"), PERMIT_BACK("/extension"), PERMIT_REFUSED("/extension"), EXCEPTION("/achievements"), EXCEPTION_BACK("/achievements"),
        EXCEPTION_REFUSED("/achievements");

        private final String page;

        Said(String page) {
            this.page = page;
        }

        String key() {
            return "opening.letter." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * @param unit that had asked, and is told too; empty where the department or nobody had
     * @param what the end that holds, or the rule, in words
     */
    public void put(Actor by, UUID department, Optional<UUID> unit, Said said, Text what) {
        accounts.of(department).stream().filter(each -> isTold(each, unit)).forEach(each -> outbox.put(by, letter(each, department, said, what)));
    }

    private static boolean isTold(Account account, Optional<UUID> unit) {
        if (account.disabledAt().isPresent() || account.email().isEmpty()) return false;
        return account.roles().stream().anyMatch(Role::isOfDepartment) || unit.isPresent() && account.unit().equals(unit);
    }

    private Letter letter(Account account, UUID department, Said said, Text what) {
        var where = outbox.address(said.page).map(Text::same).orElseGet(() -> outbox.say("opening.letter.where"));
        return new Letter(Letter.Kind.DECISION, new Letter.Recipient(Optional.of(account.id()), account.name(), account.email()),
            outbox.say(said.key() + ".subject"), outbox.say("opening.letter.body", account.name(), outbox.say(said.key(), what), where),
            "decision:" + department, Optional.of(department));
    }

    /** A rule's name. */
    public Text rule(String rule) {
        return outbox.say("opening.rule." + rule);
    }
}
