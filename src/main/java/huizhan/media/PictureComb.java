package huizhan.media;

import java.util.Arrays;

/**
 * The rhythm of the steps between neighbouring pixels, column by column over all lines. A lens knows no rhythm; enlarging by s puts one
 * in at 1/s waves a pixel, and stretches the 8-pixel grid of a JPEG that was enlarged to 1/(8s) and its multiples. The multiples of 1/8
 * are every JPEG's own and say nothing.
 *
 * @param length     columns looked at, a multiple of 96 so that halves, thirds, quarters and eighths fall on whole waves
 * @param depth      how deep each wave is, 0 none, up to 2 where all steps stand at one place
 * @param prominence its depth as a multiple of the usual depth of the waves about it
 */
record PictureComb(int length, double[] depth, double[] prominence) {

    private static final int MOST_COLUMNS = 3840;
    private static final int SMOOTHED = 24;
    private static final int ABOUT = 60;
    private static final int BESIDE_GRID = 4;

    record Tooth(double frequency, double depth, double prominence) {}

    /** Steps from {@code least} on, up to 20 more: edges, which hardly feel the grain or a later JPEG grid. */
    static PictureComb ofEdges(PictureLuma luma, int least) {
        return of(luma, least, least + 20);
    }

    /** All steps, none counted above {@code most}: the finest texture, where traces are faint but everywhere. */
    static PictureComb ofTexture(PictureLuma luma, int most) {
        return of(luma, 0, most);
    }

    /** Changes of step, none counted above {@code most}: interpolation by three hides in the steps but not in their changes. */
    static PictureComb ofBends(PictureLuma luma, int most) {
        int length = length(luma);
        var sums = new double[length];
        var values = luma.values();
        for (int row = 0; row < luma.rows(); row++) {
            int start = row * luma.width();
            for (int x = 0; x < length; x++) {
                int bend = (values[start + x] & 0xff) - 2 * (values[start + x + 1] & 0xff) + (values[start + x + 2] & 0xff);
                sums[x] += Math.min(Math.abs(bend), most);
            }
        }
        return of(sums);
    }

    /** The most prominent wave from one frequency to another, off the grid of eighths. */
    Tooth strongest(double from, double to) {
        int best = 0;
        for (int i = (int) (from * length); i <= Math.min(to * length, length / 2.0); i++) {
            if (offGrid(i) && (best == 0 || prominence[i] > prominence[best])) {
                best = i;
            }
        }
        return new Tooth((double) best / length, depth[best], prominence[best]);
    }

    Tooth at(double frequency) {
        int i = (int) Math.round(frequency * length);
        return new Tooth(frequency, depth[i], prominence[i]);
    }

    private boolean offGrid(int wave) {
        int eighth = length / 8;
        int beside = Math.floorMod(wave, eighth);
        return Math.min(beside, eighth - beside) > BESIDE_GRID;
    }

    private static PictureComb of(PictureLuma luma, int from, int to) {
        return of(steps(luma, length(luma), from, to));
    }

    private static PictureComb of(double[] steps) {
        flatten(steps);
        var depth = depths(steps);
        return new PictureComb(steps.length, depth, prominence(depth));
    }

    private static int length(PictureLuma luma) {
        return Math.min((luma.width() - 2) / 96 * 96, MOST_COLUMNS);
    }

    private static double[] steps(PictureLuma luma, int length, int from, int to) {
        var sums = new double[length];
        var values = luma.values();
        for (int row = 0; row < luma.rows(); row++) {
            int start = row * luma.width();
            for (int x = 0; x < length; x++) {
                int step = Math.abs((values[start + x] & 0xff) - (values[start + x + 1] & 0xff));
                if (step > from) {
                    sums[x] += Math.min(step, to) - from;
                }
            }
        }
        return sums;
    }

    /** What lies in the picture (a tree here, sky there) is taken out: each column in relation to those about it. */
    private static void flatten(double[] steps) {
        var whole = steps.clone();
        int length = steps.length;
        for (int x = 0; x < length; x++) {
            double local = 1e-9;
            for (int i = x - SMOOTHED; i <= x + SMOOTHED; i++) {
                local += whole[Math.floorMod(i, length)];
            }
            steps[x] = Math.min(3, whole[x] * (2 * SMOOTHED + 1) / local - 1) * (0.5 - 0.5 * Math.cos(2 * Math.PI * x / length));
        }
    }

    private static double[] depths(double[] steps) {
        int length = steps.length;
        var cosines = new double[length];
        for (int i = 0; i < length; i++) {
            cosines[i] = Math.cos(2 * Math.PI * i / length);
        }
        var depth = new double[length / 2 + 1];
        for (int wave = 1; wave < depth.length; wave++) {
            double real = 0;
            double imaginary = 0;
            for (int x = 0, angle = 0; x < length; x++) {
                real += steps[x] * cosines[angle];
                imaginary += steps[x] * cosines[angle < length / 4 ? angle + length * 3 / 4 : angle - length / 4];
                angle += wave;
                angle = angle >= length ? angle - length : angle;
            }
            depth[wave] = 4 * Math.hypot(real, imaginary) / length;
        }
        return depth;
    }

    private static double[] prominence(double[] depth) {
        var prominence = new double[depth.length];
        for (int i = 0; i < depth.length; i++) {
            var about = Arrays.copyOfRange(depth, Math.max(0, i - ABOUT), Math.min(depth.length, i + ABOUT + 1));
            Arrays.sort(about);
            prominence[i] = depth[i] / (about[about.length / 2] + 1e-9);
        }
        return prominence;
    }
}
