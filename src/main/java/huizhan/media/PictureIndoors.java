package huizhan.media;

import static huizhan.media.PictureCanvas.clamp;
import static huizhan.media.PictureCanvas.mix;
import static huizhan.media.PictureCanvas.rgb;
import static huizhan.media.PictureCanvas.step;

import java.util.SplittableRandom;

/** Scenes by lamplight: a city at night and a laboratory bench. */
final class PictureIndoors {

    private static final int[] LAMPS = {0xffc26e, 0xffd9a0, 0xffb04a, 0xfff2d8, 0xcfe4ff, 0xff8a5a};

    private PictureIndoors() {}

    /** Towers beyond a river, and their lights in it. */
    static void cityNight(PictureCanvas canvas, PictureNoise noise, SplittableRandom random) {
        float water = 0.64f;
        PictureSky.day(canvas, noise, water, rgb(0x1d2f5c), rgb(0x8d6a78), rgb(0x8a4a28), -0.25f, 0.5f, 0.64f);
        for (int i = 0; i < canvas.light.length; i++) {
            canvas.light[i] *= 0.62f;
        }
        int line = (int) (water * canvas.height);
        for (int layer = 0; layer < 3; layer++) {
            float x = -20;
            while (x < canvas.width) {
                float wide = canvas.width * (0.018f + 0.03f * (float) random.nextDouble());
                float centre = 1 - Math.abs((x + wide / 2) / canvas.width - 0.5f) * 1.3f;
                float tall = canvas.height * (0.10f + (0.40f - 0.08f * layer) * (float) Math.pow(random.nextDouble(), 1.8) * centre);
                tower(canvas, random, (int) x, (int) (line - tall), (int) (x + wide), line, layer);
                x += wide * (1.0f + 0.6f * (float) random.nextDouble());
            }
        }
        quay(canvas, random, line);
        canvas.bloom(canvas.width / 260, 0.9f);
        river(canvas, noise, line);
    }

    private static void tower(PictureCanvas canvas, SplittableRandom random, int left, int top, int right, int bottom, int layer) {
        var wall = mix(rgb(0x39415c), rgb(0x171c2c), layer / 2f);
        int pitch = Math.max(3, canvas.width / 330 + layer);
        float share = 0.18f + 0.5f * (float) random.nextDouble();
        var tint = rgb(LAMPS[random.nextInt(LAMPS.length)]);
        boolean bands = random.nextInt(4) == 0;
        for (int y = Math.max(0, top); y < bottom; y++) {
            float glow = clamp((y - top) / (float) (bottom - top));
            for (int x = Math.max(0, left); x < Math.min(canvas.width, right); x++) {
                float side = (x - left) / (float) Math.max(1, right - left);
                float lit = 0.7f + 0.5f * side + glow * 0.5f;
                canvas.set(x, y, wall[0] * lit + 0.012f * glow, wall[1] * lit + 0.009f * glow, wall[2] * lit + 0.006f * glow, 0.1f);
            }
        }
        for (int y = top + pitch; y < bottom - 2; y += pitch) {
            for (int x = left + pitch / 2; x < right - pitch / 2; x += Math.max(2, pitch - 1)) {
                if (random.nextDouble() < (bands ? 0.85 : share)) {
                    float strength = 0.3f + 1.9f * (float) Math.pow(random.nextDouble(), 2.2);
                    for (int i = 0; i < (pitch > 4 ? 2 : 1); i++) {
                        canvas.add(x, y + i, tint, strength);
                        canvas.add(x + 1, y + i, tint, strength * 0.8f);
                    }
                }
            }
        }
        if (random.nextInt(5) == 0) {
            canvas.glow((left + right) / 2f, top - 2, canvas.width / 900f, rgb(0xff3b30), 1.2f);
        }
    }

    private static void quay(PictureCanvas canvas, SplittableRandom random, int line) {
        for (float x = 0; x < canvas.width; x += canvas.width / 95f * (0.7f + 0.6f * (float) random.nextDouble())) {
            canvas.glow(x, line - canvas.height * 0.012f, canvas.width / 620f, rgb(LAMPS[random.nextInt(LAMPS.length)]), 1.5f);
        }
        for (int i = 0; i < canvas.width / 12; i++) {
            canvas.glow(random.nextInt(canvas.width), line - random.nextInt(canvas.height / 24), canvas.width / 1500f, rgb(LAMPS[random.nextInt(4)]), 0.8f);
        }
    }

    private static void river(PictureCanvas canvas, PictureNoise noise, int line) {
        for (int y = line; y < canvas.height; y++) {
            float down = (y - line + 1f) / (canvas.height - line);
            float z = 0.25f / (down + 0.02f);
            for (int x = 0; x < canvas.width; x++) {
                float u = (x / (float) canvas.width - 0.5f) * z * 7;
                float wave = noise.layers(u * 1.6, z * 26, 4);
                int from = Math.max(0, Math.min(line - 1, (int) (line - 1 - (y - line) * 1.05f - wave * canvas.height * 0.16f)));
                int beside = Math.max(0, Math.min(canvas.width - 1, x + (int) (wave * canvas.width * 0.012f)));
                int at = (from * canvas.width + beside) * 3;
                int second = (Math.max(0, from - canvas.height / 40) * canvas.width + beside) * 3;
                float keep = 0.55f - 0.25f * down;
                canvas.set(x, y, 0.006f + (canvas.light[at] + canvas.light[second]) * keep * 0.6f,
                        0.009f + (canvas.light[at + 1] + canvas.light[second + 1]) * keep * 0.6f,
                        0.02f + (canvas.light[at + 2] + canvas.light[second + 2]) * keep * 0.6f, 0.1f);
            }
        }
    }

    /** Glassware in focus before a bench that isn't. */
    static void laboratory(PictureCanvas canvas, PictureNoise noise, SplittableRandom random) {
        for (int y = 0; y < canvas.height; y++) {
            float down = y / (float) canvas.height;
            for (int x = 0; x < canvas.width; x++) {
                float across = x / (float) canvas.width;
                var wall = mix(rgb(0x8fb2c4), rgb(0x2f4a5e), clamp(down * 0.9f + 0.4f * across));
                canvas.set(x, y, down < 0.74f ? wall : mix(rgb(0xa7bac4), rgb(0x6f8794), (down - 0.74f) * 3), 0);
            }
        }
        furniture(canvas, random);
        canvas.blur(canvas.width / 42);
        for (int i = 0; i < 26; i++) {
            float radius = canvas.width * (0.012f + 0.024f * (float) random.nextDouble());
            int[] tints = {0xfff1d6, 0xcfe8ff, 0xffe0b0, 0xbfe0ff, 0xffffff};
            canvas.disc(random.nextInt(canvas.width), random.nextInt((int) (canvas.height * 0.55f)), radius, rgb(tints[random.nextInt(5)]),
                    0.06f + 0.14f * (float) random.nextDouble(), 0.45f);
        }
        int[] liquids = {0x1f7fd0, 0xd8432f, 0xf0a52a, 0x2aa869, 0x7a4fc0, 0x18a6b8};
        int first = random.nextInt(liquids.length);
        float step = canvas.width * 0.125f;
        float x = canvas.width * 0.13f;
        for (int i = 0; i < 6; i++, x += step) {
            tube(canvas, noise, x, canvas.height * (0.20f + 0.02f * (float) random.nextDouble()), canvas.height * 0.88f, canvas.width * 0.034f,
                    rgb(liquids[(i + first) % liquids.length]), canvas.height * (0.42f + 0.22f * (float) random.nextDouble()), i);
        }
        rack(canvas);
    }

    private static void furniture(PictureCanvas canvas, SplittableRandom random) {
        for (int i = 0; i < 16; i++) {
            int left = random.nextInt(canvas.width);
            int wide = canvas.width / 24 + random.nextInt(canvas.width / 12);
            int top = (int) (canvas.height * (0.1 + 0.4 * random.nextDouble()));
            int[] tints = {0xe9eef0, 0x34536a, 0x9fb7c4, 0xd8c9a4, 0x27394a, 0xf4f6f2};
            var tint = rgb(tints[random.nextInt(tints.length)]);
            for (int y = top; y < Math.min(canvas.height, top + canvas.height / 3); y++) {
                for (int x = left; x < Math.min(canvas.width, left + wide); x++) {
                    canvas.set(x, y, tint, 0);
                }
            }
        }
    }

    private static void tube(PictureCanvas canvas, PictureNoise noise, float x, float top, float bottom, float half, float[] liquid, float level, int which) {
        for (int y = (int) top; y < bottom; y++) {
            float round = bottom - y < half ? (float) Math.sqrt(Math.max(0, 1 - Math.pow((half - (bottom - y)) / half, 2))) : 1;
            float wide = half * round;
            for (int px = (int) (x - wide); px <= x + wide; px++) {
                if (px < 0 || px >= canvas.width || y < 0 || y >= canvas.height) {
                    continue;
                }
                float side = (px - x) / Math.max(1, wide);
                int through = Math.max(0, Math.min(canvas.width - 1, (int) (x - (px - x) * 1.6f)));
                int at = (y * canvas.width + through) * 3;
                var behind = new float[] {canvas.light[at], canvas.light[at + 1], canvas.light[at + 2]};
                float meniscus = level - 4 * (float) Math.pow(Math.abs(side), 3) * canvas.height / 700f;
                float wall = step(0.86f, 1, Math.abs(side));
                var look = new float[] {behind[0] * 0.93f, behind[1] * 0.95f, behind[2] * 0.96f};
                if (y > meniscus) {
                    float deep = 0.35f + 0.65f * (float) Math.sqrt(Math.max(0, 1 - side * side));
                    float glow = 0.75f + 0.5f * clamp(0.5f - side * 0.6f) + 0.12f * noise.layers(px * 0.01 + which * 9, y * 0.006, 3);
                    look = mix(look, new float[] {liquid[0] * glow * 1.5f, liquid[1] * glow * 1.5f, liquid[2] * glow * 1.5f}, 0.55f + 0.4f * deep);
                    look = Math.abs(y - meniscus) < canvas.height / 260f ? mix(look, rgb(0xffffff), 0.45f) : look;
                }
                look = mix(look, rgb(0x9fb3bf), wall * 0.6f);
                float shine = step(0.10f, 0.0f, Math.abs(side + 0.62f)) * 0.75f + step(0.05f, 0, Math.abs(side - 0.72f)) * 0.35f;
                canvas.set(px, y, look[0] + shine * 0.8f, look[1] + shine * 0.82f, look[2] + shine * 0.85f, 0.03f);
            }
        }
        PictureLand.stroke(canvas, x - half * 1.12f, top, x + half * 1.12f, top, half * 0.16f, half * 0.16f, rgb(0xd5e2e8));
    }

    private static void rack(PictureCanvas canvas) {
        for (float level : new float[] {0.70f, 0.93f}) {
            for (int y = (int) (level * canvas.height); y < (level + 0.035f) * canvas.height; y++) {
                float down = (y / (float) canvas.height - level) / 0.035f;
                var steel = mix(rgb(0xe8edf0), rgb(0x7f909b), down);
                for (int x = (int) (canvas.width * 0.05f); x < canvas.width * 0.86f; x++) {
                    canvas.set(x, y, steel, 0.12f);
                }
            }
        }
    }
}
