package huizhan.media;

import static huizhan.media.PictureCanvas.clamp;
import static huizhan.media.PictureCanvas.mix;
import static huizhan.media.PictureCanvas.rgb;
import static huizhan.media.PictureCanvas.step;

import java.util.SplittableRandom;

/** Skies by day, at dusk and at night, and what hangs in them. */
final class PictureSky {

    private PictureSky() {}

    /**
     * Sky down to the horizon and below it (for what is mirrored).
     *
     * @param cover share of it that clouds take, 0 to 1
     * @param sunX  the sun's place across, 0 to 1; its glow, not its disc
     * @param sunY  the sun's place down, 0 to 1
     */
    static void day(PictureCanvas canvas, PictureNoise noise, float horizon, float[] zenith, float[] low, float[] glow, float cover,
                    float sunX, float sunY) {
        float lit = 0.035f;
        for (int y = 0; y < canvas.height; y++) {
            float down = y / (float) canvas.height;
            float above = Math.max(0.015f, (horizon - down) / horizon);
            for (int x = 0; x < canvas.width; x++) {
                float across = x / (float) canvas.width;
                var sky = mix(low, zenith, (float) Math.pow(clamp(above), 0.62));
                float away = (float) Math.hypot((across - sunX) * 1.5, down - sunY);
                float warm = (float) Math.exp(-away * 4.2) * 0.85f;
                sky = new float[] {sky[0] + glow[0] * warm, sky[1] + glow[1] * warm, sky[2] + glow[2] * warm};
                double far = 0.33 / (above + 0.13);
                double cloudX = (across - 0.5) * far * 5;
                double cloudY = far * 3.2;
                float thick = noise.layers(cloudX, cloudY, 6) + 0.16f * noise.layers(cloudX * 0.23, cloudY * 0.23, 2);
                float veil = step(0.42f - cover, 0.78f - cover * 0.7f, thick) * clamp(above * 6);
                if (veil > 0) {
                    float toSun = noise.layers(cloudX + (sunX - across) * lit * 9, cloudY - lit * 5, 4) - thick;
                    float shine = clamp(0.72f - toSun * 1.3f - veil * 0.22f);
                    var cloud = mix(mix(low, zenith, 0.35f), new float[] {0.9f + glow[0] * 0.7f, 0.9f + glow[1] * 0.6f, 0.92f + glow[2] * 0.6f},
                            shine);
                    sky = mix(sky, cloud, veil * 0.93f);
                }
                canvas.set(x, y, sky, 0);
            }
        }
    }

    /** A clear night: dark blue to the glow above the horizon, stars, and the Milky Way where wanted. */
    static void night(PictureCanvas canvas, PictureNoise noise, SplittableRandom random, float[] zenith, float[] low, float galaxy) {
        for (int y = 0; y < canvas.height; y++) {
            float down = y / (float) canvas.height;
            for (int x = 0; x < canvas.width; x++) {
                float across = x / (float) canvas.width;
                var sky = mix(zenith, low, down * down * down * 1.6f > 1 ? 1 : down * down * down * 1.6f);
                if (galaxy > 0) {
                    float band = (across - 0.28f - down * 0.42f + 0.06f * noise.layers(down * 2.1, 7, 2)) / 0.13f;
                    float bright = (float) Math.exp(-band * band) * galaxy * (0.65f + 0.5f * noise.layers(across * 6, down * 6, 5));
                    float lane = step(0.05f, 0.5f, noise.layers(across * 5 + 9, down * 5, 6) + 0.35f - Math.abs(band) * 0.55f);
                    bright *= 1 - 0.75f * lane;
                    sky = new float[] {sky[0] + bright * 0.30f, sky[1] + bright * 0.25f, sky[2] + bright * 0.27f};
                }
                canvas.set(x, y, sky, 0);
            }
        }
        stars(canvas, random, canvas.width * canvas.height / 700);
    }

    static void stars(PictureCanvas canvas, SplittableRandom random, int count) {
        var colours = new int[] {0xffffff, 0xcfe0ff, 0xfff0d8, 0xffd9b0, 0xe4ecff};
        float size = canvas.width / 1500f;
        for (int i = 0; i < count; i++) {
            float x = random.nextInt(canvas.width);
            float y = random.nextInt(canvas.height);
            float magnitude = (float) Math.pow(random.nextDouble(), 14) * 3 + 0.05f + (float) random.nextDouble() * 0.18f;
            canvas.glow(x, y, (0.55f + magnitude * 0.35f) * size, rgb(colours[random.nextInt(colours.length)]), magnitude);
        }
    }

    static void nebula(PictureCanvas canvas, PictureNoise noise, SplittableRandom random) {
        var hydrogen = rgb(0xd8453a);
        var oxygen = rgb(0x2f8fa8);
        var dust = rgb(0xb98a58);
        for (int y = 0; y < canvas.height; y++) {
            for (int x = 0; x < canvas.width; x++) {
                double u = x / (double) canvas.width * 3 + 4;
                double v = y / (double) canvas.width * 3 + 2;
                double bentX = u + 0.55 * noise.layers(u * 0.8, v * 0.8, 4);
                double bentY = v + 0.55 * noise.layers(u * 0.8 + 30, v * 0.8, 4);
                float centre = (float) Math.exp(-(Math.pow(u - 5.6, 2) / 1.3 + Math.pow(v - 3.0, 2) / 0.75));
                float gas = (float) Math.pow(clamp(noise.ridges(bentX * 1.1, bentY * 1.1, 7) * 0.75f), 1.7) * centre;
                float core = (float) Math.pow(clamp(0.5f + noise.layers(bentX * 1.6 + 8, bentY * 1.6, 7)), 2) * centre * centre;
                float dark = step(-0.05f, 0.45f, noise.layers(bentX * 1.3 + 50, bentY * 1.3, 7)) * 0.85f;
                float left = 1 - dark * clamp(centre * 1.5f);
                canvas.set(x, y, new float[] {
                    0.006f + (hydrogen[0] * gas * 1.9f + oxygen[0] * core + dust[0] * core * 0.5f) * left,
                    0.007f + (hydrogen[1] * gas * 1.5f + oxygen[1] * core * 1.1f + dust[1] * core * 0.5f) * left,
                    0.012f + (hydrogen[2] * gas * 2.1f + oxygen[2] * core * 1.2f + dust[2] * core * 0.4f) * left}, 0);
            }
        }
        stars(canvas, random, canvas.width * canvas.height / 420);
        for (int i = 0; i < 7; i++) {
            float x = canvas.width * (0.2f + 0.6f * (float) random.nextDouble());
            float y = canvas.height * (0.2f + 0.6f * (float) random.nextDouble());
            canvas.glow(x, y, canvas.width / 420f, rgb(0xdfe9ff), 1.6f);
            for (int spike = -22; spike <= 22; spike++) {
                float faint = 0.5f / (1 + spike * spike * 0.05f);
                canvas.add((int) x + spike, (int) y, rgb(0xdfe9ff), faint);
                canvas.add((int) x, (int) y + spike, rgb(0xdfe9ff), faint);
            }
        }
    }

    static void aurora(PictureCanvas canvas, PictureNoise noise, float horizon) {
        var green = rgb(0x4cf08a);
        var violet = rgb(0x9a4fd8);
        for (int x = 0; x < canvas.width; x++) {
            double u = x / (double) canvas.width;
            for (int curtain = 0; curtain < 3; curtain++) {
                float foot = horizon * (0.90f - 0.17f * curtain) + 0.16f * noise.layers(u * 1.5 + curtain * 9, curtain * 3.3, 4);
                float rays = 0.45f + 0.8f * noise.layers(u * 30 + curtain * 5, curtain, 3) + 0.5f * noise.layers(u * 3 + curtain, 4, 2);
                float height = 0.26f + 0.2f * noise.at(u * 5, curtain * 2.7);
                for (int y = 0; y < foot * canvas.height; y++) {
                    float up = (foot - y / (float) canvas.height) / Math.max(0.1f, height);
                    float strength = clamp(rays) * (float) Math.exp(-up * 1.9) * step(0, 0.07f, up) * (0.85f - 0.18f * curtain);
                    canvas.add(x, y, mix(green, violet, clamp(up * 0.75f)), strength * 0.6f);
                }
            }
        }
    }
}
