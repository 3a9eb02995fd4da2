package huizhan.material;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;

/** Pictures of noise, which JPEG can't make small: at 4800 by 2100 pixels more than 5,242,880 bytes. One of a seed is painted once. */
public final class Noise {
    private static final Map<Long, SoftReference<byte[]>> PAINTED = new HashMap<>();

    private Noise() {}

    /** As a large picture of an achievement must be. */
    public static synchronized byte[] jpg(long seed) {
        var known = PAINTED.get(seed);
        var bytes = known == null ? null : known.get();
        if (bytes == null) {
            bytes = painted(seed);
            PAINTED.put(seed, new SoftReference<>(bytes));
        }
        return Arrays.copyOf(bytes, bytes.length);
    }

    private static byte[] painted(long seed) {
        var image = new BufferedImage(4800, 2100, BufferedImage.TYPE_INT_RGB);
        var pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        var random = new Random(seed);
        for (int i = 0; i < pixels.length; i++) pixels[i] = random.nextInt() & 0xFFFFFF;
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpg", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (out.size() <= 5_242_880) throw new AssertionError("too small: " + out.size());
        return out.toByteArray();
    }
}
