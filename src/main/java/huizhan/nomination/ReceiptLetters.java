package huizhan.nomination;

import huizhan.kernel.Actor;
import huizhan.kernel.Lang;
import huizhan.kernel.Role;
import huizhan.kernel.Text;
import huizhan.mail.Letter;
import huizhan.mail.Outbox;
import huizhan.organization.Account;
import huizhan.organization.Accounts;
import huizhan.web.Dates;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells a department's people of a sign-off by mail (B17): its number, digest and time, and never what was nominated (C7). */
@Component
class ReceiptLetters {
    private final Accounts accounts;
    private final Outbox outbox;

    ReceiptLetters(Accounts accounts, Outbox outbox) {
        this.accounts = accounts;
        this.outbox = outbox;
    }

    /** In the transaction of the sign-off. */
    void put(Actor by, Signature signature, int lines) {
        accounts.of(by.owner()).stream().filter(ReceiptLetters::isTold).forEach(account -> outbox.put(by, letter(by, account, signature, lines)));
    }

    private static boolean isTold(Account account) {
        return account.disabledAt().isEmpty() && !account.email().isEmpty() && account.roles().stream().anyMatch(Role::isOfDepartment);
    }

    private Letter letter(Actor by, Account account, Signature signature, int lines) {
        var at = new Text(Dates.moment(Lang.ZH, signature.at()), Dates.moment(Lang.EN, signature.at()));
        var page = "/nomination/receipts/" + signature.revision();
        var where = outbox.address(page).map(Text::same).orElseGet(() -> outbox.say("nomination.letter.receipt.where"));
        return new Letter(Letter.Kind.RECEIPT, new Letter.Recipient(Optional.of(account.id()), account.name(), account.email()),
            outbox.say("nomination.letter.receipt.subject", signature.receipt().text()),
            outbox.say("nomination.letter.receipt.body", account.name(), signature.signer(), at, signature.receipt().text(), lines,
                signature.digest().grouped(), where), "revision:" + signature.revision(), by.department());
    }
}
