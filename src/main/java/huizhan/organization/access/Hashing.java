package huizhan.organization.access;

import huizhan.database.StartRefusal;
import huizhan.kernel.Clocks;
import java.text.Normalizer;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Argon2id (RFC 9106) with 19 MiB, two passes, one lane: the smaller of the two settings OWASP gives, because four run at once at
 * most, in 76 MiB. Whoever comes fifth waits his turn, up to ten seconds. {@code huizhan.passwords=quick} is for the demo alone, whose
 * passwords everybody can read, and needs its clock: {@value #QUICK_KIBIBYTES} KiB in one pass. A hash says how it was made.
 */
@Component
class Hashing {
    private static final int AT_ONCE = 4;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int KIBIBYTES = 19_456;
    private static final int PASSES = 2;
    private static final int QUICK_KIBIBYTES = 64;
    private static final String QUICK = "quick";
    private static final long PATIENCE_SECONDS = 10;
    private final Semaphore turns = new Semaphore(AT_ONCE, true);
    private final Argon2PasswordEncoder argon2;
    private final String nobodys;

    Hashing(@Value("${huizhan.passwords:safe}") String mode, Clocks clocks) {
        var quick = mode.equals(QUICK);
        if (!quick && !mode.equals("safe")) {
            throw new StartRefusal("huizhan.passwords 应为 safe 或 quick，而不是 " + mode + "。", "huizhan.passwords is safe or quick, not " + mode + ".");
        }
        if (quick && !clocks.moved()) {
            throw new StartRefusal("huizhan.passwords=quick 只能与演示时钟（--demo-clock）一起使用。", "huizhan.passwords=quick works together with --demo-clock only.");
        }
        argon2 = new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, 1, quick ? QUICK_KIBIBYTES : KIBIBYTES, quick ? 1 : PASSES);
        nobodys = argon2.encode("nobody has this password");
    }

    /** All turns were taken for ten seconds. */
    static final class Busy extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    String hash(String password) {
        return inTurn(() -> argon2.encode(normal(password)));
    }

    boolean matches(String password, String hash) {
        return inTurn(() -> argon2.matches(normal(password), hash));
    }

    /** Takes as long as {@link #matches} and says no: an unknown name must not answer faster. */
    boolean matchesNobody(String password) {
        matches(password, nobodys);
        return false;
    }

    /** The same password typed by another input method is the same password. */
    private static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }

    private <T> T inTurn(java.util.function.Supplier<T> work) {
        try {
            if (!turns.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) throw new Busy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Busy();
        }
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }
}
