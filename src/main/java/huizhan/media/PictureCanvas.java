package huizhan.media;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.SplittableRandom;

/**
 * A scene's light at a third of the picture's fineness, and the way from there to a picture as a camera gives it: response curve,
 * vignette, fine texture at the picture's own fineness, and a sensor's grain, stronger in the shadows.
 */
final class PictureCanvas {

    private static final int FINER = 3;
    private static final int TILE = 512;
    private static final int GRAINS = 1 << 15;
    /** The curve makes colours louder than a lens gives them; so much is taken back first. */
    private static final float PALE = 0.2f;
    private static final float[] RESPONSE = response();

    final int width;
    final int height;
    final float[] light;
    /** How much fine texture a place has: 0 sky, 1 rock or grass. */
    final float[] texture;

    PictureCanvas(int pictureWidth, int pictureHeight) {
        int finer = pictureWidth > 1600 ? FINER : 1;
        this.width = (pictureWidth + finer - 1) / finer;
        this.height = (pictureHeight + finer - 1) / finer;
        this.light = new float[width * height * 3];
        this.texture = new float[width * height];
    }

    /** Puts linear light (0 black, 1 white, more for glare) at a place. */
    void set(int x, int y, float red, float green, float blue, float rough) {
        int at = (y * width + x) * 3;
        light[at] = red;
        light[at + 1] = green;
        light[at + 2] = blue;
        texture[y * width + x] = rough;
    }

    void set(int x, int y, float[] rgb, float rough) {
        set(x, y, rgb[0], rgb[1], rgb[2], rough);
    }

    /** Adds light, as a lamp or its halo does. */
    void add(int x, int y, float[] rgb, float strength) {
        if (x >= 0 && y >= 0 && x < width && y < height) {
            int at = (y * width + x) * 3;
            for (int band = 0; band < 3; band++) {
                light[at + band] += rgb[band] * strength;
            }
        }
    }

    /** A disc of light with a soft edge, as a lamp out of focus is drawn by a lens; {@code rim} makes its edge brighter. */
    void disc(float centreX, float centreY, float radius, float[] rgb, float strength, float rim) {
        for (int y = (int) (centreY - radius - 1); y <= centreY + radius + 1; y++) {
            for (int x = (int) (centreX - radius - 1); x <= centreX + radius + 1; x++) {
                float distance = (float) Math.hypot(x - centreX, y - centreY);
                float inside = clamp((radius - distance) * 0.7f + 0.5f);
                float near = distance / radius;
                add(x, y, rgb, strength * inside * (1 - rim + rim * near * near * near));
            }
        }
    }

    /** The halo about a bright point. */
    void glow(float centreX, float centreY, float radius, float[] rgb, float strength) {
        float reach = radius * 4;
        for (int y = (int) (centreY - reach); y <= centreY + reach; y++) {
            for (int x = (int) (centreX - reach); x <= centreX + reach; x++) {
                float distance = ((x - centreX) * (x - centreX) + (y - centreY) * (y - centreY)) / (radius * radius);
                if (distance < 16) {
                    add(x, y, rgb, strength * (1 / (1 + distance * distance * 3) - 1 / 769f));
                }
            }
        }
    }

    /** Mean over a window of the whole canvas, three times: near to a lens out of focus. */
    void blur(int radius) {
        if (radius < 1) {
            return;
        }
        for (int pass = 0; pass < 3; pass++) {
            for (int y = 0; y < height; y++) {
                line(y * width * 3, 3, width, radius);
            }
            for (int x = 0; x < width; x++) {
                line(x * 3, width * 3, height, radius);
            }
        }
    }

    /** Lets bright lamps spill over, as in a lens. */
    void bloom(int radius, float strength) {
        var sharp = light.clone();
        for (int i = 0; i < light.length; i++) {
            light[i] = Math.max(0, light[i] - 0.25f);
        }
        blur(radius);
        for (int i = 0; i < light.length; i++) {
            light[i] = sharp[i] + light[i] * strength;
        }
    }

    private void line(int start, int stride, int count, int radius) {
        var copy = new float[count];
        for (int band = 0; band < 3; band++) {
            for (int i = 0; i < count; i++) {
                copy[i] = light[start + i * stride + band];
            }
            float sum = 0;
            for (int i = -radius; i <= radius; i++) {
                sum += copy[Math.max(0, Math.min(count - 1, i))];
            }
            for (int i = 0; i < count; i++) {
                light[start + i * stride + band] = sum / (2 * radius + 1);
                sum += copy[Math.min(count - 1, i + radius + 1)] - copy[Math.max(0, i - radius)];
            }
        }
    }

    /** The picture: the response curve first, at the canvas's own fineness, then texture and grain at the picture's. */
    BufferedImage develop(int pictureWidth, int pictureHeight, long seed, float grain) {
        respond();
        var image = new BufferedImage(pictureWidth, pictureHeight, BufferedImage.TYPE_3BYTE_BGR);
        var bytes = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        var grains = grains(seed);
        var tile = tile(seed);
        var random = new SplittableRandom(seed ^ 0x5eed);
        float step = (float) width / pictureWidth;
        for (int y = 0, at = 0; y < pictureHeight; y++) {
            float sourceY = Math.max(0, Math.min(height - 1.001f, (y + 0.5f) * step - 0.5f));
            int top = (int) sourceY;
            float down = sourceY - top;
            long draws = random.nextLong();
            for (int x = 0; x < pictureWidth; x++, at += 3) {
                float sourceX = Math.max(0, Math.min(width - 1.001f, (x + 0.5f) * step - 0.5f));
                int left = (int) sourceX;
                float right = sourceX - left;
                int corner = top * width + left;
                float rough = texture[corner] * tile[(y & TILE - 1) * TILE + (x & TILE - 1)];
                draws = draws * 6364136223846793005L + 1442695040888963407L;
                int draw = (int) (draws >>> 33);
                float common = grains[draw & GRAINS - 1];
                for (int band = 0; band < 3; band++) {
                    int i = corner * 3 + band;
                    float upper = light[i] + (light[i + 3] - light[i]) * right;
                    float lower = light[i + width * 3] + (light[i + width * 3 + 3] - light[i + width * 3]) * right;
                    float value = upper + (lower - upper) * down;
                    value *= 1 + 0.22f * rough;
                    float own = grains[draw + 7919 * (band + 1) & GRAINS - 1];
                    value += grain * (1.25f - value / 400f) * (common * 0.8f + own * 0.5f);
                    bytes[at + 2 - band] = (byte) Math.max(0, Math.min(255, (int) (value + 0.5f)));
                }
            }
        }
        return image;
    }

    private void respond() {
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                float across = (x - width / 2f) / width;
                float along = (y - height / 2f) / width;
                float vignette = 1 - 0.55f * (across * across + along * along);
                int at = (y * width + x) * 3;
                float grey = 0.26f * light[at] + 0.62f * light[at + 1] + 0.12f * light[at + 2];
                for (int band = 0; band < 3; band++) {
                    float pale = mix(light[at + band], grey, PALE);
                    light[at + band] = RESPONSE[Math.max(0, Math.min(4095, (int) (pale * vignette * 1024)))];
                }
            }
        }
    }

    /** A film-like curve: straight in the middle, a shoulder instead of a hard white. */
    private static float[] response() {
        var curve = new float[4096];
        for (int i = 0; i < curve.length; i++) {
            double light = i / 1024.0 * 0.9;
            double toned = light * (2.51 * light + 0.03) / (light * (2.43 * light + 0.59) + 0.14);
            curve[i] = (float) (255 * Math.min(1, Math.pow(toned, 1 / 2.2) * 1.02));
        }
        return curve;
    }

    private static float[] grains(long seed) {
        var random = new java.util.Random(seed);
        var grains = new float[GRAINS];
        for (int i = 0; i < GRAINS; i++) {
            grains[i] = (float) random.nextGaussian();
        }
        return grains;
    }

    /** Texture of two to sixteen pixels, a tile to be repeated. */
    private static float[] tile(long seed) {
        var noise = new PictureNoise(seed ^ 0x7e57);
        var tile = new float[TILE * TILE];
        for (int y = 0; y < TILE; y++) {
            for (int x = 0; x < TILE; x++) {
                float sum = 0;
                for (int period = 16; period >= 2; period /= 2) {
                    sum += noise.at(x / (float) period % 256 + 0.37, y / (float) period % 256 + 0.61) * (period > 8 ? 0.7f : 1);
                }
                tile[y * TILE + x] = sum;
            }
        }
        return tile;
    }

    static float clamp(float value) {
        return value < 0 ? 0 : Math.min(value, 1);
    }

    static float mix(float from, float to, float share) {
        return from + (to - from) * share;
    }

    static float[] mix(float[] from, float[] to, float share) {
        return new float[] {mix(from[0], to[0], share), mix(from[1], to[1], share), mix(from[2], to[2], share)};
    }

    static float step(float from, float to, float value) {
        float share = clamp((value - from) / (to - from));
        return share * share * (3 - 2 * share);
    }

    static float[] rgb(int hex) {
        return new float[] {linear(hex >> 16 & 255), linear(hex >> 8 & 255), linear(hex & 255)};
    }

    private static float linear(int value) {
        return (float) Math.pow(value / 255.0, 2.2);
    }
}
