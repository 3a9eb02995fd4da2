package huizhan.organization.access;

import huizhan.audit.Audit;
import huizhan.audit.Personal;
import huizhan.kernel.Actor;
import huizhan.kernel.Clocks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The way in (ASVS 6.3): name and password, then the second factor where it is needed. An unknown name, a switched-off account and
 * a wrong password get the same answer after the same work.
 */
@Service
class SignIn {
    private static final Duration OWN_CAP = Duration.ofMinutes(5);
    private static final Duration ADDRESS_CAP = Duration.ofMinutes(1);
    private final Credentials credentials;
    private final CredentialSql sql;
    private final Hashing hashing;
    private final Throttle throttle;
    private final Sessions sessions;
    private final Devices devices;
    private final Audit audit;
    private final Secrets secrets;
    private final Clocks clocks;
    private final TransactionTemplate writing;

    SignIn(Credentials credentials, CredentialSql sql, Hashing hashing, Throttle throttle, Sessions sessions, Devices devices, Audit audit,
            Secrets secrets, Clocks clocks, PlatformTransactionManager transactions) {
        this.credentials = credentials;
        this.sql = sql;
        this.hashing = hashing;
        this.throttle = throttle;
        this.sessions = sessions;
        this.devices = devices;
        this.audit = audit;
        this.secrets = secrets;
        this.clocks = clocks;
        this.writing = new TransactionTemplate(transactions);
    }

    /** From where someone asks: address, browser, and the mark of a browser that has signed in here before. */
    record Origin(String address, String agent, Optional<String> device) {}

    /** What came of an attempt. */
    sealed interface Outcome {
        /** In; {@code token} is the new cookie, {@code device} the new mark. */
        record In(String token, String device) implements Outcome {}

        record Wrong() implements Outcome {}

        /** Not looked at: the next attempt is taken from then on. */
        record Wait(Instant until, Duration left) implements Outcome {}

        /** Too many sign-ins at this moment. */
        record Busy() implements Outcome {}
    }

    Outcome attempt(String username, String password, Origin from) {
        var found = sql.byKey(Credentials.key(username));
        var known = found.isPresent() && devices.isKnown(found.get().account(), from.device());
        var own = List.of(new Throttle.Count(known ? name("device", from.device().orElseThrow()) : name("account", Credentials.key(username)), OWN_CAP));
        var shared = known ? List.<Throttle.Count>of() : List.of(new Throttle.Count(name("address", from.address()), ADDRESS_CAP));
        var wait = throttle.enter(java.util.stream.Stream.concat(own.stream(), shared.stream()).toList());
        if (wait.isPresent()) return wait(wait.get());
        try {
            var right = found.isPresent() ? hashing.matches(password, found.get().passwordHash()) : hashing.matchesNobody(password);
            if (!right || found.get().disabled()) return wrong(username, found.map(CredentialSql.Credential::account));
        } catch (Hashing.Busy e) {
            return new Outcome.Busy();
        }
        return enter(found.get(), from, own, shared);
    }

    private Outcome enter(CredentialSql.Credential who, Origin from, List<Throttle.Count> own, List<Throttle.Count> shared) {
        return inTransaction(() -> {
            throttle.leave(own, shared);
            var token = sessions.open(who.account(), false, from.address(), from.agent());
            audit.record(actor(who.account()), "sign-in.done", subject(who.account()), Map.of());
            return new Outcome.In(token, devices.mark(who.account()));
        });
    }

    private Outcome wrong(String username, Optional<UUID> account) {
        audit.refused(account.map(SignIn::actor).orElseGet(Actor::nobody), "sign-in.refused", account.map(SignIn::subject).orElse("account:unknown"),
            Map.of("username", new Personal(Credentials.key(username))));
        return new Outcome.Wrong();
    }

    /** The second step: a one-time or recovery code. A right one gives the stay a new token. */
    Outcome code(Session session, String typed, Origin from) {
        var account = session.actor().account();
        var count = List.of(new Throttle.Count(name("code", account.toString()), OWN_CAP));
        var wait = throttle.enter(count);
        if (wait.isPresent()) return wait(wait.get());
        return inTransaction(() -> {
            if (!credentials.spend(account, typed)) {
                audit.refused(session.actor(), "sign-in.code-refused", subject(account), Map.of());
                return new Outcome.Wrong();
            }
            throttle.leave(count, List.of());
            audit.record(session.actor(), "sign-in.code-given", subject(account), Map.of());
            return new Outcome.In(sessions.renew(session, from.address(), from.agent()), devices.mark(account));
        });
    }

    /** Sets up the second factor by its first code: the recovery codes and the new token; empty for a wrong code. */
    Optional<Enrolled> enrol(Session session, String typed, Origin from) {
        var account = session.actor().account();
        return inTransaction(() -> credentials.confirm(account, typed).map(codes -> {
            audit.record(session.actor(), "factor.set-up", subject(account), Map.of());
            return new Enrolled(codes, sessions.renew(session, from.address(), from.agent()));
        }));
    }

    record Enrolled(List<String> recoveryCodes, String token) {}

    void out(Session session) {
        inTransaction(() -> {
            sessions.end(session.token());
            audit.record(session.actor(), "sign-in.ended", subject(session.actor().account()), Map.of());
            return true;
        });
    }

    private Outcome wait(Instant until) {
        return new Outcome.Wait(until, Duration.between(clocks.system().instant(), until));
    }

    /** Names and addresses are kept as keyed digests only. */
    private String name(String kind, String value) {
        return kind + ":" + secrets.hmac("throttle-" + kind, value);
    }

    private <T> T inTransaction(java.util.function.Supplier<T> work) {
        return java.util.Objects.requireNonNull(writing.execute(status -> work.get()));
    }

    /** Before the session is there only the account is known. */
    private static Actor actor(UUID account) {
        return new Actor(account, "", java.util.Set.of(), Optional.empty(), Optional.empty());
    }

    private static String subject(UUID account) {
        return "account:" + account;
    }
}
