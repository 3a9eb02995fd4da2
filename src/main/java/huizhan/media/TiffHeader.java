package huizhan.media;

import huizhan.material.PictureFacts.Fault;
import java.io.EOFException;
import java.io.IOException;
import java.util.Optional;

/**
 * The first picture of a TIFF file (TIFF 6.0 baseline, LZW, Deflate, PackBits; 8 and 16 bits), and whether all of its strips or tiles
 * lie in the file. BigTIFF is named as not supported.
 *
 * @param inkIsHigh CMYK, or gray where 0 is white: a high number is dark
 * @param data      bytes of strips or tiles that belong to the picture
 */
record TiffHeader(int width, int height, int bits, int samples, String colour, boolean inkIsHigh, int orientation, long data,
                  Optional<Fault> fault) {

    private static final int WIDTH = 256, HEIGHT = 257, BITS = 258, COMPRESSION = 259, PHOTOMETRIC = 262, STRIPS = 273, SAMPLES = 277,
            ROWS = 278, STRIP_BYTES = 279, TILE_WIDTH = 322, TILE_HEIGHT = 323, TILES = 324, TILE_BYTES = 325, FORMAT = 339;
    private static final long MOST_STRIPS = 1_000_000;
    private static final long MOST_TILE = 64_000_000;

    static TiffHeader read(FileView file) throws IOException {
        if (file.u16(2, TiffFields.order(file, 0)) == 43) {
            return unreadable(Fault.UNSUPPORTED);
        }
        try {
            return of(file, TiffFields.first(file, 0));
        } catch (EOFException e) {
            return unreadable(Fault.TRUNCATED);
        }
    }

    /** Bytes of the file that nothing of the first picture refers to. */
    long idle(long fileSize) {
        return Math.max(0, fileSize - data);
    }

    private static TiffHeader of(FileView file, TiffFields fields) throws IOException {
        long width = fields.number(WIDTH, 0);
        long height = fields.number(HEIGHT, 0);
        int samples = (int) Math.min(fields.number(SAMPLES, 1), 99);
        int bits = (int) Math.min(fields.number(BITS, 1), 99);
        long photometric = fields.number(PHOTOMETRIC, 1);
        if (width < 1 || height < 1 || width > Integer.MAX_VALUE || height > Integer.MAX_VALUE) {
            return unreadable(Fault.CORRUPT);
        }
        var fault = supported(fields, bits, samples, photometric) ? Optional.<Fault>empty() : Optional.of(Fault.UNSUPPORTED);
        long data = fault.isPresent() ? 0 : data(file, fields, width, height, (long) bits * samples);
        if (data < 0) {
            fault = Optional.of(Fault.TRUNCATED);
        }
        return new TiffHeader((int) width, (int) height, bits, samples, colour(photometric, samples), photometric == 5 || photometric == 0,
                fields.orientation(), data + fields.bytes() + 8, fault);
    }

    private static String colour(long photometric, int samples) {
        if (photometric == 3) {
            return "palette";
        }
        if (photometric == 5) {
            return "cmyk";
        }
        return photometric <= 1 || samples < 3 ? "gray" : "rgb";
    }

    private static boolean supported(TiffFields fields, int bits, int samples, long photometric) throws IOException {
        boolean depth = bits == 8 || bits == 16 || samples == 1 && (bits == 1 || bits == 2 || bits == 4);
        boolean colour = photometric <= 3 || photometric == 5 || photometric == 6;
        boolean unsigned = fields.number(FORMAT, 1) == 1;
        boolean tile = fields.number(TILE_WIDTH, 1) * fields.number(TILE_HEIGHT, 1) <= MOST_TILE;
        return depth && colour && unsigned && tile && samples >= 1 && samples <= 5;
    }

    /** Bytes of all strips or tiles; negative where one of them is missing or reaches past the end. */
    private static long data(FileView file, TiffFields fields, long width, long height, long bitsAPixel) throws IOException {
        boolean tiled = fields.has(TILES);
        int offsets = tiled ? TILES : STRIPS;
        int sizes = tiled ? TILE_BYTES : STRIP_BYTES;
        long count = fields.count(offsets);
        if (count < 1 || count > MOST_STRIPS) {
            return -1;
        }
        long sum = 0;
        long whole = (width * bitsAPixel + 7) / 8 * height;
        for (long i = 0; i < count; i++) {
            long at = fields.number(offsets, i, 0);
            long bytes = fields.number(sizes, i, count == 1 ? whole : 0);
            if (at < 8 || bytes < 1 || at + bytes > file.size()) {
                return -1;
            }
            sum += bytes;
        }
        boolean plain = fields.number(COMPRESSION, 1) == 1 && !tiled;
        if (plain && sum < whole && fields.number(ROWS, height) > 0) {
            return -1;
        }
        return plain ? Math.min(sum, whole) : Math.min(sum, file.size());
    }

    private static TiffHeader unreadable(Fault fault) {
        return new TiffHeader(0, 0, 0, 0, "", false, 1, 0, Optional.of(fault));
    }
}
