package huizhan.media;

import static huizhan.media.PictureCanvas.clamp;
import static huizhan.media.PictureCanvas.mix;
import static huizhan.media.PictureCanvas.rgb;
import static huizhan.media.PictureCanvas.step;

import java.util.SplittableRandom;

/** Scenes out of doors by day. */
final class PictureLand {

    private PictureLand() {}

    static void alps(PictureCanvas canvas, PictureNoise noise, boolean lake) {
        float sunX = lake ? 0.78f : 0.2f;
        PictureSky.day(canvas, noise, 0.42f, rgb(0x2f69ad), rgb(0xb9d2e4), lake ? rgb(0xffd9a0) : rgb(0xfff0d0), 0.18f, sunX, 0.12f);
        PictureTerrain.Ground ground = (x, z, layers) -> {
            double valley = clamp((float) (Math.abs(x - 0.4 * Math.sin(z * 0.35)) / (1.2 + z * 0.18)));
            double peaks = noise.ridges(x * 0.17 + 3, z * 0.17 + 8, layers) * 2.4 + noise.layers(x * 0.06, z * 0.06, 2);
            double hills = 0.22 * noise.layers(x * 1.1, z * 1.1, layers - 1);
            return (float) ((peaks * valley * step(1.5f, 10, (float) z) + hills * (0.25 + valley)) - (lake ? 0.06 : 0.1));
        };
        PictureTerrain.Cover cover = (x, z, height, steep) -> {
            float patch = noise.layers(x * 2.3, z * 2.3, 5);
            var grass = mix(rgb(0x4f6b2c), rgb(0x7d8a45), clamp(0.5f + patch));
            var wood = mix(rgb(0x1f3320), rgb(0x2f4a2a), clamp(0.5f + noise.layers(x * 14, z * 14, 3)));
            var rock = mix(rgb(0x6d675f), rgb(0x96908a), clamp(0.5f + noise.layers(x * 3, height * 9, 5)));
            var look = mix(grass, wood, step(-0.05f, 0.12f, noise.layers(x * 0.9 + 5, z * 0.9, 5) - Math.abs(height - 0.35f) * 0.25f));
            look = mix(look, rock, Math.max(step(0.22f, 0.4f, steep), step(0.7f, 1.15f, height + patch * 0.4f)));
            float snow = step(1.05f, 1.5f, height + patch * 0.5f) * (1 - step(0.34f, 0.55f, steep));
            look = mix(look, rgb(0xf2f6fa), snow);
            return new float[] {look[0], look[1], look[2], 0.95f - snow * 0.75f};
        };
        new PictureTerrain(ground, cover, new float[] {lake ? 0.75f : -0.75f, 0.5f, 0.15f}, new float[] {1.75f, 1.55f, 1.25f},
                new float[] {0.30f, 0.38f, 0.52f}, rgb(0xa9c3da), 26).draw(canvas, lake ? 0.32f : 0.5f, 0.42f, lake ? 0 : -50);
    }

    static void dunes(PictureCanvas canvas, PictureNoise noise) {
        PictureSky.day(canvas, noise, 0.36f, rgb(0x4b82bd), rgb(0xe6d8bf), rgb(0xffcf8a), 0.02f, 0.1f, 0.28f);
        PictureTerrain.Ground ground = (x, z, layers) -> {
            double bent = x * 0.36 + 0.5 * noise.layers(x * 0.13, z * 0.13, 2) + z * 0.12;
            double wave = bent - Math.floor(bent);
            double crest = wave < 0.72 ? Math.pow(wave / 0.72, 1.6) : Math.pow((1 - wave) / 0.28, 1.1);
            double size = 0.35 + 0.5 * (0.5 + noise.layers(x * 0.11 + 40, z * 0.16, 2));
            double ripples = layers < 7 ? 0 : 0.0022 * Math.sin((x * 0.8 + z * 0.35 + 0.22 * noise.layers(x * 1.4, z * 1.4, 3)) * 75);
            return (float) (crest * size + 0.16 * noise.layers(x * 0.3, z * 0.3, Math.min(4, layers)) + ripples);
        };
        PictureTerrain.Cover cover = (x, z, height, steep) -> {
            var sand = mix(rgb(0xd1925a), rgb(0xe3b27c), clamp(0.5f + noise.layers(x * 0.6, z * 0.6, 4)));
            return new float[] {sand[0], sand[1], sand[2], 0.4f};
        };
        new PictureTerrain(ground, cover, new float[] {-0.85f, 0.33f, 0.3f}, new float[] {2.0f, 1.55f, 1.0f},
                new float[] {0.22f, 0.27f, 0.40f}, rgb(0xdcc6a6), 30).draw(canvas, 1.05f, 0.36f, -50);
    }

    /** Wind turbines on green hills. */
    static void windFarm(PictureCanvas canvas, PictureNoise noise, SplittableRandom random) {
        PictureSky.day(canvas, noise, 0.55f, rgb(0x3d7cc0), rgb(0xcfe0ea), rgb(0xfff4dc), 0.26f, 0.7f, 0.1f);
        PictureTerrain.Ground ground = (x, z, layers) -> (float) (0.55 * noise.layers(x * 0.16, z * 0.16, Math.min(layers, 7)) + z * 0.012);
        PictureTerrain.Cover cover = (x, z, height, steep) -> {
            float patch = noise.layers(x * 0.5 + 3, z * 0.5, 4);
            var look = mix(rgb(0x55772f), rgb(0x98a354), clamp(0.5f + patch * 1.4f));
            look = mix(look, rgb(0x2c4526), step(0.16f, 0.24f, noise.layers(x * 1.7, z * 1.7 + 60, 5)));
            return new float[] {look[0], look[1], look[2], 1};
        };
        new PictureTerrain(ground, cover, new float[] {0.6f, 0.55f, -0.2f}, new float[] {1.6f, 1.5f, 1.25f},
                new float[] {0.32f, 0.40f, 0.52f}, rgb(0xbcd0de), 22).draw(canvas, 0.9f, 0.55f, -50);
        float focus = canvas.width * 0.9f;
        for (int i = 9; i > 0; i--) {
            float z = 2.6f + i * 1.15f;
            float x = ((float) random.nextDouble() - 0.5f) * z * 1.05f;
            float foot = ground.height(x, z, 7) - 0.02f;
            float footY = 0.55f * canvas.height - (foot - 0.9f) / z * focus;
            turbine(canvas, canvas.width / 2f + x / z * focus, footY, 1.25f / z * focus, random.nextDouble() * 2, clamp(z / 24));
        }
    }

    private static void turbine(PictureCanvas canvas, float x, float foot, float height, double turn, float haze) {
        var white = mix(rgb(0xf4f6f8), rgb(0xbcd0de), haze);
        float hub = foot - height;
        stroke(canvas, x, foot, x, hub, height * 0.020f, height * 0.012f, white);
        for (int blade = 0; blade < 3; blade++) {
            double angle = turn + blade * Math.PI * 2 / 3;
            float tipX = x + (float) Math.sin(angle) * height * 0.6f;
            float tipY = hub - (float) Math.cos(angle) * height * 0.6f;
            stroke(canvas, x, hub, tipX, tipY, height * 0.016f, height * 0.003f, white);
        }
        stroke(canvas, x - height * 0.012f, hub, x + height * 0.02f, hub, height * 0.02f, height * 0.02f, white);
    }

    /** A tapering round bar, lit from the right. */
    static void stroke(PictureCanvas canvas, float x1, float y1, float x2, float y2, float thick1, float thick2, float[] rgb) {
        float most = Math.max(thick1, thick2) + 1;
        float dx = x2 - x1;
        float dy = y2 - y1;
        float length = Math.max(1e-3f, dx * dx + dy * dy);
        for (int y = (int) (Math.min(y1, y2) - most); y <= Math.max(y1, y2) + most; y++) {
            for (int x = (int) (Math.min(x1, x2) - most); x <= Math.max(x1, x2) + most; x++) {
                if (x < 0 || y < 0 || x >= canvas.width || y >= canvas.height) {
                    continue;
                }
                float along = clamp(((x - x1) * dx + (y - y1) * dy) / length);
                float half = mix(thick1, thick2, along) / 2;
                float off = (float) Math.hypot(x - x1 - dx * along, y - y1 - dy * along);
                float inside = clamp(half - off + 0.5f);
                if (inside > 0) {
                    float lit = 0.72f + 0.3f * clamp(0.5f + (x - x1 - dx * along) / Math.max(1, half * 2));
                    int at = (y * canvas.width + x) * 3;
                    for (int band = 0; band < 3; band++) {
                        canvas.light[at + band] = mix(canvas.light[at + band], rgb[band] * lit, inside);
                    }
                    canvas.texture[y * canvas.width + x] *= 1 - inside;
                }
            }
        }
    }

    static void sunsetSea(PictureCanvas canvas, PictureNoise noise) {
        float horizon = 0.52f;
        PictureSky.day(canvas, noise, horizon, rgb(0x3f5f96), rgb(0xf0a765), rgb(0xff9a48), 0.2f, 0.62f, 0.49f);
        canvas.glow(canvas.width * 0.62f, canvas.height * 0.475f, canvas.width * 0.016f, rgb(0xffe9c0), 2.6f);
        int top = (int) (horizon * canvas.height);
        var deep = rgb(0x12324a);
        for (int y = top; y < canvas.height; y++) {
            float down = (y - top + 0.7f) / (canvas.height - top);
            float z = 0.16f / (down + 0.004f);
            for (int x = 0; x < canvas.width; x++) {
                float u = (x / (float) canvas.width - 0.5f) * z * 7;
                float slope = noise.layers(u * 2.2, z * 11, 5) * 0.8f + 0.35f * noise.layers(u * 0.5, z * 2.5, 3);
                int source = Math.max(0, Math.min(top - 1, (int) (top - 2 - down * canvas.height * 0.42f - slope * canvas.height * 0.17f)));
                int at = (source * canvas.width + x) * 3;
                float mirror = clamp(0.34f + 0.45f * (1 - down) + slope * 0.5f);
                float path = (x / (float) canvas.width - 0.62f) / (0.03f + 0.11f * down);
                float glitter = (float) Math.exp(-path * path) * step(0.12f, 0.5f, slope + 0.05f) * 1.9f;
                canvas.set(x, y, mix(deep[0], canvas.light[at], mirror) + glitter, mix(deep[1], canvas.light[at + 1], mirror) + glitter * 0.72f,
                        mix(deep[2], canvas.light[at + 2], mirror) + glitter * 0.4f, 0.4f);
            }
        }
    }
}
