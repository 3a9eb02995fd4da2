package huizhan.organization.access;

import huizhan.audit.Audit;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Changing one's own password: the present one is asked for, and all other sessions end. */
@Service
class PasswordChange {
    private final Credentials credentials;
    private final Passwords passwords;
    private final Sessions sessions;
    private final Throttle throttle;
    private final Audit audit;
    private final TransactionTemplate writing;

    PasswordChange(Credentials credentials, Passwords passwords, Sessions sessions, Throttle throttle, Audit audit, PlatformTransactionManager transactions) {
        this.credentials = credentials;
        this.passwords = passwords;
        this.sessions = sessions;
        this.throttle = throttle;
        this.audit = audit;
        this.writing = new TransactionTemplate(transactions);
    }

    /** What stands against it: the field's name and the key of the text; empty when it is done. */
    Map<String, String> change(Session session, String current, String wanted) {
        var account = session.actor().account();
        var subject = "account:" + account;
        var count = List.of(new Throttle.Count("change:" + account, java.time.Duration.ofMinutes(5)));
        if (throttle.enter(count).isPresent()) return Map.of("current", "organization.password.wait");
        if (!credentials.isPassword(account, current)) {
            audit.refused(session.actor(), "account.password-refused", subject, Map.of());
            return Map.of("current", "organization.password.current-wrong");
        }
        throttle.leave(count, List.of());
        var fault = passwords.fault(wanted, List.of(session.actor().name(), credentials.username(account).orElse("")));
        if (fault.isPresent()) return Map.of("password", fault.get().key());
        var hash = credentials.hash(wanted);
        writing.executeWithoutResult(status -> {
            credentials.change(account, hash);
            sessions.endOthers(account, session.id());
            audit.record(session.actor(), "account.password-changed", subject, Map.of());
        });
        return Map.of();
    }
}
