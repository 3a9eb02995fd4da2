package huizhan.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureFingerprintTest {

    @TempDir Path folder;

    @Test void a_picture_saved_again_made_smaller_or_a_little_brighter_is_the_same() throws IOException {
        for (var scene : PictureStudio.Scene.values()) {
            var picture = PictureStudio.paint(scene, 3, 900, 600);
            var own = fingerprint(PictureSamples.png(picture));
            for (float quality : new float[] {0.3f, 0.6f, 0.95f}) {
                assertThat(PictureFingerprint.distance(own, fingerprint(PictureStudio.jpeg(picture, quality)))).as("%s at %.1f", scene, quality)
                        .isLessThanOrEqualTo(PictureFingerprint.SAME);
            }
            assertThat(PictureFingerprint.distance(own, fingerprint(PictureStudio.jpeg(resized(picture, 450, 300, 0), 0.8f)))).as("%s, half", scene)
                    .isLessThanOrEqualTo(PictureFingerprint.SAME);
            assertThat(PictureFingerprint.distance(own, fingerprint(PictureStudio.jpeg(resized(picture, 900, 600, 14), 0.8f)))).as("%s, brighter", scene)
                    .isLessThanOrEqualTo(PictureFingerprint.SAME);
        }
    }

    @Test void two_pictures_are_never_the_same_not_even_of_one_scene() throws IOException {
        var prints = new HashMap<String, String>();
        for (var scene : PictureStudio.Scene.values()) {
            for (int seed = 1; seed <= 3; seed++) {
                prints.put(scene + " " + seed, fingerprint(PictureSamples.png(PictureStudio.paint(scene, seed, 450, 300))));
            }
        }
        prints.forEach((one, print) -> prints.forEach((other, otherPrint) -> {
            if (one.compareTo(other) < 0) {
                assertThat(PictureFingerprint.distance(print, otherPrint)).as("%s and %s", one, other).isGreaterThan(PictureFingerprint.SAME);
            }
        }));
    }

    @Test void a_turned_copy_with_its_orientation_noted_is_the_same() throws IOException {
        var picture = PictureSamples.photo(600, 400);
        var turned = new BufferedImage(400, 600, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 400; y++) {
            for (int x = 0; x < 600; x++) {
                turned.setRGB(y, 599 - x, picture.getRGB(x, y));
            }
        }
        var noted = PictureSamples.exif(PictureSamples.jpeg(turned), 6, ByteOrder.LITTLE_ENDIAN);
        assertThat(PictureFingerprint.distance(fingerprint(PictureSamples.jpeg(picture)), fingerprint(noted)))
                .isLessThanOrEqualTo(PictureFingerprint.SAME);
        assertThat(PictureFingerprint.distance(fingerprint(PictureSamples.jpeg(picture)), fingerprint(PictureSamples.jpeg(turned))))
                .isGreaterThan(PictureFingerprint.SAME);
    }

    @Test void what_is_no_fingerprint_is_far_from_everything() {
        assertThat(PictureFingerprint.distance("", "")).isEqualTo(256);
        assertThat(PictureFingerprint.distance("0".repeat(64), "f".repeat(64))).isEqualTo(256);
        assertThat(PictureFingerprint.distance("f".repeat(64), "f".repeat(63) + "e")).isEqualTo(1);
    }

    private String fingerprint(byte[] bytes) throws IOException {
        var file = Files.write(folder.resolve("picture"), bytes);
        return new Examiner(Tools.none()).deep("picture.jpg", file).picture().orElseThrow().depth().orElseThrow().fingerprint();
    }

    private static BufferedImage resized(BufferedImage picture, int width, int height, int brighter) {
        var other = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = other.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.drawImage(picture, 0, 0, width, height, null);
        pen.setColor(new java.awt.Color(255, 240, 220, brighter));
        pen.fillRect(0, 0, width, height);
        return other;
    }
}
