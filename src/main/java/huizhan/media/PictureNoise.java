package huizhan.media;

import java.util.SplittableRandom;

/** Gradient noise and its sums: the grain of clouds, rock and water in painted pictures. The same seed gives the same noise anywhere. */
final class PictureNoise {

    private static final int CELLS = 256;

    private final int[] order = new int[CELLS * 2];
    private final float[] east = new float[CELLS];
    private final float[] north = new float[CELLS];

    PictureNoise(long seed) {
        var random = new SplittableRandom(seed);
        for (int i = 0; i < CELLS; i++) {
            order[i] = i;
            double angle = random.nextDouble() * 2 * Math.PI;
            east[i] = (float) Math.cos(angle);
            north[i] = (float) Math.sin(angle);
        }
        for (int i = CELLS - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int held = order[i];
            order[i] = order[other];
            order[other] = held;
        }
        System.arraycopy(order, 0, order, CELLS, CELLS);
    }

    /** Smooth noise about 0, within -0.8 and 0.8, one wave a unit. */
    float at(double x, double y) {
        int column = (int) Math.floor(x);
        int row = (int) Math.floor(y);
        float dx = (float) (x - column);
        float dy = (float) (y - row);
        float sx = dx * dx * dx * (dx * (dx * 6 - 15) + 10);
        float sy = dy * dy * dy * (dy * (dy * 6 - 15) + 10);
        float low = mix(slope(column, row, dx, dy), slope(column + 1, row, dx - 1, dy), sx);
        float high = mix(slope(column, row + 1, dx, dy - 1), slope(column + 1, row + 1, dx - 1, dy - 1), sx);
        return mix(low, high, sy);
    }

    /** Layers of noise, each half as strong and twice as fine; about -0.8 to 0.8. */
    float layers(double x, double y, int layers) {
        float sum = 0;
        float weight = 0.55f;
        for (int i = 0; i < layers; i++) {
            sum += weight * at(x, y);
            weight *= 0.5f;
            double turned = x * 1.62 - y * 1.18 + 31.7;
            y = x * 1.18 + y * 1.62 + 11.3;
            x = turned;
        }
        return sum * 1.4f;
    }

    /** Sharp crests and broad valleys, 0 to about 1. */
    float ridges(double x, double y, int layers) {
        float sum = 0;
        float weight = 0.5f;
        float above = 1;
        for (int i = 0; i < layers; i++) {
            float crest = 1 - Math.abs(at(x, y)) * 1.9f;
            crest *= crest;
            sum += crest * weight * above;
            above = Math.min(1, Math.max(0, crest * 1.3f));
            weight *= 0.5f;
            double turned = x * 1.66 - y * 1.12 + 17.1;
            y = x * 1.12 + y * 1.66 + 5.9;
            x = turned;
        }
        return sum;
    }

    /** A number from 0 to 1 for a cell, without relation to its neighbours'. */
    float cell(int column, int row) {
        int mixed = order[(order[column & 255] + row) & 255] * 0x9e3779b1 ^ column * 0x85ebca6b ^ row * 0xc2b2ae35;
        mixed ^= mixed >>> 15;
        mixed *= 0x2c1b3c6d;
        mixed ^= mixed >>> 13;
        return (mixed >>> 8) / (float) (1 << 24);
    }

    private float slope(int column, int row, float dx, float dy) {
        int cell = order[order[column & 255] + (row & 255)];
        return east[cell] * dx + north[cell] * dy;
    }

    private static float mix(float low, float high, float share) {
        return low + (high - low) * share;
    }
}
