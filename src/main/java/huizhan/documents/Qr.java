package huizhan.documents;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.WriterException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;

/** A QR code (ISO/IEC 18004, error correction M) with its quiet zone of four modules. */
final class Qr {
    private static final int QUIET = 4;
    private static final int PIXELS_A_MODULE = 6;
    private final ByteMatrix modules;

    private Qr(ByteMatrix modules) {
        this.modules = modules;
    }

    static Qr of(String text) {
        try {
            return new Qr(Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix());
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a QR code: " + text.length() + " characters", e);
        }
    }

    /** The text of the code on a picture of a page; empty where none can be read. */
    static Optional<String> read(BufferedImage page) {
        var pixels = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
        var light = new RGBLuminanceSource(page.getWidth(), page.getHeight(), pixels);
        try {
            return Optional.of(new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(light)), Map.of(DecodeHintType.TRY_HARDER, true)).getText());
        } catch (ReaderException e) {
            return Optional.empty();
        }
    }

    /** Drawn into a unit square, one rectangle for each run of dark modules. */
    String operators() {
        double unit = 1.0 / (modules.getWidth() + 2 * QUIET);
        var out = new StringBuilder("0 g " + unit + " 0 0 " + unit + " 0 0 cm\n");
        int top = modules.getHeight() + QUIET - 1;
        for (int row = 0; row < modules.getHeight(); row++) {
            for (int from = 0; from < modules.getWidth(); from++) {
                int to = from;
                while (to < modules.getWidth() && modules.get(to, row) == 1) {
                    to++;
                }
                if (to > from) {
                    out.append(from + QUIET).append(' ').append(top - row).append(' ').append(to - from).append(" 1 re\n");
                    from = to;
                }
            }
        }
        return out.append("f\n").toString();
    }

    /** As a black and white PNG for Word. */
    byte[] png() {
        int side = (modules.getWidth() + 2 * QUIET) * PIXELS_A_MODULE;
        var image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                image.setRGB(x, y, dark(x / PIXELS_A_MODULE - QUIET, y / PIXELS_A_MODULE - QUIET) ? 0xFF000000 : 0xFFFFFFFF);
            }
        }
        try (var out = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean dark(int column, int row) {
        return column >= 0 && row >= 0 && column < modules.getWidth() && row < modules.getHeight() && modules.get(column, row) == 1;
    }
}
