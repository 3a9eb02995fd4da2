package huizhan.media;

import huizhan.material.PictureFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A small copy of a picture for a page: JPEG in sRGB, upright, without any metadata, so that no place where it was taken goes along.
 *
 * @param width  pixels
 * @param height pixels
 */
public record Preview(int width, int height) {

    private static final Duration LIMIT = Duration.ofMinutes(1);

    /**
     * Writes the preview by vipsthumbnail where there is one, else by ImageIO, which then reads only some of the pixels. Two at a time in
     * this process.
     *
     * @param maxPixels longest side; a smaller picture keeps its size
     * @return its size; empty where the source is no picture that can be shown
     */
    public static Optional<Preview> write(Tools tools, Path source, Path target, int maxPixels) throws IOException {
        PictureFacts facts;
        try (var view = FileView.of(source)) {
            facts = PictureHeader.read(view, PictureFormat.of(view));
        }
        if (facts.fault().isPresent()) {
            return Optional.empty();
        }
        PictureDecode.TWO_AT_A_TIME.acquireUninterruptibly();
        try {
            return byVips(tools, facts, source, target, maxPixels) || PreviewRaster.write(facts, source, target, maxPixels)
                    ? written(target) : Optional.empty();
        } finally {
            PictureDecode.TWO_AT_A_TIME.release();
        }
    }

    static Optional<Preview> written(Path target) throws IOException {
        try (var view = FileView.of(target)) {
            var jpeg = JpegHeader.read(view);
            return jpeg.fault().isPresent() ? Optional.empty() : Optional.of(new Preview(jpeg.width(), jpeg.height()));
        }
    }

    /** In a folder of its own under plain names: vipsthumbnail takes brackets and percent signs in a name for instructions. */
    private static boolean byVips(Tools tools, PictureFacts facts, Path source, Path target, int maxPixels) throws IOException {
        if (tools.vipsthumbnail().isEmpty() || facts.format().equals("bmp")) {
            return false;
        }
        var folder = Files.createTempDirectory("preview");
        var in = folder.resolve("in");
        var out = folder.resolve("out.jpg");
        try {
            Files.createSymbolicLink(in, source.toAbsolutePath());
            var run = ToolRun.of(tools, LIMIT, tools.vipsthumbnail().get(), List.of("--size", maxPixels + "x" + maxPixels + ">",
                    "--eprofile", "srgb", "-o", out + "[Q=85,strip]", in.toString()));
            if (!run.well() || !Files.isRegularFile(out)) {
                return false;
            }
            Files.move(out, target, StandardCopyOption.REPLACE_EXISTING);
            return true;
        } catch (UnsupportedOperationException e) {
            return false;
        } finally {
            Files.deleteIfExists(in);
            Files.deleteIfExists(out);
            Files.delete(folder);
        }
    }
}
