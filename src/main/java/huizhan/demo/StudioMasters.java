package huizhan.demo;

import huizhan.media.PictureStudio;
import huizhan.media.PictureStudio.Scene;
import huizhan.media.Tools;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/** The few pictures and films that all folders share, made at first need. */
final class StudioMasters {
    private static final int WIDTH = 4000;
    private static final int HEIGHT = 2667;
    private static final double GRAIN = 18;
    private static final float FINE = 0.97f;

    private final Path folder;

    StudioMasters(Path folder) {
        this.folder = folder;
    }

    /** A sound photograph of more than 5,242,880 bytes; each number is another place. */
    Path photo(int number) throws IOException {
        return picture("photo-" + number + ".jpg", () -> PictureStudio.jpeg(scene(number), FINE));
    }

    /** A view that is pleasant to look at, for folders that people open. */
    Path view(Scene scene) throws IOException {
        var file = folder.resolve(scene.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".jpg");
        if (!Files.exists(file)) {
            Files.createDirectories(folder);
            PictureStudio.write(scene, 7, file);
        }
        return file;
    }

    /** A photo of an object: it needs no five megabytes. */
    Path object() throws IOException {
        return picture("object.jpg", () -> PictureStudio.jpeg(PictureStudio.paint(Scene.CRYSTAL, 9, 1200, 900), 0.9f));
    }

    private static BufferedImage scene(int number) {
        return StudioPictures.scene(WIDTH, HEIGHT, 100 + number, GRAIN);
    }

    /** A photograph of exactly so many bytes, about five million. */
    Path photo(int number, int bytes) throws IOException {
        var small = picture("small-" + number + ".jpg", () -> StudioPictures.jpegBelow(scene(number), 4_999_900));
        return picture("photo-" + number + "-" + bytes + ".jpg", () -> StudioPictures.ofSize(Files.readAllBytes(small), bytes));
    }

    /** Another saving of a photograph. */
    Path resaved(int number) throws IOException {
        return picture("resaved-" + number + ".jpg", () -> PictureStudio.jpeg(scene(number), 0.98f));
    }

    /** Grainy enough to be large at so few pixels. */
    Path coarse(int number, int width, int height) throws IOException {
        return picture("coarse-" + number + "-" + width + ".jpg", () -> PictureStudio.jpeg(StudioPictures.scene(width, height, 100 + number, 40), 1f));
    }

    /** Three times enlarged, saved without loss so that it is large. */
    Path enlarged(int number) throws IOException {
        return picture("enlarged-" + number + ".png", () -> {
            var small = StudioPictures.scene(1500, 1000, 100 + number, GRAIN);
            var large = new BufferedImage(4500, 3000, BufferedImage.TYPE_INT_RGB);
            var pen = large.createGraphics();
            pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            pen.drawImage(small, 0, 0, 4500, 3000, null);
            pen.dispose();
            return StudioPictures.png(large);
        });
    }

    /** Over a quarter of the file is zeros behind the picture's end. */
    Path padded(int number) throws IOException {
        return picture("padded-" + number + ".jpg", () -> {
            var jpeg = StudioPictures.jpegBelow(scene(number), 4_000_000);
            return Arrays.copyOf(jpeg, 5_600_000);
        });
    }

    /** A little less than a quarter. */
    Path nearlyPadded(int number) throws IOException {
        return picture("nearly-padded-" + number + ".jpg", () -> {
            var jpeg = StudioPictures.jpegBelow(scene(number), 4_600_000);
            return Arrays.copyOf(jpeg, Math.max(5_300_000, jpeg.length * 5 / 4));
        });
    }

    Path truncated(int number) throws IOException {
        return picture("truncated-" + number + ".jpg", () -> {
            var jpeg = PictureStudio.jpeg(StudioPictures.scene(WIDTH, HEIGHT, 100 + number, 30), FINE);
            return Arrays.copyOf(jpeg, jpeg.length * 4 / 5);
        });
    }

    /** A PDF under a picture's name. */
    Path renamedPdf() throws IOException {
        return picture("renamed.jpg", () -> {
            var bytes = Arrays.copyOf("%PDF-1.4\n%\u00e2\u00e3\n".getBytes(StandardCharsets.ISO_8859_1), 5_400_000);
            Arrays.fill(bytes, 20, bytes.length, (byte) ' ');
            return bytes;
        });
    }

    /** Names 65,535 × 65,535 pixels in a few bytes. */
    Path flood() throws IOException {
        return picture("flood.png", StudioPictures::flood);
    }

    Path png(int number) throws IOException {
        return picture("photo-" + number + ".png", () -> StudioPictures.png(StudioPictures.scene(3600, 2400, 100 + number, 20)));
    }

    Path film() throws IOException {
        return film("film.mp4", 1280, 720, 3, 25, true);
    }

    Path film(String name, int width, int height, double seconds, int fps, boolean sound) throws IOException {
        var file = folder.resolve(name);
        if (!Files.exists(file)) {
            films().mp4(file, width, height, seconds, fps, sound);
        }
        return file;
    }

    Path wmv() throws IOException {
        var file = folder.resolve("film.wmv");
        if (!Files.exists(file)) {
            films().wmv(file, 1280, 720, 2);
        }
        return file;
    }

    Path turnedFilm() throws IOException {
        return StudioPictures.kept(folder.resolve("turned.mp4"), () -> StudioFilms.turned(film()));
    }

    Path cutFilm() throws IOException {
        return StudioPictures.kept(folder.resolve("cut.mp4"), () -> StudioFilms.cut(film(), 0.6));
    }

    Path kept(String name, byte[] bytes) throws IOException {
        return StudioPictures.kept(folder.resolve(name), () -> bytes);
    }

    private StudioFilms films() throws IOException {
        return StudioFilms.with(Tools.withBundled(folder.resolve("ffmpeg")));
    }

    private Path picture(String name, StudioPictures.Making making) throws IOException {
        return StudioPictures.kept(folder.resolve(name), making);
    }
}
