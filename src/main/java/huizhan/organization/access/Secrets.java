package huizhan.organization.access;

import huizhan.database.DataFolder;
import huizhan.kernel.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/** Random tokens, and what is derived from the server's secret: one key for each purpose. */
@Component
public class Secrets {
    private static final int TOKEN_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();
    private final byte[] secret;

    Secrets(DataFolder folder) {
        this.secret = folder.secret();
    }

    /** A fresh token of 256 random bits, safe in addresses and cookies. */
    public String token() {
        return encode(random(TOKEN_BYTES));
    }

    static byte[] random(int length) {
        var bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /** What is kept of a token. */
    public static String hash(String token) {
        return Sha256.of(token).hex();
    }

    /** HMAC-SHA-256 of a text under the key of a purpose, 256 bits, safe in addresses. */
    public String hmac(String purpose, String text) {
        return encode(mac(mac(secret, purpose), text));
    }

    /** Compares in constant time. */
    static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    /** Seals bytes with AES-256-GCM under the key of a purpose, bound to a text that must be given again to open them. */
    String seal(String purpose, String bound, byte[] plain) {
        var nonce = random(NONCE_BYTES);
        var sealed = crypt(Cipher.ENCRYPT_MODE, purpose, bound, nonce, plain);
        return encode(nonce) + "." + encode(sealed);
    }

    byte[] open(String purpose, String bound, String sealed) {
        var parts = sealed.split("\\.", 2);
        return crypt(Cipher.DECRYPT_MODE, purpose, bound, decode(parts[0]), decode(parts[1]));
    }

    private byte[] crypt(int mode, String purpose, String bound, byte[] nonce, byte[] bytes) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(mac(secret, purpose), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(bound.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("not sealed by this server's secret", e);
        }
    }

    private static byte[] mac(byte[] key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] decode(String text) {
        return Base64.getUrlDecoder().decode(text);
    }
}
