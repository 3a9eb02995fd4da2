package huizhan.media;

/**
 * Whether a picture looks enlarged (C6). Three traces, their limits set on photographs from 1.5 to 20 megapixels that were saved again at
 * 60 to 95, cropped, blurred and made smaller, none of which should be called enlarged:
 * <ul>
 * <li>pixels that were only repeated: edges stand at regular places alone;
 * <li>interpolated: no detail at the fineness of its pixels, and a rhythm in the steps between them;
 * <li>nothing but rounding at that fineness, in a file that would have kept it (PNG, TIFF, JPEG of high quality); or little more than that
 * and a hint of a rhythm.
 * </ul>
 * A soft picture has a sensor's grain or at least no rhythm, and passes. Where grain and a coarse JPEG hide the traces, so does an enlarged one:
 * the finding is a warning, and a false one costs more than a missed one.
 */
final class PictureDetail {

    private static final int LEAST_WIDTH = 480;
    private static final int LEAST_ROWS = 64;
    private static final int EDGE = 10;
    /** Grids of pictures made smaller, and their strongest lines, lie below. */
    private static final double SHRUNK = 0.27;
    /** JPEG of about 95 or better: steps coarser than this swallow grain, and its absence proves nothing. */
    private static final int KEEPS_DETAIL = 10;
    /** JPEG of about 97 or better, and all that is stored without loss. */
    private static final int KEEPS_GRAIN = 6;

    private PictureDetail() {}

    /** @param fineStep how coarsely the file stores the finest frequencies; 1 where it loses nothing */
    static boolean enlarged(PictureLuma luma, int fineStep) {
        if (luma.width() < LEAST_WIDTH || luma.rows() < LEAST_ROWS) {
            return false;
        }
        var edges = PictureComb.ofEdges(luma, EDGE);
        if (repeated(edges)) {
            return true;
        }
        double fineness = PictureSpectrum.fineness(luma);
        if (fineStep <= KEEPS_DETAIL && fineness < -7 || fineStep <= KEEPS_GRAIN && fineness < -5 && hint(edges, luma)) {
            return true;
        }
        return interpolated(luma, fineness) || fineness < -1 && whole(edges, 4, 0.5);
    }

    /** A faint rhythm, too faint to count alone. */
    private static boolean hint(PictureComb edges, PictureLuma luma) {
        double grid = Math.max(3, Math.max(edges.at(0.125).prominence(), edges.at(0.375).prominence()));
        if (edges.at(0.5).prominence() > 2 * grid || edges.at(0.25).prominence() > 2 * grid) {
            return true;
        }
        var texture = PictureComb.ofTexture(luma, EDGE);
        var any = texture.strongest(0.129, 0.5);
        return any.prominence() > 10 && !shrunk(texture, any.frequency()) || texture.strongest(0.026, 0.121).prominence() > 8;
    }

    /** Edges at regular places alone; by two or four they fall on the JPEG grid and must be deeper than it ever is. */
    private static boolean repeated(PictureComb edges) {
        var off = edges.strongest(0.129, 0.5);
        return off.depth() > 0.45 && off.prominence() > 20 || whole(edges, 1.5, 0.95) || whole(edges, 8, 0.3);
    }

    /** Enlarged by two or four: the wave must be so deep, and so many times as prominent as the grid's other lines. */
    private static boolean whole(PictureComb edges, double times, double depth) {
        double grid = Math.max(edges.at(0.125).prominence(), edges.at(0.375).prominence());
        for (var wave : new PictureComb.Tooth[] {edges.at(0.5), edges.at(0.25)}) {
            if (wave.depth() > depth && wave.prominence() > Math.max(15, times * grid)) {
                return true;
            }
        }
        return false;
    }

    /**
     * The rhythm of interpolation, or a JPEG grid that was stretched. A picture made smaller has a rhythm too, a grid that shrank to
     * between 1/8 and 1/4, but keeps its detail: what could be either's counts only where there is none.
     */
    private static boolean interpolated(PictureLuma luma, double fineness) {
        var texture = PictureComb.ofTexture(luma, EDGE);
        double stretched = texture.strongest(0.026, 0.121).prominence();
        if (Math.max(texture.at(0.5).prominence(), texture.at(0.25).prominence()) > 300) {
            return true;
        }
        if (stretched > (fineness < -5 ? 8 : 20) && fineness < 6) {
            return true;
        }
        var any = texture.strongest(0.129, 0.5);
        double least = fineness < -6 ? 20 : any.frequency() < SHRUNK ? Double.MAX_VALUE : fineness < 0 ? 28 : 40;
        if (any.prominence() > least && (any.prominence() > 60 || !shrunk(texture, any.frequency()))) {
            return true;
        }
        var bends = PictureComb.ofBends(luma, EDGE).strongest(0.129, 0.5);
        return bends.frequency() > SHRUNK && (bends.prominence() > 60 || bends.prominence() > 35 && bends.depth() > 0.3);
    }

    /** The wave is a multiple of a grid that was made smaller. */
    private static boolean shrunk(PictureComb texture, double frequency) {
        var grid = texture.strongest(0.129, 0.249);
        double times = frequency / grid.frequency();
        return grid.prominence() > 8 && Math.abs(times - Math.rint(times)) < 0.02;
    }
}
