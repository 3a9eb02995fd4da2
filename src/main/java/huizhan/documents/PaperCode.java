package huizhan.documents;

import huizhan.kernel.Sha256;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What the QR code of a paper says (B8): {@code huizhan:1:FORM:UUID:SHA-256}.
 *
 * @param form     the form's id, or {@code receipt}, {@code parcel}, {@code disc}
 * @param document the achievement's or the nomination's id
 * @param digest   SHA-256 over that document's own content
 */
public record PaperCode(String form, UUID document, Sha256 digest) {
    static final String HEAD = "huizhan:1:";
    private static final Pattern CODE = Pattern.compile(HEAD + "([a-z0-9-]{1,60}):([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}):([0-9a-f]{64})");

    /** Reads a code as a scanner or a person gives it; empty for any other text. */
    public static Optional<PaperCode> of(String text) {
        var code = CODE.matcher(text.strip());
        return code.matches() ? Optional.of(new PaperCode(code.group(1), UUID.fromString(code.group(2)), new Sha256(code.group(3)))) : Optional.empty();
    }

    @Override public String toString() {
        return HEAD + form + ":" + document + ":" + digest.hex();
    }
}
