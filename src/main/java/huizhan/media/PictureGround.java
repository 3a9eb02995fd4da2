package huizhan.media;

import static huizhan.media.PictureCanvas.clamp;
import static huizhan.media.PictureCanvas.mix;
import static huizhan.media.PictureCanvas.rgb;
import static huizhan.media.PictureCanvas.step;

/** Scenes of open ground: from the air and at field's edge. */
final class PictureGround {

    private static final int[] CROPS = {0x6f8a3a, 0x8ea04a, 0xc3b06a, 0x9a7b52, 0x4f7034, 0xb9a45a, 0x7d6a4c, 0x5c8040};

    private PictureGround() {}

    /** Fields from above, with tracks, hedges and a river. */
    static void fields(PictureCanvas canvas, PictureNoise noise) {
        for (int y = 0; y < canvas.height; y++) {
            for (int x = 0; x < canvas.width; x++) {
                double u = x / (double) canvas.width * 9;
                double v = y / (double) canvas.width * 9;
                double east = u * 0.94 + v * 0.34 + 0.10 * noise.layers(u * 0.5, v * 0.5, 2);
                double north = v * 0.94 - u * 0.34 + 0.10 * noise.layers(u * 0.5 + 9, v * 0.5, 2);
                float river = (float) Math.abs(v - 3.1 - 1.1 * noise.layers(u * 0.28, 3, 3) - 0.12 * noise.layers(u * 1.7, 1, 3));
                if (river < 0.13f) {
                    float bank = step(0.10f, 0.13f, river);
                    canvas.set(x, y, mix(rgb(0x35555c), rgb(0x9c9474), bank), 0.25f + bank * 0.5f);
                } else {
                    field(canvas, noise, x, y, east, north, river);
                }
            }
        }
    }

    private static void field(PictureCanvas canvas, PictureNoise noise, int x, int y, double east, double north, float river) {
        int row = (int) Math.floor(north);
        double shifted = east + noise.cell(row, 77) * 3;
        double wide = 0.75 + noise.cell(row, 5) * 0.9;
        int column = (int) Math.floor(shifted / wide);
        double inX = (shifted / wide - column) * wide;
        double inY = north - row;
        boolean split = noise.cell(column, row * 3) > 0.55f;
        int plot = split && inY > 0.5 ? 2 : 1;
        double end = Math.min(inY, 1 - inY);
        float edge = (float) Math.min(Math.min(inX, wide - inX), split ? Math.min(Math.abs(inY - 0.5), end) : end);
        float chance = noise.cell(column * 7 + plot, row * 13);
        var crop = rgb(CROPS[(int) (chance * CROPS.length)]);
        boolean along = noise.cell(column + 3, row + plot) > 0.4f;
        double lines = (along ? inX : inY) * (70 + chance * 30) + 0.5 * noise.layers(east * 2, north * 2, 2);
        float drill = 1 + 0.10f * (float) Math.sin(lines * 2) + 0.24f * noise.layers(east * 1.3 + plot, north * 1.3, 6);
        var look = new float[] {crop[0] * drill, crop[1] * drill, crop[2] * drill};
        float hedge = edge + 0.012f * noise.layers(east * 9, north * 9, 3);
        if (hedge < 0.028f) {
            look = noise.cell(row, 9) > 0.55f ? rgb(0xb7aa8c) : mix(rgb(0x22361c), rgb(0x48602f), clamp(0.5f + noise.layers(east * 30, north * 30, 3)));
        }
        float trees = step(0.30f, 0.36f, noise.layers(east * 1.1 + 40, north * 1.1, 6) + clamp(0.35f - river) * 0.55f);
        if (trees > 0) {
            float crown = clamp(0.5f + 1.2f * noise.layers(east * 26, north * 26, 3));
            look = mix(look, mix(rgb(0x16280f), rgb(0x4b6a30), crown), trees);
        }
        canvas.set(x, y, look, 0.9f);
    }

    /** A forest from above in autumn: crowns lit from one side, a road through it. */
    static void forest(PictureCanvas canvas, PictureNoise noise) {
        int[] leaves = {0x2b4426, 0x37552e, 0x48643a, 0x6f6a38, 0x94703c, 0x8a5534, 0x395a33, 0x24402c};
        double size = canvas.width / 58.0;
        for (int y = 0; y < canvas.height; y++) {
            for (int x = 0; x < canvas.width; x++) {
                double u = x / size;
                double v = y / size;
                float road = (float) Math.abs(u - 30 - 9 * Math.sin(v * 0.11) - 2.5 * noise.layers(v * 0.1, 4, 2));
                crown(canvas, noise, leaves, x, y, u, v, road);
            }
        }
    }

    private static void crown(PictureCanvas canvas, PictureNoise noise, int[] leaves, int x, int y, double u, double v, float road) {
        double best = 9;
        int bestColumn = 0;
        int bestRow = 0;
        double offX = 0;
        double offY = 0;
        for (int row = (int) Math.floor(v) - 1; row <= Math.floor(v) + 1; row++) {
            for (int column = (int) Math.floor(u) - 1; column <= Math.floor(u) + 1; column++) {
                double dx = u - column - noise.cell(column, row);
                double dy = v - row - noise.cell(column + 91, row);
                double radius = 0.55 + 0.4 * noise.cell(column, row + 57);
                double away = (dx * dx + dy * dy) / (radius * radius) + 0.75 * noise.layers(u * 2.6, v * 2.6, 4);
                if (away < best) {
                    best = away;
                    bestColumn = column;
                    bestRow = row;
                    offX = dx / radius;
                    offY = dy / radius;
                }
            }
        }
        float grove = noise.layers(bestColumn * 0.09, bestRow * 0.09, 3);
        int kind = (int) (clamp(noise.cell(bestColumn + 5, bestRow) * 0.55f + 0.28f + grove * 0.7f) * (leaves.length - 1));
        float lit = clamp((float) (0.72 - offX * 0.42 - offY * 0.36 - best * 0.35)) + 0.28f * noise.layers(u * 6, v * 6, 3);
        float gap = step(0.8f, 1.25f, (float) best);
        var leaf = rgb(leaves[kind]);
        var look = mix(new float[] {leaf[0] * (0.12f + 1.35f * lit), leaf[1] * (0.12f + 1.35f * lit), leaf[2] * (0.14f + 1.4f * lit)}, rgb(0x0d140b), gap * 0.9f);
        if (road < 1.25f) {
            float shade = road < 0.9f ? 1 : 1 - step(0.9f, 1.25f, road);
            float line = Math.abs(road) < 0.045f && (int) (v * 1.1) % 2 == 0 ? 1 : 0;
            look = mix(look, mix(rgb(0x6c6c70), rgb(0xe8e8e2), line * 0.8f), shade);
        }
        canvas.set(x, y, look, 0.8f);
    }

    /** Rows of solar panels to the horizon. */
    static void solarFarm(PictureCanvas canvas, PictureNoise noise) {
        float horizon = 0.38f;
        PictureSky.day(canvas, noise, horizon, rgb(0x2e6db5), rgb(0xc8dcea), rgb(0xfff0cc), 0.22f, 0.3f, 0.05f);
        int top = (int) (horizon * canvas.height);
        for (int y = top; y < canvas.height; y++) {
            float down = (y - top + 0.6f) / (canvas.height - top);
            float z = 0.42f / (down + 0.002f);
            for (int x = 0; x < canvas.width; x++) {
                float side = (x / (float) canvas.width - 0.42f) * z * 2.3f + z * 0.28f;
                panel(canvas, noise, x, y, top, side, z);
            }
        }
        ridge(canvas, noise, horizon, 0.035f, rgb(0x6f8aa0));
    }

    private static void panel(PictureCanvas canvas, PictureNoise noise, int x, int y, int top, float side, float z) {
        double rows = z * 1.6;
        double row = rows - Math.floor(rows);
        double tables = side * 0.5;
        double table = tables - Math.floor(tables);
        float haze = clamp((z - 6) / 46);
        var grass = mix(rgb(0x5d7338), rgb(0x9a9a5c), clamp(0.5f + noise.layers(side * 3, z * 3, 5)));
        float[] look;
        float rough = 0.9f;
        if (row > 0.62 || table > 0.955) {
            float shade = row > 0.62 ? mix(0.5f, 1, step(0.74f, 0.84f, (float) row)) : 1;
            look = new float[] {grass[0] * shade * 1.3f, grass[1] * shade * 1.3f, grass[2] * shade * 1.2f};
        } else {
            double cellX = table * 24;
            double cellY = row / 0.62 * 6;
            float fine = clamp(1.6f - z * 0.28f);
            float line = Math.min(gap(cellX, 0.05), gap(cellY, 0.05));
            float frame = Math.min(gap(cellX / 6, 0.018), gap(cellY / 3, 0.018));
            int mirrored = Math.max(0, (int) (top * (0.25 + 0.6 * row / 0.62)));
            int at = (mirrored * canvas.width + Math.floorMod(x + (int) (table * 40), canvas.width)) * 3;
            look = new float[] {0.012f + 0.17f * canvas.light[at], 0.022f + 0.19f * canvas.light[at + 1], 0.06f + 0.24f * canvas.light[at + 2]};
            look = mix(look, rgb(0x5a6f94), (1 - line) * 0.5f * fine);
            look = mix(look, rgb(0xdfe4e8), (1 - frame) * Math.max(0.35f, fine));
            rough = 0.08f;
        }
        canvas.set(x, y, mix(look, rgb(0xbfd2de), haze), rough * (1 - haze));
    }

    private static float gap(double place, double half) {
        double beside = Math.abs(place - Math.rint(place));
        return step((float) half * 0.5f, (float) half, (float) beside);
    }

    /** A far line of hills on the horizon. */
    private static void ridge(PictureCanvas canvas, PictureNoise noise, float horizon, float height, float[] colour) {
        for (int x = 0; x < canvas.width; x++) {
            float tall = height * (0.75f + 0.8f * noise.layers(x * 6.0 / canvas.width, 20, 5));
            for (int y = (int) ((horizon - tall) * canvas.height); y < horizon * canvas.height + 2; y++) {
                float deep = clamp((y / (float) canvas.height - horizon + tall) / Math.max(0.01f, tall));
                canvas.set(x, Math.max(0, y), mix(colour, rgb(0xb4c6d2), deep * 0.7f), 0.2f);
            }
        }
    }

    /** Rows of ripe wheat under a summer sky. */
    static void wheat(PictureCanvas canvas, PictureNoise noise) {
        float horizon = 0.45f;
        PictureSky.day(canvas, noise, horizon, rgb(0x2d6cb8), rgb(0xd8e4ea), rgb(0xfff2cc), 0.3f, 0.75f, 0.2f);
        int top = (int) (horizon * canvas.height);
        for (int y = top; y < canvas.height; y++) {
            float down = (y - top + 0.6f) / (canvas.height - top);
            float z = 0.36f / (down + 0.003f);
            for (int x = 0; x < canvas.width; x++) {
                float side = (x / (float) canvas.width - 0.56f) * z * 2.4f;
                float sway = noise.layers(side * 0.5, z * 0.5 + 9, 4);
                float rows = (float) Math.cos((side + 0.02 * noise.layers(z * 3, side, 3)) * 26);
                float track = step(0.12f, 0.06f, Math.abs(Math.abs(side + 0.25f) - 0.45f));
                float stalks = noise.layers(side * 46, z * 15, 3) * clamp(2.4f - z * 0.35f);
                float lit = 0.78f + 0.13f * rows * clamp(1.8f - z * 0.12f) + 0.30f * sway + 0.42f * stalks;
                var look = mix(rgb(0xb98f3e), rgb(0xe3c577), clamp(0.5f + sway));
                look = mix(look, rgb(0x6d7a34), track * 0.75f + clamp(-sway * 0.5f));
                float haze = clamp((z - 5) / 60);
                canvas.set(x, y, mix(new float[] {look[0] * lit * 1.25f, look[1] * lit * 1.25f, look[2] * lit * 1.15f}, rgb(0xc9d3cf), haze), 1 - haze);
            }
        }
        ridge(canvas, noise, horizon, 0.026f, rgb(0x46604a));
    }
}
