package huizhan.keys;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An Ed25519 signature as a file of its own (RFC 8032): two lines, the signer's key id and the signature in base64.
 *
 * @param key the signer's key id: a name would tell who it is where nobody may know
 */
public record Signed(String key, byte[] signature) {
    private static final Pattern LINES = Pattern.compile("([0-9a-f]{16})\n([A-Za-z0-9+/]{86}==)\n");

    /** @param purpose what the bytes are, so that a signature of something else never passes for one of these */
    public static Signed of(String purpose, byte[] bytes, PrivateKeys signer) {
        return new Signed(signer.card().id(), signer.sign(bound(purpose, bytes)));
    }

    /** Empty where these are not two such lines. */
    public static Optional<Signed> read(byte[] file) {
        var lines = LINES.matcher(new String(file, StandardCharsets.ISO_8859_1));
        return lines.matches() ? Optional.of(new Signed(lines.group(1), Base64.getDecoder().decode(lines.group(2)))) : Optional.empty();
    }

    public byte[] file() {
        return (key + "\n" + Base64.getEncoder().encodeToString(signature) + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    /** Whether the card's holder signed these bytes for this purpose. */
    public boolean by(PublicKeys card, String purpose, byte[] bytes) {
        return card.id().equals(key) && card.signed(bound(purpose, bytes), signature);
    }

    private static byte[] bound(String purpose, byte[] bytes) {
        var first = (purpose + "\n").getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(first.length + bytes.length).put(first).put(bytes).array();
    }

    @Override public boolean equals(Object other) {
        return other instanceof Signed that && key.equals(that.key) && Arrays.equals(signature, that.signature);
    }

    @Override public int hashCode() {
        return Arrays.hashCode(signature);
    }
}
