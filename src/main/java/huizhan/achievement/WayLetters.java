package huizhan.achievement;

import huizhan.kernel.Actor;
import huizhan.kernel.Clocks;
import huizhan.kernel.Lang;
import huizhan.kernel.Role;
import huizhan.kernel.Text;
import huizhan.mail.Letter;
import huizhan.mail.Outbox;
import huizhan.organization.Account;
import huizhan.organization.Accounts;
import huizhan.web.Dates;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Letters on the way between unit and department: that something came back, and until when (B19); that something waits at the body between.
 * What and why stands behind a sign-in (C7). Each is put in the transaction of its step.
 */
final class WayLetters {
    /** While something waits already, a body is not written to more often. */
    private static final Duration PAUSE = Duration.ofDays(1);
    private final Accounts accounts;
    private final Outbox outbox;
    private final Clocks clocks;

    WayLetters(Accounts accounts, Outbox outbox, Clocks clocks) {
        this.accounts = accounts;
        this.outbox = outbox;
        this.clocks = clocks;
    }

    /**
     * To the unit's people.
     *
     * @param body that returned it; empty where the department did
     */
    void returned(Actor by, Entry entry, Optional<LocalDate> until, Optional<String> body) {
        accounts.of(entry.department()).stream().filter(each -> each.unit().isPresent() && each.unit().equals(entry.unit()) && reachable(each))
            .forEach(each -> outbox.put(by, returned(each, entry, until, body)));
    }

    private static boolean reachable(Account account) {
        return account.disabledAt().isEmpty() && !account.email().isEmpty();
    }

    private Letter returned(Account account, Entry entry, Optional<LocalDate> until, Optional<String> body) {
        var day = until.map(each -> outbox.say("achievement.letter.return.until", new Text(Dates.day(Lang.ZH, each), Dates.day(Lang.EN, each))))
            .orElseGet(() -> outbox.say("achievement.letter.return.open"));
        var who = body.map(Text::same).orElseGet(() -> outbox.say("achievement.letter.return.department"));
        return new Letter(Letter.Kind.RETURN, to(account), outbox.say("achievement.letter.return.subject"),
            outbox.say("achievement.letter.return.body", account.name(), day, where("/achievements/" + entry.id(), "achievement.letter.return.where"), who),
            Guard.subject(entry.id()), Optional.of(entry.department()));
    }

    private static Letter.Recipient to(Account account) {
        return new Letter.Recipient(Optional.of(account.id()), account.name(), account.email());
    }

    private Text where(String path, String otherwise) {
        return outbox.address(path).map(Text::same).orElseGet(() -> outbox.say(otherwise));
    }

    /**
     * To the body's people, each once for all that comes within a day while they have not dealt with it.
     *
     * @param others whether something else waits there already
     */
    void waits(Actor by, UUID department, UUID body, boolean others) {
        var reference = "middle:" + body;
        var told = others ? outbox.told(department, reference, clocks.business().instant().minus(PAUSE)) : Set.<UUID>of();
        accounts.of(department).stream().filter(each -> each.middle().equals(Optional.of(body)) && each.roles().contains(Role.MIDDLE) && reachable(each))
            .filter(each -> !told.contains(each.id()))
            .forEach(each -> outbox.put(by, new Letter(Letter.Kind.WAITING, to(each), outbox.say("achievement.letter.waiting.subject"),
                outbox.say("achievement.letter.waiting.body", each.name(), where("/achievements", "achievement.letter.waiting.where")),
                reference, Optional.of(department))));
    }

    /** Whether a person is written to by itself: there is a mail server, and an address. */
    boolean reaches(Actor person) {
        return outbox.isOpen() && outbox.hasServer() && accounts.find(person.account()).filter(WayLetters::reachable).isPresent();
    }
}
