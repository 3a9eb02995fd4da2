package huizhan.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureDetailTest {

    private static final PictureStudio.Scene[] SCENES = {PictureStudio.Scene.ALPS, PictureStudio.Scene.LABORATORY,
        PictureStudio.Scene.AURORA};

    @TempDir Path folder;

    @Test void a_picture_as_it_was_taken_saved_again_or_cropped_is_not_called_enlarged() throws IOException {
        for (var scene : SCENES) {
            var picture = PictureStudio.paint(scene, 5, 1800, 1200);
            for (float quality : new float[] {0.6f, 0.75f, 0.85f, 0.95f}) {
                assertThat(enlarged(PictureStudio.jpeg(picture, quality))).as("%s at %.2f", scene, quality).isFalse();
            }
            assertThat(enlarged(PictureSamples.bmp(picture))).as("%s without loss", scene).isFalse();
            assertThat(enlarged(PictureStudio.jpeg(picture.getSubimage(101, 53, 1500, 1001), 0.9f))).as("%s cropped", scene).isFalse();
            assertThat(enlarged(PictureStudio.jpeg(resized(picture, 0.6, RenderingHints.VALUE_INTERPOLATION_BICUBIC), 0.9f))).as("%s made smaller", scene).isFalse();
        }
    }

    @Test void a_picture_out_of_focus_with_a_sensors_grain_is_not_called_enlarged() throws IOException {
        for (var scene : SCENES) {
            var soft = soft(PictureStudio.paint(scene, 5, 1800, 1200));
            for (float quality : new float[] {0.75f, 0.85f, 0.95f}) {
                assertThat(enlarged(PictureStudio.jpeg(soft, quality))).as("%s at %.2f", scene, quality).isFalse();
            }
            assertThat(enlarged(PictureSamples.bmp(soft))).as("%s without loss", scene).isFalse();
        }
    }

    @Test void a_picture_enlarged_by_any_way_and_well_saved_is_found() throws IOException {
        for (var scene : SCENES) {
            var small = PictureStudio.paint(scene, 5, 640, 480);
            for (double times : new double[] {1.5, 2, 2.5, 4}) {
                if (times < 2 && scene == PictureStudio.Scene.LABORATORY) {
                    continue;
                }
                for (var way : new Object[] {RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR, RenderingHints.VALUE_INTERPOLATION_BILINEAR,
                    RenderingHints.VALUE_INTERPOLATION_BICUBIC}) {
                    var large = resized(small, times, way);
                    assertThat(enlarged(PictureSamples.bmp(large))).as("%s %.1f %s without loss", scene, times, way).isTrue();
                    if (times > 2) {
                        assertThat(enlarged(PictureStudio.jpeg(large, 0.97f))).as("%s %.1f %s as JPEG", scene, times, way).isTrue();
                    }
                }
            }
        }
    }

    @Test void a_jpeg_that_was_enlarged_and_saved_at_a_usual_quality_is_found_by_its_stretched_grid() throws IOException {
        for (var scene : new PictureStudio.Scene[] {PictureStudio.Scene.ALPS, PictureStudio.Scene.AURORA}) {
            var small = javax.imageio.ImageIO.read(new java.io.ByteArrayInputStream(PictureStudio.jpeg(PictureStudio.paint(scene, 5, 900, 600), 0.75f)));
            for (double times : new double[] {2, 3}) {
                var large = resized(small, times, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
                assertThat(enlarged(PictureStudio.jpeg(large, 0.9f))).as("%s %.1f", scene, times).isTrue();
            }
        }
    }

    @Test void a_picture_too_small_to_judge_is_not_judged() throws IOException {
        var tiny = resized(PictureStudio.paint(PictureStudio.Scene.ALPS, 5, 100, 80), 4, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
        assertThat(enlarged(PictureSamples.bmp(tiny))).isFalse();
    }

    private boolean enlarged(byte[] bytes) throws IOException {
        var file = Files.write(folder.resolve("picture"), bytes);
        return new Examiner(Tools.none()).deep("picture.jpg", file).picture().orElseThrow().depth().orElseThrow().enlarged();
    }

    private static BufferedImage resized(BufferedImage picture, double times, Object way) {
        int width = (int) (picture.getWidth() * times);
        int height = (int) (picture.getHeight() * times);
        var other = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = other.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, way);
        pen.drawImage(picture, 0, 0, width, height, null);
        return other;
    }

    private static BufferedImage soft(BufferedImage picture) {
        var kernel = new float[81];
        Arrays.fill(kernel, 1 / 81f);
        var blurred = new ConvolveOp(new Kernel(9, 9, kernel), ConvolveOp.EDGE_NO_OP, null).filter(PictureSamples.as(picture, BufferedImage.TYPE_INT_RGB), null);
        var random = new Random(1);
        for (int y = 0; y < blurred.getHeight(); y++) {
            for (int x = 0; x < blurred.getWidth(); x++) {
                int grain = (int) Math.round(random.nextGaussian() * 2.2);
                int rgb = blurred.getRGB(x, y);
                blurred.setRGB(x, y, moved(rgb >> 16 & 255, grain) << 16 | moved(rgb >> 8 & 255, grain) << 8 | moved(rgb & 255, grain));
            }
        }
        return blurred;
    }

    private static int moved(int value, int grain) {
        return Math.max(0, Math.min(255, value + grain));
    }
}
