package huizhan.media;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/**
 * The lightness of a picture at full width in every {@code step}-th line. All lines were decoded; only these are kept, so that a large
 * picture fits in little memory.
 *
 * @param values {@code rows} lines of {@code width} values, 0 dark to 255 light
 */
record PictureLuma(int width, int rows, int step, byte[] values) {

    /** How the numbers of a raster turn into lightness. */
    enum Reading { LIGHT_FIRST, LIGHT_MEAN, INK, ADOBE_INK, ADOBE_YCCK, DARK_HIGH }

    int at(int x, int row) {
        return values[row * width + x] & 0xff;
    }

    static PictureLuma of(Raster raster, Reading reading, int step) {
        int width = raster.getWidth();
        int height = raster.getHeight();
        int bands = raster.getNumBands();
        int shift = Math.max(0, raster.getSampleModel().getSampleSize(0) - 8);
        int most = (1 << Math.min(8, raster.getSampleModel().getSampleSize(0))) - 1;
        var values = new byte[width * height];
        var line = new int[width * bands];
        for (int y = 0; y < height; y++) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, line);
            for (int x = 0; x < width; x++) {
                int value = lightness(line, x * bands, bands, shift, reading);
                values[y * width + x] = (byte) (most == 255 ? value : value * 255 / most);
            }
        }
        return new PictureLuma(width, height, step, values);
    }

    static PictureLuma of(BufferedImage image, int step) {
        if (!(image.getColorModel() instanceof IndexColorModel palette)) {
            return of(image.getRaster(), Reading.LIGHT_MEAN, step);
        }
        int width = image.getWidth();
        var values = new byte[width * image.getHeight()];
        var line = new int[width];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRaster().getSamples(0, y, width, 1, 0, line);
            for (int x = 0; x < width; x++) {
                int rgb = palette.getRGB(line[x]);
                values[y * width + x] = (byte) (((rgb >> 16 & 0xff) + 2 * (rgb >> 8 & 0xff) + (rgb & 0xff)) / 4);
            }
        }
        return new PictureLuma(width, image.getHeight(), step, values);
    }

    private static int lightness(int[] line, int at, int bands, int shift, Reading reading) {
        int first = line[at] >> shift;
        return switch (reading) {
            case LIGHT_FIRST -> first;
            case DARK_HIGH -> 255 - first;
            case LIGHT_MEAN -> bands < 3 ? first : (first + 2 * (line[at + 1] >> shift) + (line[at + 2] >> shift)) / 4;
            case INK -> (255 - mean(line, at, shift)) * (255 - (line[at + 3] >> shift)) / 255;
            case ADOBE_INK -> mean(line, at, shift) * (line[at + 3] >> shift) / 255;
            case ADOBE_YCCK -> first * (line[at + 3] >> shift) / 255;
        };
    }

    private static int mean(int[] line, int at, int shift) {
        return ((line[at] >> shift) + 2 * (line[at + 1] >> shift) + (line[at + 2] >> shift)) / 4;
    }
}
