package huizhan.media;

import static huizhan.media.PictureSamples.photo;
import static org.assertj.core.api.Assertions.assertThat;

import huizhan.material.PictureFacts;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each statement holds for ImageIO and, where it is installed, for vipsthumbnail. */
class PreviewTest {

    @TempDir Path folder;

    static Stream<Tools> ways() {
        return Stream.of(Tools.none(), Tools.onPath()).distinct();
    }

    @ParameterizedTest @MethodSource("ways")
    void a_large_picture_becomes_small_and_a_small_one_keeps_its_size(Tools tools) throws IOException {
        assertThat(preview(tools, PictureSamples.jpeg(photo(1500, 1000)), 300)).isEqualTo(new Preview(300, 200));
        assertThat(preview(tools, PictureSamples.jpeg(photo(150, 100)), 300)).isEqualTo(new Preview(150, 100));
    }

    @ParameterizedTest @MethodSource("ways")
    void every_orientation_is_turned_upright(Tools tools) throws IOException {
        var marked = new BufferedImage(160, 80, BufferedImage.TYPE_INT_RGB);
        var pen = marked.createGraphics();
        pen.setColor(java.awt.Color.RED);
        pen.fillRect(0, 0, 80, 40);
        int[][] red = {{1, 1}, {3, 1}, {3, 3}, {1, 3}, {1, 1}, {3, 1}, {3, 3}, {1, 3}};
        for (int orientation = 1; orientation <= 8; orientation++) {
            var size = preview(tools, PictureSamples.exif(PictureSamples.jpeg(marked), orientation, ByteOrder.BIG_ENDIAN), 400);
            assertThat(size).isEqualTo(orientation < 5 ? new Preview(160, 80) : new Preview(80, 160));
            var seen = ImageIO.read(target().toFile());
            int x = seen.getWidth() * red[orientation - 1][0] / 4;
            int y = seen.getHeight() * red[orientation - 1][1] / 4;
            assertThat(seen.getRGB(x, y) >> 16 & 255).as("orientation %d", orientation).isGreaterThan(200);
            assertThat(seen.getRGB(seen.getWidth() - 1 - x, seen.getHeight() - 1 - y) >> 16 & 255).isLessThan(60);
        }
    }

    @ParameterizedTest @MethodSource("ways")
    void metadata_stay_behind(Tools tools) throws IOException {
        var located = PictureSamples.insert(PictureSamples.jpeg(photo(300, 200)), 2,
                PictureSamples.segment(0xe1, "Exif\0\0GPSLatitude 39.9042".getBytes()));
        preview(tools, located, 200);
        var bytes = new String(Files.readAllBytes(target()), java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThat(bytes).doesNotContain("Exif").doesNotContain("GPS");
    }

    @ParameterizedTest @MethodSource("ways")
    void pictures_of_every_kind_come_out_with_their_colours(Tools tools) throws IOException {
        var photo = photo(600, 400);
        var wanted = mean(photo);
        var kinds = new byte[][] {PictureSamples.jpeg(photo), PictureSamples.progressive(photo), PictureSamples.png(photo),
            PictureSamples.png(PictureSamples.as(photo, BufferedImage.TYPE_INT_ARGB)), PictureSamples.bmp(photo),
            PictureSamples.tiff(photo, "LZW", ByteOrder.LITTLE_ENDIAN), PictureSamples.tiff(photo, "None", ByteOrder.BIG_ENDIAN)};
        for (int i = 0; i < kinds.length; i++) {
            assertThat(preview(tools, kinds[i], 300)).isEqualTo(new Preview(300, 200));
            var seen = mean(ImageIO.read(target().toFile()));
            for (int band = 0; band < 3; band++) {
                assertThat(seen[band]).as("kind %d band %d", i, band).isBetween(wanted[band] - 6, wanted[band] + 6);
            }
        }
    }

    @ParameterizedTest @MethodSource("ways")
    void gray_sixteen_bits_and_cmyk_become_rgb(Tools tools) throws IOException {
        var gray = PictureSamples.as(photo(600, 400), BufferedImage.TYPE_USHORT_GRAY);
        var inks = PictureSamples.fourBands(PictureSamples.inks(photo(600, 400)), 0);
        for (var bytes : new byte[][] {PictureSamples.png(gray), PictureSamples.tiff(gray, "LZW", ByteOrder.LITTLE_ENDIAN), inks}) {
            assertThat(preview(tools, bytes, 300)).isEqualTo(new Preview(300, 200));
            var seen = mean(ImageIO.read(target().toFile()));
            assertThat(seen[0] + seen[1] + seen[2]).isBetween(200, 600);
        }
    }

    @ParameterizedTest @MethodSource("ways")
    void what_is_transparent_shows_paper(Tools tools) throws IOException {
        preview(Tools.none(), PictureSamples.png(new BufferedImage(50, 50, BufferedImage.TYPE_INT_ARGB)), 50);
        assertThat(ImageIO.read(target().toFile()).getRGB(25, 25) & 0xffffff).isEqualTo(0xffffff);
    }

    @ParameterizedTest @MethodSource("ways")
    void a_broken_picture_has_no_preview(Tools tools) throws IOException {
        var whole = PictureSamples.jpeg(photo(300, 200));
        assertThat(Preview.write(tools, file(Arrays.copyOf(whole, whole.length / 2)), target(), 100)).isEmpty();
        assertThat(Preview.write(tools, file(PictureSamples.hollowPng(65535, 65535)), target(), 100)).isEmpty();
        assertThat(Preview.write(tools, file("%PDF-1.4".getBytes()), target(), 100)).isEmpty();
        assertThat(target()).doesNotExist();
    }

    @ParameterizedTest @MethodSource("ways")
    void names_with_instructions_in_them_are_names(Tools tools) throws IOException {
        var odd = Files.write(folder.resolve("-x %s 图[shrink=8].jpg"), PictureSamples.jpeg(photo(300, 200)));
        var out = folder.resolve("%s[Q=1] 小.jpg");
        assertThat(Preview.write(tools, odd, out, 150)).contains(new Preview(150, 100));
        assertThat(out).exists();
    }

    @Test void a_preview_is_the_same_picture_as_its_master() throws IOException {
        var master = file(PictureSamples.jpeg(photo(1500, 1000)));
        var examiner = new Examiner(Tools.none());
        Preview.write(Tools.none(), master, target(), 400);
        assertThat(PictureFingerprint.distance(fingerprint(examiner.deep("a", master).picture().orElseThrow()),
                fingerprint(examiner.deep("b", target()).picture().orElseThrow()))).isLessThanOrEqualTo(PictureFingerprint.SAME);
    }

    private static String fingerprint(PictureFacts facts) {
        return facts.depth().orElseThrow().fingerprint();
    }

    private Preview preview(Tools tools, byte[] bytes, int maxPixels) throws IOException {
        return Preview.write(tools, file(bytes), target(), maxPixels).orElseThrow();
    }

    private static int[] mean(BufferedImage image) {
        var sums = new long[3];
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                for (int band = 0; band < 3; band++) {
                    sums[band] += image.getRGB(x, y) >> 16 - 8 * band & 255;
                }
            }
        }
        return Arrays.stream(sums).mapToInt(sum -> (int) (sum / image.getWidth() / image.getHeight())).toArray();
    }

    private Path target() {
        return folder.resolve("preview.jpg");
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("master"), bytes);
    }
}
