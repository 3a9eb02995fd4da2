package huizhan.reception;

import huizhan.documents.PaperProof;
import huizhan.organization.TestBrowser;
import huizhan.organization.TestServer;
import huizhan.stamped.Scans;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Codes off papers that the program printed: as a hand scanner reads them, and as a film of what a camera sees. */
public final class PrintedCodes {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;
    private static final int DOTS = 150;

    private PrintedCodes() {}

    /** The text of the code on a paper. */
    public static String of(TestServer server, TestBrowser browser, String path) {
        try {
            var file = Files.createTempFile("paper", ".pdf");
            Files.write(file, Scans.bytes(server, browser, path));
            try {
                return PaperProof.read(file).code().toString();
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (PaperProof.Unreadable e) {
            throw new AssertionError(e);
        }
    }

    /** The foot of a paper's first page, held before a camera: YUV4MPEG2, one picture that Chromium shows for ever. */
    public static Path film(byte[] pdf, Path to) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            var page = new PDFRenderer(document).renderImageWithDPI(0, DOTS, ImageType.GRAY);
            var foot = page.getSubimage(0, page.getHeight() - HEIGHT, page.getWidth(), HEIGHT);
            try (var out = Files.newOutputStream(to)) {
                write(foot, out);
            }
            return to;
        }
    }

    private static void write(BufferedImage picture, OutputStream out) throws IOException {
        out.write("YUV4MPEG2 W%d H%d F5:1 Ip A1:1 C420jpeg\n".formatted(WIDTH, HEIGHT).getBytes(StandardCharsets.US_ASCII));
        var light = new byte[WIDTH * HEIGHT];
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                light[y * WIDTH + x] = (byte) (x < picture.getWidth() ? picture.getRGB(x, y) & 0xFF : 0xA0);
            }
        }
        var grey = new byte[WIDTH * HEIGHT / 2];
        Arrays.fill(grey, (byte) 0x80);
        out.write("FRAME\n".getBytes(StandardCharsets.US_ASCII));
        out.write(light);
        out.write(grey);
    }
}
