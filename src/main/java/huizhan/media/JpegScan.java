package huizhan.media;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * One pass over the entropy-coded part of a JPEG: where its own end mark stands (a thumbnail's, earlier in the file, is inside a
 * segment and isn't looked at) and how many bytes are no picture.
 *
 * @param end  place after the end mark; empty where there is none
 * @param idle bytes that are no picture, from the first scan on
 */
record JpegScan(OptionalLong end, long idle) {

    private static final int BUFFER = 128 * 1024;

    static JpegScan of(Path path, long scanStart) throws IOException {
        try (var in = Files.newInputStream(path)) {
            in.skipNBytes(scanStart);
            return new Walk(in, scanStart).end(Files.size(path));
        }
    }

    /** Markers that stand between and within scans: stuffing, restarts, tables, the next scan, number of lines, fill. */
    static boolean insideScans(int marker) {
        return marker == 0x00 || marker >= 0xd0 && marker <= 0xd7 || marker == 0xc4 || marker >= 0xda && marker <= 0xdd
                || marker == 0xfe || marker == 0xff;
    }

    private static final class Walk {
        private final InputStream in;
        private final byte[] buffer = new byte[BUFFER];
        private int filled;
        private int used;
        private long at;
        private long idle;

        Walk(InputStream in, long at) {
            this.in = in;
            this.at = at;
        }

        JpegScan end(long size) throws IOException {
            for (int value = next(); value >= 0; value = next()) {
                if (value == 0xff) {
                    int marker = marker();
                    if (marker == 0xd9) {
                        return new JpegScan(OptionalLong.of(at), idle + size - at);
                    }
                    if (marker > 0x01 && !(marker >= 0xd0 && marker <= 0xd7)) {
                        skip(marker);
                    }
                }
            }
            return new JpegScan(OptionalLong.empty(), idle);
        }

        private int marker() throws IOException {
            int marker = next();
            while (marker == 0xff) {
                idle++;
                marker = next();
            }
            return marker;
        }

        private void skip(int marker) throws IOException {
            int length = next() << 8 | next();
            for (int i = 2; i < length && next() >= 0; i++) {
                continue;
            }
            if (marker >= 0xe0 && marker <= 0xef || marker == 0xfe) {
                idle += length + 2;
            }
        }

        private int next() throws IOException {
            if (used == filled) {
                filled = Math.max(0, in.readNBytes(buffer, 0, BUFFER));
                used = 0;
                if (filled == 0) {
                    return -1;
                }
            }
            at++;
            return buffer[used++] & 0xff;
        }
    }
}
