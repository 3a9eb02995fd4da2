package huizhan.journey;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;

/** A picture of a page in 256 colours: less than half of the bytes, and what is written there stays sharp. */
final class Palette {
    private static final int MOST = 256;
    /** Colours are told apart by five bits of each of red, green and blue. */
    private static final int SHADES = 1 << 15;
    private final int[] counts = new int[SHADES];
    private final long[][] sums = new long[3][SHADES];
    private final int[] shades;
    private final int[] colours;

    private Palette(int[] pixels) {
        for (int pixel : pixels) {
            int shade = shade(pixel);
            counts[shade]++;
            for (int band = 0; band < 3; band++) {
                sums[band][shade] += part(pixel, band);
            }
        }
        shades = IntStream.range(0, SHADES).filter(shade -> counts[shade] > 0).boxed().sorted(Comparator.comparing(shade -> -counts[shade]))
            .mapToInt(Integer::intValue).toArray();
        colours = chosen();
    }

    /** The same picture, as a PNG with a palette. */
    static byte[] reduced(byte[] png) throws IOException {
        var image = ImageIO.read(new ByteArrayInputStream(png));
        int width = image.getWidth();
        int height = image.getHeight();
        var pixels = image.getRGB(0, 0, width, height, null, 0, width);
        var palette = new Palette(pixels);
        var indexed = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, palette.model());
        var bytes = ((DataBufferByte) indexed.getRaster().getDataBuffer()).getData();
        var places = palette.places();
        for (int i = 0; i < pixels.length; i++) {
            bytes[i] = places[shade(pixels[i])];
        }
        return written(indexed);
    }

    private static byte[] written(BufferedImage image) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("png").next();
        var bytes = new ByteArrayOutputStream();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            var how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(0);
            writer.write(null, new IIOImage(image, null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** The commonest first; then again and again the one that many pixels would miss most. */
    private int[] chosen() {
        var missing = new double[shades.length];
        Arrays.fill(missing, Double.MAX_VALUE);
        var chosen = new int[Math.min(MOST, shades.length)];
        int next = 0;
        for (int n = 0; n < chosen.length; n++) {
            chosen[n] = mean(shades[next]);
            for (int i = 0; i < shades.length; i++) {
                missing[i] = Math.min(missing[i], (double) distance(mean(shades[i]), chosen[n]) * counts[shades[i]]);
                next = missing[i] > missing[next] ? i : next;
            }
        }
        return chosen;
    }

    /** Where in the palette each shade is. */
    private byte[] places() {
        var places = new byte[SHADES];
        for (int shade : shades) {
            int mean = mean(shade);
            places[shade] = (byte) IntStream.range(0, colours.length).boxed().min(Comparator.comparing(i -> distance(mean, colours[i]))).orElseThrow().intValue();
        }
        return places;
    }

    private IndexColorModel model() {
        return new IndexColorModel(8, colours.length, colours, 0, false, -1, DataBuffer.TYPE_BYTE);
    }

    private int mean(int shade) {
        int mean = 0;
        for (int band = 0; band < 3; band++) {
            mean = mean << 8 | (int) (sums[band][shade] / counts[shade]);
        }
        return mean;
    }

    private static int shade(int pixel) {
        return (pixel & 0xF80000) >> 9 | (pixel & 0xF800) >> 6 | (pixel & 0xF8) >> 3;
    }

    private static int part(int pixel, int band) {
        return pixel >> 16 - 8 * band & 0xFF;
    }

    private static int distance(int one, int other) {
        int sum = 0;
        for (int band = 0; band < 3; band++) {
            int apart = part(one, band) - part(other, band);
            sum += apart * apart;
        }
        return sum;
    }
}
