package huizhan.documents;

import huizhan.documents.PaperProof.Unreadable;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/** Reads the code and the digests off a paper. */
final class ProofReader {
    private static final long LARGEST_FILE = 64 << 20;
    private static final int MOST_PAGES = 200;
    private static final long MOST_PIXELS = 120_000_000L;
    private static final int LONGEST_SIDE = 4000;
    private static final int INCH = 72;
    private static final int DOTS = 200;
    private final Path file;
    private final Set<PaperCode> codes = new LinkedHashSet<>();
    private final ReceiptText text = new ReceiptText();

    ProofReader(Path file) {
        this.file = file;
    }

    PaperProof read() throws Unreadable, IOException {
        if (Files.size(file) > LARGEST_FILE) {
            throw new Unreadable("文件超过 64 MB，不像是一份打印件。请只给这一份打印件的 PDF 或图片。", "the file is larger than 64 MB; give the PDF or picture of that paper alone.");
        }
        if (pdf()) {
            document();
        } else {
            picture();
        }
        if (codes.size() > 1) {
            throw new Unreadable("各页的二维码不是同一份文件的，共 " + codes.size() + " 种。请把不同的文件分开核对。",
                    "its pages bear the codes of " + codes.size() + " different papers; check each paper by itself.");
        }
        if (codes.isEmpty()) {
            throw new Unreadable("没有找到本系统的二维码。请用 300 dpi 重新扫描整页，或用扫码工具读出二维码，把文字作为参数。",
                    "no code of ours was found; scan the whole page again at 300 dpi, or scan the code and give its text.");
        }
        return new PaperProof(codes.iterator().next(), text.claims());
    }

    private boolean pdf() throws IOException {
        try (var in = Files.newInputStream(file)) {
            return new String(in.readNBytes(5), StandardCharsets.ISO_8859_1).equals("%PDF-");
        }
    }

    private void document() throws Unreadable {
        try (var document = Loader.loadPDF(file.toFile())) {
            if (document.getNumberOfPages() > MOST_PAGES) {
                throw new Unreadable("超过 " + MOST_PAGES + " 页。请只给这一份打印件。", "more than " + MOST_PAGES + " pages; give that paper alone.");
            }
            var stripper = new PDFTextStripper();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                text.page(stripper.getText(document));
                take(rendered(document, page - 1));
            }
        } catch (InvalidPasswordException e) {
            throw new Unreadable("PDF 加了密码。请用没有密码的一份。", "the PDF is locked with a password; give one without.");
        } catch (IOException | IllegalArgumentException e) {
            throw new Unreadable("PDF 已损坏，读不出来。请重新下载或重新扫描。", "the PDF is damaged; download or scan it again.");
        }
    }

    /** A page larger than a poster is drawn smaller, so that its picture stays within memory. */
    private static BufferedImage rendered(PDDocument document, int page) throws IOException {
        var box = document.getPage(page).getCropBox();
        double longest = Math.max(box.getWidth(), box.getHeight()) / INCH * DOTS;
        return new PDFRenderer(document).renderImageWithDPI(page, (float) (DOTS * Math.min(1, LONGEST_SIDE / longest)), ImageType.GRAY);
    }

    private void picture() throws Unreadable {
        var none = new Unreadable("既不是 PDF，也不是能解码的图片。请给 PDF、PNG、JPEG、TIFF 或 BMP。", "neither a PDF nor a picture that can be decoded; give PDF, PNG, JPEG, TIFF or BMP.");
        try (var in = ImageIO.createImageInputStream(file.toFile())) {
            var readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw none;
            }
            var reader = readers.next();
            try {
                reader.setInput(in, true, true);
                if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
                    throw new Unreadable("图片像素太多。请用 300 dpi 扫描一页。", "too many pixels; scan the page at 300 dpi.");
                }
                var param = reader.getDefaultReadParam();
                int step = Math.max(1, Math.max(reader.getWidth(0), reader.getHeight(0)) / LONGEST_SIDE);
                param.setSourceSubsampling(step, step, 0, 0);
                take(reader.read(0, param));
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            throw none;
        }
    }

    private void take(BufferedImage page) {
        Qr.read(page).flatMap(PaperCode::of).ifPresent(codes::add);
    }
}
