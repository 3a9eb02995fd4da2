package huizhan.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HexFormat;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JpegTest {
    /** 60 × 40, red but for a blue upper left quarter. */
    private static byte[] picture(String format) throws IOException {
        var image = new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 40; y++) {
            for (int x = 0; x < 60; x++) {
                image.setRGB(x, y, (x < 30 && y < 20 ? Color.BLUE : Color.RED).getRGB());
            }
        }
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, format, bytes);
        return bytes.toByteArray();
    }

    /** The same as a camera writes it that was turned, so that upright its blue quarter lies elsewhere. */
    private static byte[] turned(int orientation) throws IOException {
        var plain = picture("jpeg");
        var exif = HexFormat.of().parseHex("FFE1002245786966000049492A000800000001001201030001000000%02X00000000000000".formatted(orientation));
        var bytes = new ByteArrayOutputStream();
        bytes.write(plain, 0, 2);
        bytes.writeBytes(exif);
        bytes.write(plain, 2, plain.length - 2);
        return bytes.toByteArray();
    }

    private static BufferedImage shown(byte[] file) throws IOException {
        var jpeg = Jpeg.of(new Figure("a", "", () -> new ByteArrayInputStream(file))).orElseThrow();
        return ImageIO.read(new ByteArrayInputStream(jpeg.bytes()));
    }

    /** Which corner is blue: 0 upper left, 1 upper right, 2 lower right, 3 lower left. */
    private static int blue(BufferedImage image) {
        int w = image.getWidth();
        int h = image.getHeight();
        int[][] corners = {{w / 6, h / 6}, {5 * w / 6, h / 6}, {5 * w / 6, 5 * h / 6}, {w / 6, 5 * h / 6}};
        for (int i = 0; i < 4; i++) {
            var colour = new Color(image.getRGB(corners[i][0], corners[i][1]));
            if (colour.getBlue() > 150 && colour.getRed() < 100) {
                return i;
            }
        }
        return -1;
    }

    @ParameterizedTest @ValueSource(strings = {"1:0", "2:1", "3:2", "4:3", "5:0", "6:1", "7:2", "8:3"})
    void a_picture_stands_upright_as_its_camera_says(String pair) throws Exception {
        int orientation = pair.charAt(0) - '0';
        var shown = shown(turned(orientation));
        assertThat(blue(shown)).isEqualTo(pair.charAt(2) - '0');
        assertThat(shown.getWidth()).isEqualTo(orientation < 5 ? 60 : 40);
    }

    @Test void a_png_stays_as_it_is_and_a_large_picture_becomes_smaller() throws Exception {
        assertThat(blue(shown(picture("png")))).isZero();
        var large = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(4000, 100, BufferedImage.TYPE_INT_RGB), "png", large);
        assertThat(shown(large.toByteArray()).getWidth()).isEqualTo(1600);
    }

    @Test void a_file_that_is_no_picture_is_none() {
        assertThat(Jpeg.of(new Figure("a", "", () -> new ByteArrayInputStream("%PDF-1.7".getBytes(java.nio.charset.StandardCharsets.US_ASCII))))).isEmpty();
        assertThat(Jpeg.of(new Figure("a", "", () -> {
            throw new IOException("gone");
        }))).isEmpty();
    }
}
