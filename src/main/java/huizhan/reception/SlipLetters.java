package huizhan.reception;

import huizhan.kernel.Actor;
import huizhan.kernel.Lang;
import huizhan.kernel.Role;
import huizhan.kernel.Text;
import huizhan.mail.Letter;
import huizhan.mail.Outbox;
import huizhan.organization.Account;
import huizhan.organization.Accounts;
import huizhan.web.Dates;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Tells a department's people what arrived and what goes back: numbers and days; what it is stands behind a sign-in (C7). */
@Component
class SlipLetters {
    private static final String PAGE = "/nomination/reception";
    private final Accounts accounts;
    private final Outbox outbox;

    SlipLetters(Accounts accounts, Outbox outbox) {
        this.accounts = accounts;
        this.outbox = outbox;
    }

    void put(Actor by, Slip.Receipt receipt) {
        long here = receipt.lines().stream().filter(each -> each.state().equals(Step.State.HERE.code())).count();
        long open = receipt.lines().stream().filter(each -> !each.state().equals(Step.State.HERE.code()) && !each.state().equals(Step.State.EXCEPTED.code())).count();
        put(by, receipt.department(), account -> letter(account, receipt.department(), Letter.Kind.RECEIPT, "reception-receipt:" + receipt.id(),
            outbox.say("reception.letter.receipt.subject", receipt.label()), outbox.say("reception.letter.receipt", receipt.label(), here, open)));
    }

    void put(Actor by, Slip.Return back) {
        var due = new Text(Dates.day(Lang.ZH, back.due()), Dates.day(Lang.EN, back.due()));
        put(by, back.department(), account -> letter(account, back.department(), Letter.Kind.RETURN, "reception-return:" + back.id(),
            outbox.say("reception.letter.return.subject", due), outbox.say("reception.letter.return", back.lines().size(), due)));
    }

    private void put(Actor by, UUID department, Function<Account, Letter> letter) {
        accounts.of(department).stream()
            .filter(each -> each.disabledAt().isEmpty() && !each.email().isEmpty() && each.roles().stream().anyMatch(Role::isOfDepartment))
            .forEach(each -> outbox.put(by, letter.apply(each)));
    }

    private Letter letter(Account account, UUID department, Letter.Kind kind, String reference, Text subject, Text sentence) {
        var where = outbox.address(PAGE).map(Text::same).orElseGet(() -> outbox.say("reception.letter.where"));
        return new Letter(kind, new Letter.Recipient(java.util.Optional.of(account.id()), account.name(), account.email()), subject,
            outbox.say("reception.letter.body", account.name(), sentence, where), reference, java.util.Optional.of(department));
    }
}
