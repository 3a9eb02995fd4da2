package huizhan.keys;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Both private keys of one holder. On disk they are a text: the public card on the first line, then two encrypted PKCS#8 blocks (RFC 5958,
 * RFC 7468), the sealing key first, under one passphrase.
 */
public final class PrivateKeys {
    /** Below this a passphrase can be guessed by whoever gets the file. */
    public static final int SHORTEST_PASSPHRASE = 12;
    private static final Pattern BLOCK = Pattern.compile("-----BEGIN ENCRYPTED PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END ENCRYPTED PRIVATE KEY-----");
    private static final int MOST_LETTERS = 20_000;

    private final PublicKeys card;
    private final PrivateKey sealing;
    private final PrivateKey signing;

    private PrivateKeys(PublicKeys card, PrivateKey sealing, PrivateKey signing) {
        this.card = card;
        this.sealing = sealing;
        this.signing = signing;
    }

    /** Two new pairs from the JDK's own random source. */
    public static PrivateKeys create(String holder, Instant now) {
        var name = PublicKeys.named(holder);
        var created = now.truncatedTo(ChronoUnit.SECONDS);
        var sealing = pair("X25519");
        var signing = pair("Ed25519");
        var proof = sign(signing.getPrivate(), PublicKeys.statement(name, created, sealing.getPublic(), signing.getPublic()));
        var card = new PublicKeys(name, created, sealing.getPublic(), signing.getPublic(), Base64.getEncoder().encodeToString(proof));
        return new PrivateKeys(card, sealing.getPrivate(), signing.getPrivate());
    }

    private static KeyPair pair(String algorithm) {
        try {
            return KeyPairGenerator.getInstance(algorithm).generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public PublicKeys card() {
        return card;
    }

    PrivateKey sealing() {
        return sealing;
    }

    /** An Ed25519 signature (RFC 8032), 64 bytes. */
    public byte[] sign(byte[] bytes) {
        return sign(signing, bytes);
    }

    private static byte[] sign(PrivateKey key, byte[] bytes) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(bytes);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws KeyFault if the passphrase is too short to protect anything */
    public String locked(char[] passphrase) throws KeyFault {
        if (passphrase.length < SHORTEST_PASSPHRASE) {
            throw new KeyFault("口令太短，至少 " + SHORTEST_PASSPHRASE + " 个字符。", "The passphrase is too short: it needs at least " + SHORTEST_PASSPHRASE + " letters.");
        }
        return card.card() + "\n" + block(LockedKey.lock(sealing.getEncoded(), passphrase)) + block(LockedKey.lock(signing.getEncoded(), passphrase));
    }

    private static String block(byte[] der) {
        return "-----BEGIN ENCRYPTED PRIVATE KEY-----\n" + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END ENCRYPTED PRIVATE KEY-----\n";
    }

    /** @throws KeyFault if the text is none of {@link #locked}, or the passphrase isn't the one */
    public static PrivateKeys read(String text, char[] passphrase) throws KeyFault {
        var card = PublicKeys.read(text);
        var blocks = text.length() > MOST_LETTERS ? java.util.List.<String>of() : BLOCK.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toList());
        if (blocks.size() != 2) {
            throw new KeyFault("这里没有私钥；只有公钥卡不能解封，也不能签名。", "There is no private key here; a public card neither opens nor signs anything.");
        }
        try {
            var keys = new PrivateKeys(card, key("X25519", blocks.get(0), passphrase), key("Ed25519", blocks.get(1), passphrase));
            keys.matching();
            return keys;
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new KeyFault("口令不对，或者私钥文件损坏。", "The passphrase is wrong, or the key file is damaged.");
        }
    }

    private static PrivateKey key(String algorithm, String base64, char[] passphrase) throws GeneralSecurityException {
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(LockedKey.open(Base64.getMimeDecoder().decode(base64), passphrase)));
    }

    /** A card of someone else above one's own blocks would make others seal to the wrong key. */
    private void matching() throws KeyFault {
        var word = "huizhan".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        var key = new byte[Chunks.KEY_BYTES];
        boolean opens;
        try {
            opens = java.util.Arrays.equals(Envelope.open(Envelope.of(key, card, word), this, word), key);
        } catch (KeyFault e) {
            opens = false;
        }
        if (!opens || !card.signed(word, sign(word))) {
            throw new KeyFault("文件里的公钥卡与私钥不是一对。请用备份的密钥文件。", "The card in this file doesn't belong to its private keys. Take the key file's back-up.");
        }
    }
}
