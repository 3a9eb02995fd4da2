package huizhan.achievement;

import huizhan.kernel.Actor;
import huizhan.kernel.Lang;
import huizhan.kernel.Text;
import huizhan.mail.Letter;
import huizhan.mail.Outbox;
import huizhan.organization.Account;
import huizhan.organization.Accounts;
import huizhan.web.Dates;
import java.time.LocalDate;
import java.util.Optional;

/** Tells a unit's people by mail that something came back to them (B19): that, and until when; what and why stands behind their sign-in (C7). */
final class ReturnLetters {
    private final Accounts accounts;
    private final Outbox outbox;

    ReturnLetters(Accounts accounts, Outbox outbox) {
        this.accounts = accounts;
        this.outbox = outbox;
    }

    /** In the transaction of the return. */
    void put(Actor by, Entry entry, Optional<LocalDate> until) {
        accounts.of(entry.department()).stream()
            .filter(each -> each.unit().isPresent() && each.unit().equals(entry.unit()) && each.disabledAt().isEmpty() && !each.email().isEmpty())
            .forEach(each -> outbox.put(by, letter(each, entry, until)));
    }

    private Letter letter(Account account, Entry entry, Optional<LocalDate> until) {
        var where = outbox.address("/achievements/" + entry.id()).map(Text::same).orElseGet(() -> outbox.say("achievement.letter.return.where"));
        var day = until.map(each -> outbox.say("achievement.letter.return.until", new Text(Dates.day(Lang.ZH, each), Dates.day(Lang.EN, each))))
            .orElseGet(() -> outbox.say("achievement.letter.return.open"));
        return new Letter(Letter.Kind.RETURN, new Letter.Recipient(Optional.of(account.id()), account.name(), account.email()),
            outbox.say("achievement.letter.return.subject"), outbox.say("achievement.letter.return.body", account.name(), day, where),
            Guard.subject(entry.id()), Optional.of(entry.department()));
    }
}
