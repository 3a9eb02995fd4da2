package huizhan.media;

import huizhan.material.PictureFacts;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.FileImageOutputStream;

/** A preview by ImageIO: every n-th pixel is read, so that two to four remain for one of the preview's, and those are averaged. */
final class PreviewRaster {

    private static final float QUALITY = 0.85f;

    private PreviewRaster() {}

    static boolean write(PictureFacts facts, Path source, Path target, int maxPixels) throws IOException {
        BufferedImage small;
        try {
            small = upright(srgb(averaged(read(facts, source, maxPixels), maxPixels)), facts.orientation());
        } catch (IOException | RuntimeException e) {
            if (!Files.isReadable(source)) {
                throw e;
            }
            return false;
        }
        save(small, target);
        return true;
    }

    private static BufferedImage read(PictureFacts facts, Path source, int maxPixels) throws IOException {
        var reader = reader(facts.format());
        try (var in = new FileImageInputStream(source.toFile())) {
            reader.setInput(in, true, true);
            var some = reader.getDefaultReadParam();
            int every = Math.max(1, Math.max(facts.width(), facts.height()) / (2 * maxPixels));
            some.setSourceSubsampling(every, every, 0, 0);
            return reader.read(0, some);
        } finally {
            reader.dispose();
        }
    }

    /** TwelveMonkeys' readers, which know CMYK and colour profiles; the JDK's for the rest. */
    private static ImageReader reader(String format) {
        var readers = new ArrayList<ImageReader>();
        ImageIO.getImageReadersByFormatName(format).forEachRemaining(readers::add);
        return readers.stream().filter(reader -> !reader.getClass().getName().startsWith("com.sun.")).findFirst()
                .orElseGet(() -> readers.get(0));
    }

    /** Each pixel of the preview is the mean of those that it stands for; eight bits a band, a palette spelled out. */
    private static BufferedImage averaged(BufferedImage image, int maxPixels) {
        double scale = Math.max(1, Math.max(image.getWidth(), image.getHeight()) / (double) maxPixels);
        int width = Math.max(1, (int) Math.round(image.getWidth() / scale));
        int height = Math.max(1, (int) Math.round(image.getHeight() / scale));
        boolean palette = image.getColorModel() instanceof IndexColorModel;
        int bands = palette ? 3 : image.getRaster().getNumBands();
        var small = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, width, height, bands, null);
        var sums = new long[width * bands];
        var line = new int[image.getWidth() * (palette ? 1 : bands)];
        for (int y = 0, from = 0; y < height; y++) {
            int to = Math.max(from + 1, (int) ((y + 1L) * image.getHeight() / height));
            java.util.Arrays.fill(sums, 0);
            for (int source = from; source < to; source++) {
                image.getRaster().getPixels(0, source, image.getWidth(), 1, line);
                add(image, line, sums, width, bands);
            }
            put(image, small, sums, y, to - from);
            from = to;
        }
        var colours = palette ? ColorSpace.getInstance(ColorSpace.CS_sRGB) : image.getColorModel().getColorSpace();
        boolean alpha = bands > colours.getNumComponents();
        return new BufferedImage(new ComponentColorModel(colours, alpha, false, alpha ? Transparency.TRANSLUCENT : Transparency.OPAQUE,
                DataBuffer.TYPE_BYTE), small, false, null);
    }

    private static void add(BufferedImage image, int[] line, long[] sums, int width, int bands) {
        int across = image.getWidth();
        var palette = image.getColorModel() instanceof IndexColorModel model ? model : null;
        for (int x = 0, from = 0; x < width; x++) {
            int to = Math.max(from + 1, (int) ((x + 1L) * across / width));
            for (int source = from; source < to; source++) {
                for (int band = 0; band < bands; band++) {
                    sums[x * bands + band] += palette == null ? line[source * bands + band]
                            : palette.getRGB(line[source]) >> 16 - 8 * band & 0xff;
                }
            }
            from = to;
        }
    }

    private static void put(BufferedImage image, WritableRaster small, long[] sums, int y, int lines) {
        int bands = small.getNumBands();
        boolean palette = image.getColorModel() instanceof IndexColorModel;
        var values = new int[sums.length];
        for (int i = 0; i < sums.length; i++) {
            int x = i / bands;
            long from = (long) x * image.getWidth() / small.getWidth();
            long count = Math.max(1, (x + 1L) * image.getWidth() / small.getWidth() - from) * lines;
            int most = palette ? 255 : (1 << Math.min(16, image.getRaster().getSampleModel().getSampleSize(i % bands))) - 1;
            values[i] = (int) (sums[i] * 255 / (count * most));
        }
        small.setPixels(0, y, small.getWidth(), 1, values);
    }

    private static BufferedImage srgb(BufferedImage small) {
        var colours = small.getColorModel().getColorSpace();
        if (colours.getNumComponents() >= 3 && !colours.isCS_sRGB()) {
            var converted = new BufferedImage(small.getWidth(), small.getHeight(), BufferedImage.TYPE_4BYTE_ABGR);
            new ColorConvertOp(null).filter(small, converted);
            return plain(converted, 3);
        }
        return plain(small, colours.getNumComponents());
    }

    /** Gray is taken as it is stored; what is transparent shows white paper. */
    private static BufferedImage plain(BufferedImage small, int colourBands) {
        var rgb = new BufferedImage(small.getWidth(), small.getHeight(), BufferedImage.TYPE_INT_RGB);
        int bands = small.getRaster().getNumBands();
        boolean alpha = small.getColorModel().hasAlpha();
        var line = new int[small.getWidth() * bands];
        for (int y = 0; y < small.getHeight(); y++) {
            small.getRaster().getPixels(0, y, small.getWidth(), 1, line);
            for (int x = 0; x < small.getWidth(); x++) {
                int at = x * bands;
                int shown = alpha ? line[at + bands - 1] : 255;
                int packed = 0;
                for (int band = 0; band < 3; band++) {
                    int value = line[at + (colourBands < 3 ? 0 : band)];
                    packed = packed << 8 | (value * shown + 255 * (255 - shown)) / 255;
                }
                rgb.setRGB(x, y, packed);
            }
        }
        return rgb;
    }

    private static BufferedImage upright(BufferedImage image, int orientation) {
        if (orientation == 1) {
            return image;
        }
        int width = image.getWidth();
        int height = image.getHeight();
        var turned = orientation < 5 ? new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB)
                : new BufferedImage(height, width, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < turned.getHeight(); y++) {
            for (int x = 0; x < turned.getWidth(); x++) {
                turned.setRGB(x, y, switch (orientation) {
                    case 2 -> image.getRGB(width - 1 - x, y);
                    case 3 -> image.getRGB(width - 1 - x, height - 1 - y);
                    case 4 -> image.getRGB(x, height - 1 - y);
                    case 5 -> image.getRGB(y, x);
                    case 6 -> image.getRGB(y, height - 1 - x);
                    case 7 -> image.getRGB(width - 1 - y, height - 1 - x);
                    default -> image.getRGB(width - 1 - y, x);
                });
            }
        }
        return turned;
    }

    private static void save(BufferedImage image, Path target) throws IOException {
        Files.deleteIfExists(target);
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var out = new FileImageOutputStream(target.toFile())) {
            var settings = writer.getDefaultWriteParam();
            settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            settings.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), settings);
        } finally {
            writer.dispose();
        }
    }
}
