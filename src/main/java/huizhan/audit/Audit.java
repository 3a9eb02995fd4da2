package huizhan.audit;

import huizhan.kernel.Actor;
import huizhan.kernel.Clocks;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * The trail (B15). {@code what} is a noun and a past verb ({@code nomination.submitted}), {@code subject} a kind and an id
 * ({@code nomination:…}). Details are strings, whole numbers, booleans, lists and maps of them; whatever names a person is wrapped
 * in {@link Personal}.
 */
@Service
public class Audit {
    private static final int KEY_BYTES = 32;
    private static final int COUNTER_BITS = 12;
    private final AuditSql sql;
    private final Clocks clocks;
    private final Sealer sealer;
    private final TransactionTemplate own;
    private final SecureRandom random = new SecureRandom();
    private final AtomicLong ticks = new AtomicLong();

    Audit(AuditSql sql, Clocks clocks, Sealer sealer, PlatformTransactionManager transactions) {
        this.sql = sql;
        this.clocks = clocks;
        this.sealer = sealer;
        this.own = new TransactionTemplate(transactions);
    }

    /**
     * Records what was done, in the transaction of the change.
     *
     * @throws IllegalStateException outside a write transaction
     */
    public void record(Actor by, String what, String subject, Map<String, ?> details) {
        if (!writing()) throw new IllegalStateException("the trail is written in the transaction of the change: " + what);
        insert(by, what, subject, details, false, address());
    }

    /**
     * Records an attempt that was refused. Inside a write transaction it belongs to that one, and is written on its own should that
     * be rolled back; else it is a transaction of its own.
     */
    public void refused(Actor by, String what, String subject, Map<String, ?> details) {
        var address = address();
        if (!writing()) {
            apart(by, what, subject, details, address);
            return;
        }
        insert(by, what, subject, details, true, address);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override public void afterCompletion(int status) {
                // the rolled-back transaction still holds the writer until this callback has returned
                if (status != STATUS_COMMITTED) sealer.later(() -> apart(by, what, subject, details, address));
            }
        });
    }

    private void apart(Actor by, String what, String subject, Map<String, ?> details, String address) {
        own.executeWithoutResult(status -> insert(by, what, subject, details, true, address));
    }

    private static boolean writing() {
        return TransactionSynchronizationManager.isActualTransactionActive()
            && !TransactionSynchronizationManager.isCurrentTransactionReadOnly();
    }

    private void insert(Actor by, String what, String subject, Map<String, ?> details, boolean refused, String address) {
        var json = CanonicalDetails.json(withoutPersons(details, subject));
        sql.insert(new Entry(nextId(), Optional.empty(), clocks.system().instant(), clocks.business().instant(), by.account(),
            by.department(), what, subject, refused, json, address, Optional.empty(), Optional.empty()));
        if (!by.name().isEmpty()) sql.callActor(by.account(), by.name());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override public void afterCommit() {
                sealer.wake();
            }
        });
    }

    /** Version 7 (RFC 9562): ordered by time, and within a millisecond by a counter, so that entries are sealed in their order. */
    private UUID nextId() {
        var tick = ticks.updateAndGet(last -> Math.max(last + 1, clocks.system().millis() << COUNTER_BITS));
        var high = tick >>> COUNTER_BITS << 16 | 0x7000L | tick & (1L << COUNTER_BITS) - 1;
        return new UUID(high, random.nextLong() >>> 2 | 1L << 63);
    }

    private @Nullable Object withoutPersons(@Nullable Object value, String subject) {
        if (value instanceof Personal personal) return "hmac:" + hmac(subject, personal.value());
        if (value instanceof Optional<?> maybe) return withoutPersons(maybe.orElse(null), subject);
        if (value instanceof Collection<?> list) return list.stream().map(each -> withoutPersons(each, subject)).toList();
        if (value instanceof Map<?, ?> map) {
            var copy = new HashMap<Object, @Nullable Object>();
            map.forEach((key, each) -> copy.put(key, withoutPersons(each, subject)));
            return copy;
        }
        return value;
    }

    /** The key is made at first need, and read back in case two made it at once. */
    private String hmac(String subject, String value) {
        var key = sql.key(subject).orElseGet(() -> {
            var bytes = new byte[KEY_BYTES];
            random.nextBytes(bytes);
            sql.insertKey(subject, HexFormat.of().formatHex(bytes));
            return sql.key(subject).orElseThrow();
        });
        return hmac(HexFormat.of().parseHex(key), value);
    }

    private static String hmac(byte[] key, String value) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(value.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Destroys the key of a record's personal values; in the transaction that erases the record. */
    public void forget(String subject) {
        sql.deleteKey(subject);
    }

    /** Erases the name that a person goes by in the trail; the entries stay and the chain holds. */
    public void forgetName(UUID account) {
        sql.forgetActor(account);
    }

    /** When each of these people last did something, by the business clock; none for who has done nothing. */
    public Map<UUID, Instant> lastActs(Collection<UUID> actors) {
        return actors.isEmpty() ? Map.of() : sql.lastActs(actors);
    }

    /** The newest sealed link, for receipts and back-ups. */
    public Head head() {
        return sql.head();
    }

    private static String address() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes web ? web.getRequest().getRemoteAddr() : "";
    }
}
