package huizhan.media;

import static huizhan.media.PictureCanvas.clamp;
import static huizhan.media.PictureCanvas.mix;

/** Land seen from a height, drawn column by column from near to far: lit by the sun, shadowed by its own hills, lost in haze. */
final class PictureTerrain {

    /** The shape of the land: height at a place, with so many layers of detail. */
    interface Ground {
        float height(double x, double z, int layers);
    }

    /** The look of a place: linear light reflected when fully lit; {@code rough} comes out in the fourth place. */
    interface Cover {
        float[] colour(double x, double z, float height, float steepness);
    }

    private static final int LAYERS = 9;
    private static final float NEAREST = 0.35f;
    private static final float FARTHEST = 42;

    private final Ground ground;
    private final Cover cover;
    private final float[] sun;
    private final float[] sunlight;
    private final float[] skylight;
    private final float[] haze;
    private final float hazeDistance;

    PictureTerrain(Ground ground, Cover cover, float[] sun, float[] sunlight, float[] skylight, float[] haze, float hazeDistance) {
        float length = (float) Math.sqrt(sun[0] * sun[0] + sun[1] * sun[1] + sun[2] * sun[2]);
        this.ground = ground;
        this.cover = cover;
        this.sun = new float[] {sun[0] / length, sun[1] / length, sun[2] / length};
        this.sunlight = sunlight;
        this.skylight = skylight;
        this.haze = haze;
        this.hazeDistance = hazeDistance;
    }

    /**
     * Draws over a canvas that holds the sky.
     *
     * @param eye     height of the camera
     * @param horizon its place from the top, 0 to 1
     * @param water   level of still water, which mirrors what the canvas holds above it; far below zero for none
     */
    void draw(PictureCanvas canvas, float eye, float horizon, float water) {
        float focus = canvas.width * 0.9f;
        for (int x = 0; x < canvas.width; x++) {
            column(canvas, x, (x - canvas.width / 2f) / focus, eye, horizon * canvas.height, focus, water);
        }
    }

    private void column(PictureCanvas canvas, int x, float across, float eye, float horizon, float focus, float water) {
        int lowest = canvas.height;
        float[] before = null;
        for (float z = NEAREST; z < FARTHEST && lowest > 0; z += z * 0.0055f + 0.001f) {
            float side = across * z;
            float height = Math.max(water, ground.height(side, z, layers(z)));
            int y = (int) Math.floor(horizon - (height - eye) / z * focus);
            if (y >= lowest) {
                continue;
            }
            boolean wet = height <= water;
            var lit = wet ? null : lit(side, z, height);
            int top = Math.max(0, y);
            for (int row = lowest - 1; row >= top; row--) {
                if (wet) {
                    mirror(canvas, x, row, horizon, z, side);
                } else {
                    float share = before == null || lowest - y < 2 ? 1 : (lowest - row) / (float) (lowest - y);
                    var colour = before == null ? lit : mix(before, lit, share);
                    canvas.set(x, row, colour, lit[3] * clamp(1.3f - z / 9));
                }
            }
            before = wet ? null : lit;
            lowest = top;
        }
    }

    private static int layers(float z) {
        return Math.max(5, LAYERS - (int) (Math.log(z + 1) * 1.1));
    }

    private float[] lit(float x, float z, float height) {
        float reach = 0.004f + z * 0.0035f;
        int layers = layers(z);
        float east = (ground.height(x + reach, z, layers) - height) / reach;
        float north = (ground.height(x, z + reach, layers) - height) / reach;
        float length = (float) Math.sqrt(1 + east * east + north * north);
        float facing = (-east * sun[0] + sun[1] - north * sun[2]) / length;
        float direct = clamp(facing) * shadow(x, z, height);
        var look = cover.colour(x, z, height, 1 - 1 / length);
        float open = 0.55f + 0.45f / length;
        float far = 1 - (float) Math.exp(-Math.pow(z / hazeDistance, 1.5));
        var colour = new float[4];
        for (int band = 0; band < 3; band++) {
            colour[band] = mix(look[band] * (sunlight[band] * direct + skylight[band] * open), haze[band], far);
        }
        colour[3] = look[3];
        return colour;
    }

    private float shadow(float x, float z, float height) {
        float open = 1;
        for (float way = 0.06f; way < 2.5f; way *= 1.9f) {
            float above = height + sun[1] * way * 1.02f + 0.004f - ground.height(x + sun[0] * way, z + sun[2] * way, 4);
            open = Math.min(open, clamp(0.75f + above / way * 5));
        }
        return open;
    }

    private void mirror(PictureCanvas canvas, int x, int row, float horizon, float z, float side) {
        float ripple = (float) (Math.sin(side * 41 / z * 3 + z * 90) + Math.sin(z * 233 + side * 60)) * 0.5f;
        int source = Math.round(2 * horizon - row - Math.abs(ripple) * (row - horizon) * 0.10f);
        source = Math.max(0, Math.min(canvas.height - 1, source));
        int shifted = Math.max(0, Math.min(canvas.width - 1, x + Math.round(ripple * 2)));
        int at = (source * canvas.width + shifted) * 3;
        float dark = 0.62f + 0.2f * clamp(z / 12);
        canvas.set(x, row, canvas.light[at] * dark * 0.9f, canvas.light[at + 1] * dark, canvas.light[at + 2] * dark * 1.04f, 0.05f);
    }
}
