package huizhan.media;

import static huizhan.media.PictureCanvas.clamp;
import static huizhan.media.PictureCanvas.mix;
import static huizhan.media.PictureCanvas.rgb;
import static huizhan.media.PictureCanvas.step;

import java.util.SplittableRandom;

/** What a laboratory's microscopes show. */
final class PictureMicroscope {

    private PictureMicroscope() {}

    /** Cells under a fluorescence microscope: nuclei blue, threads green, granules red. */
    static void cells(PictureCanvas canvas, PictureNoise noise, SplittableRandom random) {
        double size = canvas.width / 9.0;
        for (int y = 0; y < canvas.height; y++) {
            for (int x = 0; x < canvas.width; x++) {
                double u = x / size + 0.25 * noise.layers(x / size, y / size, 3);
                double v = y / size + 0.25 * noise.layers(x / size + 40, y / size, 3);
                double first = 9;
                double second = 9;
                int own = 0;
                double offX = 0;
                double offY = 0;
                for (int row = (int) Math.floor(v) - 1; row <= Math.floor(v) + 1; row++) {
                    for (int column = (int) Math.floor(u) - 1; column <= Math.floor(u) + 1; column++) {
                        double dx = u - column - 0.15 - 0.7 * noise.cell(column, row);
                        double dy = v - row - 0.15 - 0.7 * noise.cell(column + 31, row);
                        double away = Math.hypot(dx, dy);
                        if (away < first) {
                            second = first;
                            first = away;
                            own = column * 131 + row;
                            offX = dx;
                            offY = dy;
                        } else if (away < second) {
                            second = away;
                        }
                    }
                }
                cell(canvas, noise, x, y, (float) (second - first), own, offX, offY, size);
            }
        }
        for (int i = 0; i < 900; i++) {
            canvas.glow(random.nextInt(canvas.width), random.nextInt(canvas.height), canvas.width / 1300f * (0.7f + (float) random.nextDouble()),
                    rgb(0xff4a3a), 0.25f + 0.5f * (float) random.nextDouble());
        }
    }

    private static void cell(PictureCanvas canvas, PictureNoise noise, int x, int y, float edge, int own, double dx, double dy, double size) {
        float turn = noise.cell(own, 3) * 6.28f;
        double along = dx * Math.cos(turn) + dy * Math.sin(turn);
        double across = -dx * Math.sin(turn) + dy * Math.cos(turn);
        float nucleus = step(1.08f, 0.8f, (float) Math.hypot(along / 0.24, across / 0.17) + 0.2f * noise.layers(dx * 7 + own, dy * 7, 3));
        float chromatin = 0.62f + 0.8f * noise.layers(x / size * 15 + own, y / size * 15, 5);
        double bent = across * 26 + 4 * noise.layers(x / size * 2.4, y / size * 2.4, 4) + own;
        float thread = (float) Math.pow(clamp(1 - Math.abs(noise.layers(along * 2 + own, bent * 0.55, 4)) * 3.2f), 3);
        float body = step(0.0f, 0.25f, edge) * (0.45f + 0.7f * noise.cell(own, 9));
        float rim = (float) Math.exp(-edge * edge * 500) * 0.35f;
        float green = body * (0.05f + 0.62f * thread * (1 - 0.7f * nucleus)) + rim * 0.5f;
        float blue = nucleus * chromatin * (0.5f + 0.6f * noise.cell(own, 21));
        canvas.set(x, y, 0.01f + 0.10f * blue + 0.03f * green, 0.012f + green * 0.75f + 0.16f * blue, 0.02f + blue * 0.95f + green * 0.14f, 0.1f);
    }

    /** A fracture surface under an electron microscope, without colour. */
    static void crystal(PictureCanvas canvas, PictureNoise noise) {
        double size = canvas.width / 13.0;
        for (int y = 0; y < canvas.height; y++) {
            for (int x = 0; x < canvas.width; x++) {
                double u = x / size + 0.16 * noise.layers(x / size * 1.3, y / size * 1.3, 4);
                double v = y / size + 0.16 * noise.layers(x / size * 1.3 + 70, y / size * 1.3, 4);
                float height = -9;
                float next = -9;
                int own = 0;
                for (int row = (int) Math.floor(v) - 2; row <= Math.floor(v) + 2; row++) {
                    for (int column = (int) Math.floor(u) - 2; column <= Math.floor(u) + 2; column++) {
                        float dx = (float) (u - column - noise.cell(column, row));
                        float dy = (float) (v - row - noise.cell(column + 17, row));
                        float slopeX = noise.cell(column + 7, row) - 0.5f;
                        float slopeY = noise.cell(column, row + 7) - 0.5f;
                        float here = 0.8f * noise.cell(column + 3, row + 3)
                                - (Math.abs(dx + slopeX * dy) + Math.abs(dy - slopeX * dx)) * 1.1f + dx * slopeX + dy * slopeY;
                        if (here > height) {
                            next = height;
                            height = here;
                            own = column * 211 + row * 7 + (dx > 0 ? 1 : 0) + (dy > 0 ? 2 : 0);
                        } else if (here > next) {
                            next = here;
                        }
                    }
                }
                float facet = 0.16f + 0.34f * noise.cell(own, 5);
                float brink = (float) Math.exp(-(height - next) * 22) * 0.5f;
                float deep = clamp(0.35f + height * 0.75f);
                float strain = 0.10f * noise.layers(u * 5 + own, v * 5, 5);
                float grey = (facet + strain) * (0.35f + 0.9f * deep) + brink * (0.3f + 0.7f * deep);
                canvas.set(x, y, grey, grey, grey, 0.55f);
            }
        }
    }
}
