package huizhan.documents;

import huizhan.kernel.Sha256;
import huizhan.kernel.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What a paper says about the content that it was printed from (B17): the code on its pages, and of a receipt each digest in print.
 *
 * @param code   the QR code, the same on every page
 * @param claims the digests of a receipt, in its order; none on other papers
 */
public record PaperProof(PaperCode code, List<Claim> claims) {

    /**
     * A digest in print.
     *
     * @param document the receipt's heading for the document that it belongs to; empty for the nomination as a whole
     * @param label    the field or file; empty for the document itself
     */
    public record Claim(String document, String label, Sha256 digest) {}

    /** The file is no paper of ours, or can't be read; says what to do. */
    public static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Text reason;

        Unreadable(String zh, String en) {
            super(en);
            this.reason = new Text(zh, en);
        }

        public Text reason() {
            return reason;
        }
    }

    /** Of a paper of which only the code's text is at hand. */
    public static PaperProof of(PaperCode code) {
        return new PaperProof(code, List.of());
    }

    /**
     * From a PDF of ours, a scanned PDF, or a picture of a page (PNG, JPEG, TIFF, BMP). The file is a stranger's: size, pages and pixels are
     * limited.
     */
    public static PaperProof read(Path file) throws Unreadable, IOException {
        return new ProofReader(file).read();
    }
}
