package huizhan.organization.access;

import huizhan.kernel.Actor;
import huizhan.kernel.Clocks;
import huizhan.kernel.Role;
import huizhan.kernel.Zone;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Stays of browsers, kept in the database under the digest of a 256-bit token. They end by sign-out, twelve hours after sign-in, or
 * after half an hour without a request (two hours for people of a unit, who copy from paper; at a desk the machine's own lock
 * screen does that work), by the system clock.
 */
@Service
public class Sessions {
    static final Duration LONGEST = Duration.ofHours(12);
    static final Duration IDLE = Duration.ofMinutes(30);
    static final Duration IDLE_OF_UNITS = Duration.ofHours(2);
    private static final Duration SEEN_AGAIN = Duration.ofMinutes(1);
    private static final int LONGEST_AGENT = 200;
    private final SessionSql sql;
    private final Secrets secrets;
    private final SecondFactor secondFactor;
    private final Clocks clocks;
    private final TransactionTemplate writing;
    private final boolean desk;

    Sessions(SessionSql sql, Secrets secrets, SecondFactor secondFactor, Clocks clocks, PlatformTransactionManager transactions, Zone zone) {
        this.desk = zone == Zone.DESK;
        this.sql = sql;
        this.secrets = secrets;
        this.secondFactor = secondFactor;
        this.clocks = clocks;
        this.writing = new TransactionTemplate(transactions);
    }

    /** A new stay; gives the cookie's value. */
    @Transactional String open(UUID account, boolean factor, String address, String agent) {
        var token = secrets.token();
        sql.deleteOlder(clocks.system().instant().minus(LONGEST));
        sql.insert(Secrets.hash(token), UUID.randomUUID(), account, clocks.system().instant(), factor, address,
            agent.substring(0, Math.min(agent.length(), LONGEST_AGENT)));
        return token;
    }

    /** A new token for a stay in which the second factor was given; the old one is worth nothing any more. */
    @Transactional String renew(Session old, String address, String agent) {
        sql.delete(Secrets.hash(old.token()));
        return open(old.actor().account(), true, address, agent);
    }

    /** The stay of a cookie, if it still lasts. Notes at most once a minute that it was seen. */
    Optional<Session> find(String token) {
        var hash = Secrets.hash(token);
        var now = clocks.system().instant();
        var found = sql.find(hash).filter(row -> lasts(row, now));
        if (found.isPresent() && found.get().seenAt().plus(SEEN_AGAIN).isBefore(now)) {
            writing.executeWithoutResult(status -> sql.touch(hash, now));
        }
        return found.map(row -> new Session(row.id(), token, row.actor(), row.createdAt(), row.seenAt(), row.factor(), row.enrolled(),
            row.factor() || !secondFactor.isNeeded(row.actor().roles(), row.enrolled())));
    }

    private boolean lasts(SessionSql.Row row, Instant now) {
        var unit = row.actor().is(Role.UNIT) && row.actor().roles().size() == 1;
        return now.isBefore(row.createdAt().plus(LONGEST)) && (desk || now.isBefore(row.seenAt().plus(unit ? IDLE_OF_UNITS : IDLE)));
    }

    /** Sign-out. */
    @Transactional void end(String token) {
        sql.delete(Secrets.hash(token));
    }

    /** Ends one of a person's own stays. */
    @Transactional boolean end(Actor by, UUID session) {
        return sql.delete(by.account(), session) == 1;
    }

    /** Ends all of a person's stays but the present one. */
    @Transactional public void endOthers(UUID account, UUID keep) {
        sql.deleteOthers(account, keep);
    }

    /** Ends all stays of an account: it was switched off, or its password is new. */
    @Transactional public int endAll(UUID account) {
        return sql.deleteAll(account);
    }

    List<SessionSql.Stay> of(UUID account) {
        var oldest = clocks.system().instant().minus(LONGEST);
        return sql.of(account).stream().filter(stay -> stay.createdAt().isAfter(oldest)).toList();
    }
}
