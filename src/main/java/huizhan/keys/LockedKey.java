package huizhan.keys;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.EncryptionScheme;
import org.bouncycastle.asn1.pkcs.KeyDerivationFunc;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/**
 * A private key under a passphrase: PKCS#8 with PBES2 (RFC 8018), PBKDF2 with HMAC-SHA-256 and AES-256-CBC, as {@code openssl pkey} reads it.
 * The JDK's own PBES2 refuses passphrases beyond ASCII, so its parts are put together here.
 */
final class LockedKey {
    private static final int ROUNDS = 600_000;
    /** A file that asks for more would keep a processor busy for minutes. */
    private static final int MOST_ROUNDS = 10_000_000;
    private static final int SALT = 16;
    private static final int BLOCK = 16;
    private static final int KEY_BITS = 256;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final AlgorithmIdentifier HMAC = new AlgorithmIdentifier(PKCSObjectIdentifiers.id_hmacWithSHA256, org.bouncycastle.asn1.DERNull.INSTANCE);

    private LockedKey() {}

    /** @param pkcs8 the plain private key, PKCS#8 DER */
    static byte[] lock(byte[] pkcs8, char[] passphrase) {
        var salt = random(SALT);
        var iv = random(BLOCK);
        try {
            var bytes = cipher(Cipher.ENCRYPT_MODE, passphrase, salt, ROUNDS, iv).doFinal(pkcs8);
            var derivation = new KeyDerivationFunc(PKCSObjectIdentifiers.id_PBKDF2, new PBKDF2Params(salt, ROUNDS, HMAC));
            var scheme = new PBES2Parameters(derivation, new EncryptionScheme(NISTObjectIdentifiers.id_aes256_CBC, new DEROctetString(iv)));
            return new EncryptedPrivateKeyInfo(new AlgorithmIdentifier(PKCSObjectIdentifiers.id_PBES2, scheme), bytes).getEncoded("DER");
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * @throws GeneralSecurityException if the passphrase is wrong
     * @throws IllegalArgumentException if this is not what {@link #lock} makes
     */
    static byte[] open(byte[] der, char[] passphrase) throws GeneralSecurityException {
        var info = EncryptedPrivateKeyInfo.getInstance(der);
        var scheme = PBES2Parameters.getInstance(info.getEncryptionAlgorithm().getParameters());
        var derivation = PBKDF2Params.getInstance(scheme.getKeyDerivationFunc().getParameters());
        boolean known = info.getEncryptionAlgorithm().getAlgorithm().equals(PKCSObjectIdentifiers.id_PBES2) && derivation.getPrf().equals(HMAC)
                && scheme.getEncryptionScheme().getAlgorithm().equals(NISTObjectIdentifiers.id_aes256_CBC);
        int rounds = derivation.getIterationCount().intValueExact();
        if (!known || rounds < 1 || rounds > MOST_ROUNDS) {
            throw new IllegalArgumentException("not a key of this program");
        }
        var iv = ASN1OctetString.getInstance(scheme.getEncryptionScheme().getParameters()).getOctets();
        return cipher(Cipher.DECRYPT_MODE, passphrase, derivation.getSalt(), rounds, iv).doFinal(info.getEncryptedData());
    }

    private static Cipher cipher(int mode, char[] passphrase, byte[] salt, int rounds, byte[] iv) throws GeneralSecurityException {
        var asked = new PBEKeySpec(passphrase, salt, rounds, KEY_BITS);
        var raw = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(asked).getEncoded();
        try {
            var cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
            cipher.init(mode, new SecretKeySpec(raw, "AES"), new IvParameterSpec(iv));
            return cipher;
        } finally {
            asked.clearPassword();
            Arrays.fill(raw, (byte) 0);
        }
    }

    private static byte[] random(int bytes) {
        var random = new byte[bytes];
        RANDOM.nextBytes(random);
        return random;
    }
}
