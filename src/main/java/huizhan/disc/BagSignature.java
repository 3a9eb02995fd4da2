package huizhan.disc;

import huizhan.keys.PrivateKeys;
import huizhan.keys.PublicKeys;
import huizhan.keys.Signed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/** A signature over the tag manifest, and so over the whole disc. */
final class BagSignature {
    static final String FILE = "tagmanifest-sha256.sig";
    private static final String PURPOSE = "huizhan-disc/1";

    private BagSignature() {}

    static Plan.Item of(Plan.Item tagManifest, PrivateKeys signer) {
        return Plan.Item.ofBytes(FILE, Signed.of(PURPOSE, bytes(tagManifest), signer).file());
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

    /** @param known cards of those whose signature counts */
    static Optional<Defect> defect(byte[] file, byte[] tagManifest, List<PublicKeys> known) {
        var found = Signed.read(file);
        if (found.isEmpty()) {
            return Optional.of(DefectKind.SIGNATURE_MALFORMED.at(FILE));
        }
        var key = found.get().key();
        var card = known.stream().filter(each -> each.id().equals(key)).findFirst();
        if (card.isEmpty()) {
            return Optional.of(known.isEmpty() ? DefectKind.SIGNATURE_UNKNOWN.warning(FILE, key) : DefectKind.SIGNATURE_UNKNOWN.at(FILE, key));
        }
        return found.get().by(card.get(), PURPOSE, tagManifest) ? Optional.empty() : Optional.of(DefectKind.SIGNATURE_WRONG.at(FILE, card.get().holder()));
    }

    /** @param known every card of which somebody has heard */
    static SignatureFound found(byte[] file, byte[] tagManifest, List<PublicKeys> known) {
        var found = Signed.read(file);
        if (found.isEmpty()) return new SignatureFound(SignatureFound.State.WRONG, "", "");
        var key = found.get().key();
        var card = known.stream().filter(each -> each.id().equals(key)).findFirst();
        if (card.isEmpty()) return new SignatureFound(SignatureFound.State.UNKNOWN, key, "");
        boolean right = found.get().by(card.get(), PURPOSE, tagManifest);
        return new SignatureFound(right ? SignatureFound.State.RIGHT : SignatureFound.State.WRONG, key, card.get().holder());
    }
}
