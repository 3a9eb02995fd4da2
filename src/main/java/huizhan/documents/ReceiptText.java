package huizhan.documents;

import huizhan.documents.PaperProof.Claim;
import huizhan.kernel.Lang;
import huizhan.kernel.Sha256;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The digests of a receipt, read from its text as it stands in the PDF: before each digest its label, before those the document's
 * heading. A page's last words are its foot, and belong to no digest.
 */
final class ReceiptText {
    /** Sixteen groups of four; a group more before them is a label's last word. */
    private static final Pattern DIGEST = Pattern.compile("(?<![0-9a-f])(?:[0-9a-f]{4}\\s+){15}[0-9a-f]{4}(?!\\s*[0-9a-f]{4}\\s)(?![0-9a-f])");
    private static final String OWN = "SHA-256";
    private final List<Claim> claims = new ArrayList<>();
    private String document = "";

    List<Claim> claims() {
        return List.copyOf(claims);
    }

    void page(String text) {
        var digest = DIGEST.matcher(text + "\n");
        int from = 0;
        while (digest.find()) {
            claims.add(claim(text.substring(from, digest.start()).strip(), new Sha256(digest.group().replaceAll("\\s", ""))));
            from = digest.end();
        }
    }

    private Claim claim(String before, Sha256 digest) {
        if (ends(before, ReceiptPdf.DIGEST.in(Lang.ZH)) || ends(before, ReceiptPdf.DIGEST.in(Lang.EN))) {
            return new Claim("", "", digest);
        }
        var lines = new ArrayList<>(before.lines().map(String::strip).filter(line -> !running(line)).toList());
        if (lines.size() > 1 && lines.get(lines.size() - 1).equals(OWN)) {
            lines.remove(lines.size() - 1);
            document = String.join("", lines.subList(lines.lastIndexOf(OWN) + 1, lines.size()));
            return new Claim(document, "", digest);
        }
        lines.removeIf(line -> heading(line));
        return new Claim(document, String.join("", lines), digest);
    }

    private static boolean ends(String text, String label) {
        return text.replaceAll("\\s", "").endsWith(label.replaceAll("\\s", ""));
    }

    private static boolean heading(String line) {
        return line.equals(ReceiptPdf.FIELDS.zh()) || line.equals(ReceiptPdf.FIELDS.en()) || line.equals(ReceiptPdf.FILES.zh()) || line.equals(ReceiptPdf.FILES.en());
    }

    /** The title over every page but the first. */
    private static boolean running(String line) {
        return line.startsWith(ReceiptPdf.TITLE.zh() + ReceiptPdf.CONTINUED.zh()) || line.startsWith(ReceiptPdf.TITLE.en() + ReceiptPdf.CONTINUED.en());
    }
}
