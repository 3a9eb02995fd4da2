package huizhan.media;

import java.util.Arrays;

/**
 * A 256-bit perceptual hash (C6: not twice the same): the signs of the 256 lowest frequencies of the picture's lightness, brought to
 * 64 by 64 and turned upright. Saving again, a smaller copy, a slight change of colour move few bits; two different pictures differ
 * in about half of them.
 */
public final class PictureFingerprint {

    /** Two pictures at this distance or nearer are the same picture. */
    public static final int SAME = 40;

    private static final int GRID = 64;
    private static final int KEPT = 16;
    private static final double[][] COSINES = cosines();

    private PictureFingerprint() {}

    /** How many of the 256 bits differ, 0 to 256; 256 where one of the two is no fingerprint. */
    public static int distance(String one, String other) {
        return distance(bits(one), bits(other));
    }

    /** The bits of a fingerprint, for those who compare one with many; none of what is no fingerprint. */
    public static long[] bits(String print) {
        var bits = new long[print.length() == GRID ? 4 : 0];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = Long.parseUnsignedLong(print, i * 16, i * 16 + 16, 16);
        }
        return bits;
    }

    /** {@link #distance(String, String)} of two whose bits are known. */
    public static int distance(long[] one, long[] other) {
        if (one.length == 0 || other.length == 0) {
            return 4 * GRID;
        }
        int apart = 0;
        for (int i = 0; i < one.length; i++) {
            apart += Long.bitCount(one[i] ^ other[i]);
        }
        return apart;
    }

    static String of(PictureLuma luma, int orientation) {
        var waves = waves(upright(cells(luma), orientation));
        var sorted = waves.clone();
        Arrays.sort(sorted);
        double middle = (sorted[127] + sorted[128]) / 2;
        var hex = new StringBuilder();
        for (int word = 0; word < 4; word++) {
            long bits = 0;
            for (int i = 0; i < 64; i++) {
                bits = bits << 1 | (waves[word * 64 + i] > middle ? 1 : 0);
            }
            hex.append(String.format("%016x", bits));
        }
        return hex.toString();
    }

    private static double[][] cells(PictureLuma luma) {
        var sums = new double[GRID][GRID];
        for (int y = 0; y < GRID; y++) {
            int top = y * luma.rows() / GRID;
            int bottom = Math.max(top + 1, (y + 1) * luma.rows() / GRID);
            for (int x = 0; x < GRID; x++) {
                int left = (int) ((long) x * luma.width() / GRID);
                int right = Math.max(left + 1, (int) ((x + 1L) * luma.width() / GRID));
                sums[y][x] = mean(luma, left, right, top, bottom);
            }
        }
        return sums;
    }

    private static double mean(PictureLuma luma, int left, int right, int top, int bottom) {
        long sum = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                sum += luma.at(x, y);
            }
        }
        return (double) sum / ((long) (right - left) * (bottom - top));
    }

    /** Exif orientation: mirrored where even below 5 and odd from 5 on (2, 4, 5, 7), on its side from 5 on. */
    private static double[][] upright(double[][] cells, int orientation) {
        var turned = new double[GRID][GRID];
        int last = GRID - 1;
        for (int y = 0; y < GRID; y++) {
            for (int x = 0; x < GRID; x++) {
                turned[y][x] = switch (orientation) {
                    case 2 -> cells[y][last - x];
                    case 3 -> cells[last - y][last - x];
                    case 4 -> cells[last - y][x];
                    case 5 -> cells[x][y];
                    case 6 -> cells[last - x][y];
                    case 7 -> cells[last - x][last - y];
                    case 8 -> cells[x][last - y];
                    default -> cells[y][x];
                };
            }
        }
        return turned;
    }

    /** The lowest 16 by 16 frequencies; the mean, which says nothing of the shapes, gives its place to the next frequency across. */
    private static double[] waves(double[][] cells) {
        var across = new double[GRID][KEPT + 1];
        for (int y = 0; y < GRID; y++) {
            for (int u = 0; u <= KEPT; u++) {
                for (int x = 0; x < GRID; x++) {
                    across[y][u] += cells[y][x] * COSINES[u][x];
                }
            }
        }
        var waves = new double[KEPT * KEPT];
        for (int v = 0; v < KEPT; v++) {
            for (int u = 0; u < KEPT; u++) {
                int column = u + v == 0 ? KEPT : u;
                for (int y = 0; y < GRID; y++) {
                    waves[v * KEPT + u] += across[y][column] * COSINES[v][y];
                }
            }
        }
        return waves;
    }

    private static double[][] cosines() {
        var table = new double[KEPT + 1][GRID];
        for (int u = 0; u <= KEPT; u++) {
            for (int x = 0; x < GRID; x++) {
                table[u][x] = Math.cos(Math.PI * u * (x + 0.5) / GRID);
            }
        }
        return table;
    }
}
