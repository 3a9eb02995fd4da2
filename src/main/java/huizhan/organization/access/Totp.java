package huizhan.organization.access;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Time-based one-time codes: RFC 6238 with SHA-1, 30 seconds and six digits, which every authenticator app knows. */
final class Totp {
    static final int SECRET_BYTES = 20;
    private static final int STEP_SECONDS = 30;
    private static final int MODULUS = 1_000_000;
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;

    private Totp() {}

    static long step(Instant now) {
        return Math.floorDiv(now.getEpochSecond(), STEP_SECONDS);
    }

    /** The code of a step (RFC 4226 section 5.3). */
    static String code(byte[] secret, long step) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            var hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            var offset = hash[hash.length - 1] & 0x0f;
            var number = ByteBuffer.wrap(hash).getInt(offset) & 0x7fff_ffff;
            return String.format("%06d", number % MODULUS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The step that a typed code belongs to: now, or one step on either side (RFC 6238 section 5.2). Steps up to {@code last} are
     * spent.
     */
    static OptionalLong match(byte[] secret, String typed, Instant now, long last) {
        var digits = typed.replaceAll("\\s", "");
        var current = step(now);
        var found = OptionalLong.empty();
        for (var step = current - 1; step <= current + 1; step++) {
            if (Secrets.same(code(secret, step), digits) && step > last) found = OptionalLong.of(step);
        }
        return found;
    }

    /** The address that an authenticator app reads from the QR code. */
    static String address(byte[] secret, String issuer, String username) {
        return "otpauth://totp/" + encode(issuer) + ":" + encode(username) + "?secret=" + base32(secret) + "&issuer=" + encode(issuer)
            + "&algorithm=SHA1&digits=6&period=" + STEP_SECONDS;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** RFC 4648 base 32 without padding. */
    static String base32(byte[] bytes) {
        var text = new StringBuilder();
        var buffer = 0;
        var bits = 0;
        for (var each : bytes) {
            buffer = (buffer << Byte.SIZE | each & 0xff) & 0xffff;
            bits += Byte.SIZE;
            while (bits >= BITS) {
                bits -= BITS;
                text.append(BASE32.charAt(buffer >> bits & 0x1f));
            }
        }
        if (bits > 0) text.append(BASE32.charAt(buffer << BITS - bits & 0x1f));
        return text.toString();
    }
}
