package huizhan.demo;

import huizhan.media.PictureStudio;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/**
 * Pictures that are to a checker what photographs are: light over a landscape of their own, and the grain of a sensor down to the single
 * pixel. The same seed gives the same picture.
 */
final class StudioPictures {
    private static final int EDGE = 16;

    private StudioPictures() {}

    /** @param grain the sensor's noise, 0 for none to 60 for a dark night */
    static BufferedImage scene(int width, int height, int seed, double grain) {
        var random = new Random(seed);
        var waves = new Wave[6];
        for (int i = 0; i < waves.length; i++) {
            waves[i] = new Wave(width, height, random);
        }
        double horizon = (0.35 + random.nextDouble() * 0.4) * height;
        double hills = random.nextDouble() * 2 * Math.PI;
        var edge = new double[width];
        for (int x = 0; x < width; x++) {
            edge[x] = horizon + 40 * Math.sin(x * 0.003 + hills) + 14 * Math.sin(x * 0.021 + seed);
        }
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var row = new int[width];
        var noise = new FastNoise(seed);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                row[x] = pixel(x, y, waves, y > edge[x], grain, noise);
            }
            image.setRGB(0, y, width, 1, row, 0, width);
        }
        return image;
    }

    private static int pixel(int x, int y, Wave[] waves, boolean land, double grain, FastNoise noise) {
        double light = 0;
        for (var wave : waves) {
            light += wave.at(x, y);
        }
        double warm = waves[0].at(x, y) * 12;
        double stone = ((x / EDGE * 31 + y / EDGE * 17) % 7 - 3) * (land ? 3 : 0.5);
        double base = 128 + (land ? -38 : 30) + light * 18 + stone + noise.next() * grain;
        return clamp(base + warm) << 16 | clamp(base + noise.next() * grain * 0.3) << 8
                | clamp(base - warm + (land ? 0 : 25) + noise.next() * grain * 0.3);
    }

    /** One slow wave of light; a sine of a sum is two products, so that no sine is asked for a pixel. */
    private static final class Wave {
        private final double[] sineX;
        private final double[] cosineX;
        private final double[] sineY;
        private final double[] cosineY;

        Wave(int width, int height, Random random) {
            double weight = 0.3 + random.nextDouble();
            double alongX = (1 + random.nextInt(7)) * (random.nextDouble() * 2 - 1) * Math.PI / width;
            double alongY = (1 + random.nextInt(7)) * (random.nextDouble() * 2 - 1) * Math.PI / height;
            double begin = random.nextDouble() * 2 * Math.PI;
            sineX = new double[width];
            cosineX = new double[width];
            for (int x = 0; x < width; x++) {
                sineX[x] = weight * Math.sin(x * alongX + begin);
                cosineX[x] = weight * Math.cos(x * alongX + begin);
            }
            sineY = new double[height];
            cosineY = new double[height];
            for (int y = 0; y < height; y++) {
                sineY[y] = Math.sin(y * alongY);
                cosineY[y] = Math.cos(y * alongY);
            }
        }

        double at(int x, int y) {
            return sineX[x] * cosineY[y] + cosineX[x] * sineY[y];
        }
    }

    private static int clamp(double value) {
        return value < 0 ? 0 : value > 255 ? 255 : (int) value;
    }

    static byte[] png(BufferedImage image) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    /** A JPEG of a little less than so many bytes: the finest quality that stays below. */
    static byte[] jpegBelow(BufferedImage image, int bytes) throws IOException {
        byte[] best = PictureStudio.jpeg(image, 0.5f);
        float low = 0.5f;
        float high = 1f;
        for (int i = 0; i < 6; i++) {
            float quality = (low + high) / 2;
            var tried = PictureStudio.jpeg(image, quality);
            if (tried.length < bytes) {
                best = tried;
                low = quality;
            } else {
                high = quality;
            }
        }
        return best;
    }

    /** The same JPEG with comment segments behind its first marker, to have exactly so many bytes. */
    static byte[] ofSize(byte[] jpeg, int bytes) {
        var out = new ByteArrayOutputStream(bytes);
        out.write(jpeg, 0, 2);
        int missing = bytes - jpeg.length;
        while (missing > 0) {
            int segment = missing > 65_537 + 4 ? 65_537 : missing > 65_537 ? missing - 4 : missing;
            if (segment < 4) {
                throw new IllegalArgumentException("a comment takes at least four bytes, " + segment + " are left");
            }
            out.write(0xFF);
            out.write(0xFE);
            out.write(segment - 2 >> 8);
            out.write(segment - 2);
            out.write(new byte[segment - 4], 0, segment - 4);
            missing -= segment;
        }
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }

    /** A sound PNG but for its header, which names 65,535 × 65,535 pixels. */
    static byte[] flood() throws IOException {
        var bytes = png(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB));
        ByteBuffer.wrap(bytes, 16, 8).putInt(65_535).putInt(65_535);
        var check = new CRC32();
        check.update(bytes, 12, 17);
        ByteBuffer.wrap(bytes, 29, 4).putInt((int) check.getValue());
        return bytes;
    }

    /** The master at this place, made at first need. */
    static Path kept(Path file, Making making) throws IOException {
        if (!Files.exists(file)) {
            Files.createDirectories(file.getParent());
            Files.write(file, making.bytes());
        }
        return file;
    }

    interface Making {
        byte[] bytes() throws IOException;
    }

    /** About normal, and fast: a million a frame are wanted. */
    private static final class FastNoise {
        private long state;

        FastNoise(int seed) {
            state = seed * 0x9E3779B97F4A7C15L + 1;
        }

        double next() {
            state ^= state << 13;
            state ^= state >>> 7;
            state ^= state << 17;
            return ((state & 0xFFFF) + (state >>> 16 & 0xFFFF) + (state >>> 32 & 0xFFFF)) / 65536.0 - 1.5;
        }
    }
}
