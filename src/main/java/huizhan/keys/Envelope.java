package huizhan.keys;

import java.util.Arrays;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.X25519PublicKeyParameters;

/**
 * The key of one disc, readable by one addressee alone (C2): HPKE in base mode (RFC 9180), DHKEM(X25519, HKDF-SHA256), HKDF-SHA256,
 * AES-256-GCM.
 *
 * @param addressee id of the key card that it was made for
 * @param enc       the encapsulated key, 32 bytes
 * @param box       the encrypted key with its tag, 48 bytes
 */
public record Envelope(String addressee, byte[] enc, byte[] box) {
    /** The last bytes of an X25519 key in either of the JDK's encodings are the key itself (RFC 8410). */
    private static final int RAW = 32;
    private static final byte[] NOTHING = {};

    /** @param info what the envelope is for; it opens for nothing else */
    public static Envelope of(byte[] key, PublicKeys to, byte[] info) {
        try {
            var sealed = hpke().seal(publicKey(to), info, NOTHING, key, null, null, null);
            return new Envelope(to.id(), sealed[1], sealed[0]);
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws KeyFault if it was made for another key or for something else, or was changed */
    public static byte[] open(Envelope envelope, PrivateKeys mine, byte[] info) throws KeyFault {
        var raw = raw(mine.sealing().getEncoded());
        try {
            var key = new X25519PrivateKeyParameters(raw, 0);
            return hpke().open(envelope.enc, new AsymmetricCipherKeyPair(publicKey(mine.card()), key), info, NOTHING, envelope.box, null, null, null);
        } catch (InvalidCipherTextException | RuntimeException e) {
            throw new KeyFault("用这把密钥打不开：封装后被改动过，或者不是封给它的。", "This key doesn't open it: it was changed, or sealed for another.");
        } finally {
            Arrays.fill(raw, (byte) 0);
        }
    }

    private static HPKE hpke() {
        return new HPKE(HPKE.mode_base, HPKE.kem_X25519_SHA256, HPKE.kdf_HKDF_SHA256, HPKE.aead_AES_GCM256);
    }

    private static AsymmetricKeyParameter publicKey(PublicKeys card) {
        return new X25519PublicKeyParameters(raw(card.sealing().getEncoded()), 0);
    }

    private static byte[] raw(byte[] encoded) {
        return Arrays.copyOfRange(encoded, encoded.length - RAW, encoded.length);
    }
}
