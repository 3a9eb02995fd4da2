package huizhan.organization.access;

import huizhan.kernel.Clocks;
import huizhan.kernel.StaleData;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people sign in with: user name, password, second factor. Nobody but the person ever sets a password. */
@Service
public class Credentials {
    private static final Pattern USERNAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._@-]{1,39}");
    private static final int RECOVERY_CODES = 10;
    private static final int RECOVERY_BYTES = 5;
    private static final String TOTP = "totp";
    private static final String RECOVERY = "recovery";
    private final CredentialSql sql;
    private final Hashing hashing;
    private final Secrets secrets;
    private final Clocks clocks;

    Credentials(CredentialSql sql, Hashing hashing, Secrets secrets, Clocks clocks) {
        this.sql = sql;
        this.hashing = hashing;
        this.secrets = secrets;
        this.clocks = clocks;
    }

    /** Two to forty letters, digits, dots, hyphens, underscores or at signs, beginning with a letter or digit. */
    public static boolean isUsername(String typed) {
        return USERNAME.matcher(typed).matches();
    }

    /** User names that differ in case or width only are one. */
    static String key(String username) {
        return Normalizer.normalize(username, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }

    /** Hashes outside any transaction: it takes tens of milliseconds. */
    public String hash(String password) {
        return hashing.hash(password);
    }

    /** Whether someone signs in by that name already. */
    public boolean isTaken(String username) {
        return sql.byKey(key(username)).isPresent();
    }

    /** The name an account signs in by; empty before its invitation is accepted. */
    public Optional<String> username(UUID account) {
        return sql.of(account).map(CredentialSql.Credential::username);
    }

    /** Gives an account its name and password, in the caller's transaction. A taken name is a {@code DuplicateKeyException}. */
    @Transactional public void create(UUID account, String username, String hash) {
        sql.insert(account, username.strip(), key(username), hash, clocks.system().instant());
    }

    /** Replaces the password, in the caller's transaction. */
    @Transactional public void change(UUID account, String hash) {
        StaleData.unlessOne("credential of " + account, sql.changePassword(account, hash, clocks.system().instant()));
    }

    /** Whether this is the account's password. */
    boolean isPassword(UUID account, String password) {
        var credential = sql.of(account);
        return credential.isPresent() ? hashing.matches(password, credential.get().passwordHash()) : hashing.matchesNobody(password);
    }

    /** Whether the account has a confirmed second factor. */
    public boolean hasFactor(UUID account) {
        return sql.of(account).map(CredentialSql.Credential::hasFactor).orElse(false);
    }

    /** Takes the second factor away, in the caller's transaction; the person enrols anew at the next sign-in. */
    @Transactional public void dropFactor(UUID account) {
        sql.dropFactor(account);
    }

    /** The secret that waits to be confirmed, made at first asking; empty where a second factor stands already. */
    @Transactional Optional<byte[]> enrolment(UUID account) {
        var credential = sql.of(account).filter(each -> !each.hasFactor());
        if (credential.isEmpty()) return Optional.empty();
        var waiting = credential.get().totpSecret();
        if (!waiting.isEmpty()) return Optional.of(secrets.open(TOTP, account.toString(), waiting));
        var fresh = Secrets.random(Totp.SECRET_BYTES);
        StaleData.unlessOne("factor of " + account, sql.keepFactor(account, secrets.seal(TOTP, account.toString(), fresh)));
        return Optional.of(fresh);
    }

    /** Confirms the waiting secret by a first code. Gives the recovery codes, shown this once; empty for a wrong code. */
    @Transactional Optional<List<String>> confirm(UUID account, String typed) {
        var secret = enrolment(account);
        if (secret.isEmpty()) return Optional.empty();
        var now = clocks.system().instant();
        var step = Totp.match(secret.get(), typed, now, 0);
        if (step.isEmpty() || sql.confirmFactor(account, step.getAsLong(), now) == 0) return Optional.empty();
        var codes = new ArrayList<String>();
        for (var i = 0; i < RECOVERY_CODES; i++) {
            var code = HexFormat.of().formatHex(Secrets.random(RECOVERY_BYTES));
            sql.insertRecovery(account, secrets.hmac(RECOVERY, account + code));
            codes.add(code.substring(0, RECOVERY_BYTES) + "-" + code.substring(RECOVERY_BYTES));
        }
        return Optional.of(codes);
    }

    /** Whether a typed code, or recovery code, is right; it is spent by that. */
    @Transactional boolean spend(UUID account, String typed) {
        var credential = sql.of(account).filter(CredentialSql.Credential::hasFactor);
        if (credential.isEmpty()) return false;
        var now = clocks.system().instant();
        var secret = secrets.open(TOTP, account.toString(), credential.get().totpSecret());
        var step = Totp.match(secret, typed, now, credential.get().totpStep());
        if (step.isPresent()) return sql.spendStep(account, step.getAsLong()) == 1;
        var plain = typed.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
        return sql.spendRecovery(account, secrets.hmac(RECOVERY, account + plain), now) == 1;
    }

    int recoveryCodesLeft(UUID account) {
        return sql.unspentRecovery(account);
    }
}
