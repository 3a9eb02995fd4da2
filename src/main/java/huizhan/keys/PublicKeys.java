package huizhan.keys;

import huizhan.kernel.Lang;
import huizhan.kernel.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The card that a holder gives away (公钥卡, C2): an X25519 key to which discs are sealed and an Ed25519 key that proves who wrote something.
 * The card is signed by the second key, so that name, day and the two keys can't be put together anew; whose card it really is, is
 * told by the fingerprint, compared by voice or on paper.
 *
 * @param holder  who holds the private keys, as others are to read it; one line
 * @param created to the second
 */
public record PublicKeys(String holder, Instant created, PublicKey sealing, PublicKey signing, String proof) {
    static final String FORMAT = "huizhan-key/1";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> NAMES = Set.of("format", "holder", "created", "sealing", "signing", "proof");
    private static final int MOST_BYTES = 4096;
    /** A name with these could hide the fingerprint beneath it, or show another. */
    private static final Pattern HIDING = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\u2028\\u2029]");

    /** SHA-256 over both public keys (SubjectPublicKeyInfo, the sealing one first): what people compare. */
    public Sha256 fingerprint() {
        var digest = Sha256.digest();
        digest.update(sealing.getEncoded());
        digest.update(signing.getEncoded());
        return Sha256.of(digest);
    }

    /** The first 16 digits of the fingerprint: enough to find a key, too few to trust one. */
    public String id() {
        return fingerprint().hex().substring(0, 16);
    }

    /** The card on one line. */
    public String card() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("format", FORMAT);
        fields.put("holder", holder);
        fields.put("created", created.toString());
        fields.put("sealing", Base64.getEncoder().encodeToString(sealing.getEncoded()));
        fields.put("signing", Base64.getEncoder().encodeToString(signing.getEncoded()));
        fields.put("proof", proof);
        return JSON.writeValueAsString(fields);
    }

    /**
     * Reads a card, or the file of a holder's private keys, whose first line is the card.
     *
     * @throws KeyFault if it is none, or its parts don't belong together
     */
    public static PublicKeys read(String text) throws KeyFault {
        var line = text.strip().lines().findFirst().orElse("");
        if (line.length() > MOST_BYTES || !line.startsWith("{")) {
            throw none();
        }
        try {
            return read(JSON.readTree(line));
        } catch (JacksonException | DateTimeException | IllegalArgumentException | GeneralSecurityException e) {
            throw none();
        }
    }

    private static PublicKeys read(JsonNode card) throws KeyFault, GeneralSecurityException {
        boolean whole = card.propertyNames().containsAll(NAMES) && card.size() == NAMES.size() && NAMES.stream().allMatch(name -> card.get(name).isString());
        if (!whole || !card.get("format").stringValue().equals(FORMAT)) {
            throw none();
        }
        var keys = new PublicKeys(card.get("holder").stringValue(), Instant.parse(card.get("created").stringValue()), key("X25519", card.get("sealing")),
                key("Ed25519", card.get("signing")), card.get("proof").stringValue());
        if (keys.holder.isBlank()) {
            throw new KeyFault("公钥卡上没有单位名称。请写明单位，另做一对密钥。", "The card names no holder. Make new keys under the holder's name.");
        }
        if (HIDING.matcher(keys.holder).find() || !keys.usable()) {
            throw none();
        }
        if (!keys.signed(statement(keys.holder, keys.created, keys.sealing, keys.signing), Base64.getDecoder().decode(keys.proof))) {
            throw new KeyFault("公钥卡被改动过：名称、日期和两个公钥不是同一张卡上的。请向持有人重新索取。",
                    "This key card was altered: its name, day and keys don't belong together. Ask its holder for a new copy.");
        }
        return keys;
    }

    /** Some points have no secret in common with anybody: nothing can be sealed to them. */
    private boolean usable() {
        try {
            Envelope.of(new byte[Chunks.KEY_BYTES], this, new byte[0]);
            return true;
        } catch (IllegalStateException | IllegalArgumentException e) {
            return false;
        }
    }

    /** A holder's name as a card may bear it. */
    static String named(String holder) {
        return HIDING.matcher(holder.strip().replaceAll("\\s+", " ")).replaceAll("");
    }

    private static PublicKey key(String algorithm, JsonNode encoded) throws GeneralSecurityException {
        return KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(encoded.stringValue())));
    }

    private static KeyFault none() {
        return new KeyFault("这不是公钥卡。", "This is no key card.");
    }

    /** What it says, in lines for the screen or for paper, the fingerprint in groups. */
    public String described(Lang lang) {
        var end = System.lineSeparator();
        return lang == Lang.ZH ? "持有单位  " + holder + end + "编号      " + id() + end + "生成时间  " + created + end + "指纹      " + fingerprint().grouped()
                : "holder       " + holder + end + "id           " + id() + end + "created      " + created + end + "fingerprint  " + fingerprint().grouped();
    }

    /** What the proof signs. */
    static byte[] statement(String holder, Instant created, PublicKey sealing, PublicKey signing) {
        return String.join("\n", FORMAT, holder, created.toString(), Base64.getEncoder().encodeToString(sealing.getEncoded()),
                Base64.getEncoder().encodeToString(signing.getEncoded())).getBytes(StandardCharsets.UTF_8);
    }

    /** Whether the holder signed these bytes (Ed25519, RFC 8032). */
    public boolean signed(byte[] bytes, byte[] signature) {
        try {
            var check = Signature.getInstance("Ed25519");
            check.initVerify(signing);
            check.update(bytes);
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
