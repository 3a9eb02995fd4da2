package huizhan.media;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Paints pictures that look like photographs at first sight: for the demo, the tests and the benches, which need many different ones of
 * five megabytes and more that belong to nobody. The same scene and seed give the same picture.
 */
public final class PictureStudio {

    /** What can be painted. */
    public enum Scene {
        ALPS, LAKE, DUNES, WIND_FARM, SUNSET_SEA, FIELDS, FOREST, SOLAR_FARM, CITY_NIGHT, LABORATORY, CELLS, CRYSTAL, NEBULA, AURORA,
        OBSERVATORY, WHEAT
    }

    /** Size of a picture as a camera of 13.5 megapixels gives it. */
    public static final int WIDTH = 4500;
    public static final int HEIGHT = 3000;

    /** At this quality most scenes are as large as they have to be. */
    private static final float USUAL = 0.96f;
    private static final long LEAST_BYTES = 5_400_000;
    private static final long MOST_BYTES = 8_800_000;

    private PictureStudio() {}

    /** A picture of any size, up to 12 megapixels in about a second. */
    public static BufferedImage paint(Scene scene, long seed, int width, int height) {
        var canvas = new PictureCanvas(width, height);
        long own = seed * 31 + scene.ordinal();
        draw(scene, canvas, new PictureNoise(own), new SplittableRandom(own));
        return canvas.develop(width, height, own, grain(scene));
    }

    /**
     * A JPEG of 4500 by 3000 pixels, more than 5,242,880 bytes and less than 9,000,000: its quality is moved until it is.
     *
     * @param target written anew
     */
    public static void write(Scene scene, long seed, Path target) throws IOException {
        var image = paint(scene, seed, WIDTH, HEIGHT);
        float low = 0.6f;
        float high = 1;
        float quality = USUAL;
        var bytes = jpeg(image, quality);
        for (int tries = 0; tries < 6 && (bytes.length < LEAST_BYTES || bytes.length > MOST_BYTES); tries++) {
            if (bytes.length < LEAST_BYTES) {
                low = quality;
            } else {
                high = quality;
            }
            quality = (low + high) / 2;
            bytes = jpeg(image, quality);
        }
        Files.write(target, bytes);
    }

    /** An image as JPEG. @param quality 0 to 1 */
    public static byte[] jpeg(BufferedImage image, float quality) throws IOException {
        var bytes = new java.io.ByteArrayOutputStream(8 << 20);
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            var settings = writer.getDefaultWriteParam();
            settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            settings.setCompressionQuality(quality);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), settings);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static float grain(Scene scene) {
        return switch (scene) {
            case CITY_NIGHT, NEBULA, AURORA, OBSERVATORY -> 6.5f;
            case LABORATORY, CELLS, CRYSTAL -> 5.5f;
            default -> 4.5f;
        };
    }

    private static void draw(Scene scene, PictureCanvas canvas, PictureNoise noise, SplittableRandom random) {
        switch (scene) {
            case ALPS -> PictureLand.alps(canvas, noise, false);
            case LAKE -> PictureLand.alps(canvas, noise, true);
            case DUNES -> PictureLand.dunes(canvas, noise);
            case WIND_FARM -> PictureLand.windFarm(canvas, noise, random);
            case SUNSET_SEA -> PictureLand.sunsetSea(canvas, noise);
            case FIELDS -> PictureGround.fields(canvas, noise);
            case FOREST -> PictureGround.forest(canvas, noise);
            case SOLAR_FARM -> PictureGround.solarFarm(canvas, noise);
            case WHEAT -> PictureGround.wheat(canvas, noise);
            case CITY_NIGHT -> PictureIndoors.cityNight(canvas, noise, random);
            case LABORATORY -> PictureIndoors.laboratory(canvas, noise, random);
            case CELLS -> PictureMicroscope.cells(canvas, noise, random);
            case CRYSTAL -> PictureMicroscope.crystal(canvas, noise);
            case NEBULA -> PictureSky.nebula(canvas, noise, random);
            case AURORA -> PictureNight.aurora(canvas, noise, random);
            case OBSERVATORY -> PictureNight.observatory(canvas, noise, random);
        }
    }
}
