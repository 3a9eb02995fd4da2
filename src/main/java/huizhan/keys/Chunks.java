package huizhan.keys;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;

/**
 * A long text in chunks that can be opened one by one and not exchanged, left out or cut off unnoticed: the STREAM construction (Hoang,
 * Reyhanitabar, Rogaway, Vizár 2015) over AES-256-GCM. The nonce of a chunk is its number in 11 bytes, big-endian, and a byte that is 1 for
 * the last chunk and 0 for the others. The key serves for one text only. Not for several threads at once.
 */
public final class Chunks {
    public static final int KEY_BYTES = 32;
    /** What each chunk gains. */
    public static final int TAG_BYTES = 16;
    private static final int TAG_BITS = 8 * TAG_BYTES;
    private static final int NONCE = 12;

    private final SecretKeySpec key;
    private final Cipher cipher;

    /**
     * @param secret the key that an {@link Envelope} carried
     * @param salt   digest of everything that is to be bound to the text
     * @param info   what the text is
     */
    public Chunks(byte[] secret, byte[] salt, byte[] info) {
        var derived = new byte[KEY_BYTES];
        var hkdf = new HKDFBytesGenerator(new SHA256Digest());
        hkdf.init(new HKDFParameters(secret, salt, info));
        hkdf.generateBytes(derived, 0, KEY_BYTES);
        key = new SecretKeySpec(derived, "AES");
        try {
            cipher = Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param sealed takes the chunk and its tag */
    public void seal(long number, boolean last, ByteBuffer plain, ByteBuffer sealed) {
        try {
            cipher.init(Cipher.ENCRYPT_MODE, key, nonce(number, last));
            cipher.doFinal(plain, sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether the chunk was sealed as this one under this key; only then {@code plain} holds its text. */
    public boolean open(long number, boolean last, ByteBuffer sealed, ByteBuffer plain) {
        try {
            cipher.init(Cipher.DECRYPT_MODE, key, nonce(number, last));
            cipher.doFinal(sealed, plain);
            return true;
        } catch (AEADBadTagException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static GCMParameterSpec nonce(long number, boolean last) {
        var nonce = ByteBuffer.allocate(NONCE).putLong(NONCE - 1 - Long.BYTES, number).put(NONCE - 1, (byte) (last ? 1 : 0));
        return new GCMParameterSpec(TAG_BITS, nonce.array());
    }
}
