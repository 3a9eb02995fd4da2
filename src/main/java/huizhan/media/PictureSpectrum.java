package huizhan.media;

import java.util.Arrays;

/**
 * How much detail there is at the fineness of single pixels: the power of the highest frequencies (0.44 to 0.5 waves a pixel) in the
 * liveliest tenth of all stretches of 256 pixels along the lines, in decibel. A picture in focus, or one with a sensor's noise, lies
 * above 0; where every value was rounded from a smooth curve, only the rounding is left, near -11.
 */
final class PictureSpectrum {

    private static final int STRETCH = 256;
    private static final int LOWEST = 113;
    private static final int MOST_STRETCHES = 20_000;
    private static final double[] WINDOW = window();
    private static final double[] COSINES = new double[STRETCH];

    static {
        for (int i = 0; i < STRETCH; i++) {
            COSINES[i] = Math.cos(2 * Math.PI * i / STRETCH);
        }
    }

    private PictureSpectrum() {}

    static double fineness(PictureLuma luma) {
        int across = luma.width() / STRETCH;
        int all = across * luma.rows();
        if (all == 0) {
            return 0;
        }
        int every = Math.max(1, all / MOST_STRETCHES);
        var lively = new long[(all - 1) / every + 1];
        for (int i = 0; i < lively.length; i++) {
            lively[i] = (long) liveliness(luma, i * every, across) << 32 | i * every;
        }
        Arrays.sort(lively);
        int kept = Math.max(1, lively.length / 10);
        double power = 0;
        for (int i = lively.length - kept; i < lively.length; i++) {
            power += power(luma, (int) lively[i], across);
        }
        return 10 * Math.log10(power / kept + 1e-3);
    }

    private static int liveliness(PictureLuma luma, int stretch, int across) {
        int start = start(luma, stretch, across);
        int sum = 0;
        for (int i = start; i < start + STRETCH - 1; i++) {
            sum += Math.abs((luma.values()[i] & 0xff) - (luma.values()[i + 1] & 0xff));
        }
        return sum;
    }

    private static int start(PictureLuma luma, int stretch, int across) {
        return stretch / across * luma.width() + stretch % across * STRETCH;
    }

    private static double power(PictureLuma luma, int stretch, int across) {
        int start = start(luma, stretch, across);
        var values = new double[STRETCH];
        double mean = 0;
        for (int i = 0; i < STRETCH; i++) {
            values[i] = luma.values()[start + i] & 0xff;
            mean += values[i] / STRETCH;
        }
        double weight = 0;
        for (int i = 0; i < STRETCH; i++) {
            values[i] = (values[i] - mean) * WINDOW[i];
            weight += WINDOW[i] * WINDOW[i];
        }
        double power = 0;
        for (int wave = LOWEST; wave <= STRETCH / 2; wave++) {
            power += power(values, wave);
        }
        return power / weight / (STRETCH / 2 - LOWEST + 1);
    }

    private static double power(double[] values, int wave) {
        double real = 0;
        double imaginary = 0;
        for (int i = 0; i < STRETCH; i++) {
            int angle = wave * i & STRETCH - 1;
            real += values[i] * COSINES[angle];
            imaginary += values[i] * COSINES[angle + STRETCH * 3 / 4 & STRETCH - 1];
        }
        return real * real + imaginary * imaginary;
    }

    private static double[] window() {
        var window = new double[STRETCH];
        for (int i = 0; i < STRETCH; i++) {
            window[i] = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / (STRETCH - 1));
        }
        return window;
    }
}
