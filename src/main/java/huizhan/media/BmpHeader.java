package huizhan.media;

import huizhan.material.PictureFacts.Fault;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * A Windows bitmap: file header, BITMAPCOREHEADER or BITMAPINFOHEADER and its successors.
 *
 * @param idle bytes that are neither header, palette nor pixels; 0 where it is run-length coded
 */
record BmpHeader(int width, int height, int bits, String colour, long idle, Optional<Fault> fault) {

    private static final ByteOrder LITTLE = ByteOrder.LITTLE_ENDIAN;
    /** The decoder holds a run-length coded bitmap whole in memory. */
    private static final long MOST_RUN_LENGTH = 40_000_000;

    static BmpHeader read(FileView file) throws IOException {
        try {
            long header = file.u32(14, LITTLE);
            if (header == 12) {
                return of(file, header, file.u16(18, LITTLE), file.u16(20, LITTLE), file.u16(24, LITTLE), 0);
            }
            if (header < 40 || header > 1024) {
                return unreadable(Fault.CORRUPT);
            }
            long width = (int) file.u32(18, LITTLE);
            long height = Math.abs((long) (int) file.u32(22, LITTLE));
            return of(file, header, width, height, file.u16(28, LITTLE), file.u32(30, LITTLE));
        } catch (EOFException e) {
            return unreadable(Fault.TRUNCATED);
        }
    }

    private static BmpHeader of(FileView file, long header, long width, long height, int bits, long compression) throws IOException {
        if (width < 1 || height < 1 || height > Integer.MAX_VALUE) {
            return unreadable(Fault.CORRUPT);
        }
        boolean runs = compression == 1 && bits == 8 || compression == 2 && bits == 4;
        boolean plain = compression == 0 || compression == 3;
        boolean depth = bits == 1 || bits == 4 || bits == 8 || bits == 16 || bits == 24 || bits == 32;
        long offset = file.u32(10, LITTLE);
        long pixels = (width * bits + 31) / 32 * 4 * height;
        Optional<Fault> fault = Optional.empty();
        if (!depth || !plain && !runs || runs && width * height > MOST_RUN_LENGTH) {
            fault = Optional.of(Fault.UNSUPPORTED);
        } else if (offset >= file.size() || plain && offset + pixels > file.size()) {
            fault = Optional.of(Fault.TRUNCATED);
        }
        long palette = bits <= 8 ? 4L << bits : 12;
        long idle = plain && fault.isEmpty()
                ? file.size() - offset - pixels + Math.max(0, offset - 14 - header - palette) : 0;
        return new BmpHeader((int) width, (int) height, bits <= 8 ? bits : 8, bits <= 8 ? "palette" : "rgb", idle, fault);
    }

    private static BmpHeader unreadable(Fault fault) {
        return new BmpHeader(0, 0, 0, "", 0, Optional.of(fault));
    }
}
