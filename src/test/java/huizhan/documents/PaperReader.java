package huizhan.documents;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** Reads papers back as others would: a validator, a scanner, a text extractor. */
final class PaperReader {
    static {
        VeraGreenfieldFoundryProvider.initialise();
    }

    private PaperReader() {}

    /** What veraPDF has against it as PDF/A-2u; empty if it conforms. */
    static List<String> objections(byte[] pdf) throws Exception {
        try (var parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFA_2_U);
             var validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFA_2_U, false)) {
            var result = validator.validate(parser);
            var objections = new ArrayList<String>();
            result.getTestAssertions().forEach(each -> objections.add(each.getRuleId().getClause() + " " + each.getMessage()));
            if (!result.isCompliant() && objections.isEmpty()) {
                objections.add("not compliant");
            }
            return objections;
        }
    }

    static int pages(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        }
    }

    /** The text of the QR code on each page, as a scanner reads the rendered page at 200 dots an inch; empty where there is none. */
    static List<String> codes(byte[] pdf) throws Exception {
        try (var document = Loader.loadPDF(pdf)) {
            var codes = new ArrayList<String>();
            for (int i = 0; i < document.getNumberOfPages(); i++) {
                codes.add(code(new PDFRenderer(document).renderImageWithDPI(i, 200)));
            }
            return codes;
        }
    }

    private static String code(BufferedImage page) throws Exception {
        var pixels = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
        try {
            return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(page.getWidth(), page.getHeight(), pixels))),
                    Map.of(DecodeHintType.TRY_HARDER, true)).getText();
        } catch (NotFoundException e) {
            return "";
        }
    }

    /** What poppler's pdftotext reads, in the order in which it is drawn. */
    static String text(byte[] pdf) throws Exception {
        var file = Files.createTempFile("paper", ".pdf");
        try {
            Files.write(file, pdf);
            var process = new ProcessBuilder("pdftotext", "-raw", "-enc", "UTF-8", file.toString(), "-").redirectErrorStream(true).start();
            var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IOException(text);
            }
            return text;
        } finally {
            Files.delete(file);
        }
    }

    static String flat(String text) {
        return text.replaceAll("[\\s\u00A0\u3000]", "");
    }

}
