package huizhan.disc;

import huizhan.keys.PrivateKeys;
import huizhan.keys.PublicKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** An Ed25519 signature over the tag manifest, and so over the whole disc (RFC 8032): two lines, the signer's key id and the signature in base64. */
final class BagSignature {
    static final String FILE = "tagmanifest-sha256.sig";
    private static final byte[] PURPOSE = "huizhan-disc/1\n".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern LINES = Pattern.compile("([0-9a-f]{16})\n([A-Za-z0-9+/]{86}==)\n");

    private BagSignature() {}

    static Plan.Item of(Plan.Item tagManifest, PrivateKeys signer) {
        var text = signer.card().id() + "\n" + Base64.getEncoder().encodeToString(signer.sign(signed(bytes(tagManifest)))) + "\n";
        return Plan.Item.ofBytes(FILE, text.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] bytes(Plan.Item item) {
        var bytes = ByteBuffer.allocate((int) item.size());
        try (var in = item.source().open()) {
            while (bytes.hasRemaining() && in.read(bytes) >= 0) {
                // until full
            }
            return bytes.array();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The purpose in front keeps a signature of something else from passing for one of a disc. */
    private static byte[] signed(byte[] tagManifest) {
        return ByteBuffer.allocate(PURPOSE.length + tagManifest.length).put(PURPOSE).put(tagManifest).array();
    }

    /** @param known cards of those whose signature counts */
    static Optional<Defect> defect(byte[] file, byte[] tagManifest, List<PublicKeys> known) {
        var lines = LINES.matcher(new String(file, StandardCharsets.ISO_8859_1));
        if (!lines.matches()) {
            return Optional.of(DefectKind.SIGNATURE_MALFORMED.at(FILE));
        }
        var card = known.stream().filter(each -> each.id().equals(lines.group(1))).findFirst();
        if (card.isEmpty()) {
            return Optional.of(known.isEmpty() ? DefectKind.SIGNATURE_UNKNOWN.warning(FILE, lines.group(1)) : DefectKind.SIGNATURE_UNKNOWN.at(FILE, lines.group(1)));
        }
        return card.get().signed(signed(tagManifest), Base64.getDecoder().decode(lines.group(2))) ? Optional.empty()
                : Optional.of(DefectKind.SIGNATURE_WRONG.at(FILE, card.get().holder()));
    }
}
