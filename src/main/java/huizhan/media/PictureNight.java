package huizhan.media;

import static huizhan.media.PictureCanvas.clamp;
import static huizhan.media.PictureCanvas.mix;
import static huizhan.media.PictureCanvas.rgb;
import static huizhan.media.PictureCanvas.step;

import java.util.SplittableRandom;

/** Scenes under the night sky. */
final class PictureNight {

    private PictureNight() {}

    /** Northern lights over a snowfield. */
    static void aurora(PictureCanvas canvas, PictureNoise noise, SplittableRandom random) {
        float horizon = 0.66f;
        PictureSky.night(canvas, noise, random, rgb(0x081226), rgb(0x2a4a5e), 0);
        PictureSky.aurora(canvas, noise, horizon);
        PictureTerrain.Ground ground = (x, z, layers) -> (float) (noise.ridges(x * 0.14 + 5, z * 0.14, layers) * 1.1 * step(5, 16, (float) z)
                + 0.14 * noise.layers(x * 0.5, z * 0.5, layers - 2) + 0.01 * noise.layers(x * 9, z * 3, 2));
        PictureTerrain.Cover cover = (x, z, height, steep) -> {
            var look = mix(rgb(0xe9f0f6), rgb(0x59626c), step(0.25f, 0.42f, steep) * 0.8f);
            return new float[] {look[0], look[1], look[2], 0.15f};
        };
        new PictureTerrain(ground, cover, new float[] {-0.3f, 0.75f, 0.5f}, new float[] {0.10f, 0.17f, 0.15f},
                new float[] {0.028f, 0.045f, 0.065f}, rgb(0x22404e), 60).draw(canvas, 0.42f, horizon, -50);
    }

    /** Radio telescopes under the Milky Way. */
    static void observatory(PictureCanvas canvas, PictureNoise noise, SplittableRandom random) {
        PictureSky.night(canvas, noise, random, rgb(0x0b1530), rgb(0x5b4a5c), 1.15f);
        float ground = 0.86f;
        for (int x = 0; x < canvas.width; x++) {
            float land = ground - 0.03f - 0.05f * noise.layers(x * 3.0 / canvas.width, 2, 5);
            for (int y = (int) (land * canvas.height); y < canvas.height; y++) {
                float near = clamp((y / (float) canvas.height - land) / (1 - land));
                float grass = 0.6f + 0.7f * noise.layers(x * 60.0 / canvas.width, y * 90.0 / canvas.height, 4);
                canvas.set(x, y, mix(rgb(0x161b26), mix(rgb(0x0d0f10), rgb(0x3a3428), clamp(grass)), near), 0.8f * near);
            }
        }
        float size = canvas.width * 0.135f;
        dish(canvas, canvas.width * 0.78f, canvas.height * 0.80f, size * 0.42f);
        dish(canvas, canvas.width * 0.54f, canvas.height * 0.82f, size * 0.62f);
        dish(canvas, canvas.width * 0.24f, canvas.height * 0.83f, size);
    }

    private static void dish(PictureCanvas canvas, float x, float foot, float size) {
        var steel = rgb(0x8d94a3);
        float hubY = foot - size * 0.75f;
        PictureLand.stroke(canvas, x - size * 0.32f, foot + size * 0.1f, x, hubY, size * 0.05f, size * 0.05f, rgb(0x4a4f5c));
        PictureLand.stroke(canvas, x + size * 0.32f, foot + size * 0.1f, x, hubY, size * 0.05f, size * 0.05f, rgb(0x555b68));
        PictureLand.stroke(canvas, x, foot + size * 0.1f, x, hubY, size * 0.10f, size * 0.08f, rgb(0x4f5562));
        double tilt = -0.75;
        for (int dy = (int) -size; dy <= size; dy++) {
            for (int dx = (int) -size; dx <= size; dx++) {
                double along = dx * Math.cos(tilt) + dy * Math.sin(tilt);
                double across = -dx * Math.sin(tilt) + dy * Math.cos(tilt);
                double open = along / (size * 0.72);
                double deep = across / (size * 0.30);
                double bowl = open * open + deep * deep;
                if (bowl < 1 || across > 0 && open * open + Math.pow(across / (size * 0.52), 2) < 1) {
                    float lit = bowl < 1 ? (float) (0.16 + 0.12 * (1 - open) + 0.34 * clamp((float) (0.5 + deep * 0.7)) * (0.55 + 0.45 * bowl) + (bowl > 0.93 ? 0.25 : 0))
                            : (float) (0.10 + 0.13 * clamp((float) (0.5 - open)));
                    double panels = Math.min(Math.abs(Math.sin(Math.atan2(deep, open) * 12)), 1);
                    lit *= bowl < 1 && panels < 0.06 ? 0.8f : 1;
                    int px = (int) x + dx;
                    int py = (int) (hubY - size * 0.15f) + dy;
                    if (px >= 0 && py >= 0 && px < canvas.width && py < canvas.height) {
                        canvas.set(px, py, steel[0] * lit * 1.5f, steel[1] * lit * 1.5f, steel[2] * lit * 1.6f, 0.05f);
                    }
                }
            }
        }
        float focusX = x + (float) Math.sin(tilt) * size * 0.5f;
        float focusY = hubY - size * 0.15f - (float) Math.cos(tilt) * size * 0.5f;
        for (int leg = -1; leg <= 1; leg++) {
            PictureLand.stroke(canvas, x + leg * (float) Math.cos(tilt) * size * 0.62f,
                    hubY - size * 0.15f + leg * (float) Math.sin(tilt) * size * 0.62f, focusX, focusY, size * 0.018f, size * 0.014f, steel);
        }
        canvas.disc(focusX, focusY, size * 0.045f, steel, 0.4f, 0);
    }
}
