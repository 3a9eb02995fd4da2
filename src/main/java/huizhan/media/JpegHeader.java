package huizhan.media;

import huizhan.material.PictureFacts.Fault;
import java.io.IOException;
import java.util.Optional;

/**
 * What stands before the first scan of a JPEG (ITU-T T.81 annex B), and whether the file has an end mark.
 *
 * @param scanStart place of the first byte after the first SOS segment
 * @param idle      bytes before it that are no picture: metadata, comments, fill, but for a colour profile
 * @param fineStep  mean quantization step of the finest frequencies of lightness: how coarsely detail was stored
 */
record JpegHeader(int width, int height, int bits, int components, int orientation, int adobeTransform, long scanStart, long idle,
                  int fineStep, Optional<Fault> fault) {

    static final int NO_ADOBE = -1;
    private static final int MOST_SEGMENTS = 20_000;
    private static final int MOST_FILL = 1 << 20;
    private static final int TAIL = 1 << 20;

    static JpegHeader read(FileView file) throws IOException {
        var walk = new Walk(file);
        walk.toFirstScan();
        return walk.header();
    }

    String colour() {
        return switch (components) {
            case 1 -> "gray";
            case 4 -> adobeTransform == 2 ? "ycck" : "cmyk";
            default -> "rgb";
        };
    }

    private static final class Walk {
        private final FileView file;
        private long at = 2;
        private long idle;
        private int fill;
        private int width;
        private int height;
        private int bits;
        private int components;
        private int orientation = 1;
        private int adobe = NO_ADOBE;
        private long scanStart;
        private int fineStep = 255;
        private Optional<Fault> fault = Optional.empty();

        Walk(FileView file) {
            this.file = file;
        }

        JpegHeader header() throws IOException {
            if (fault.isEmpty() && scanStart > 0 && cutOff()) {
                fault = Optional.of(Fault.TRUNCATED);
            }
            return new JpegHeader(width, height, bits, components, orientation, adobe, scanStart, idle, fineStep, fault);
        }

        void toFirstScan() throws IOException {
            for (int segments = 0; segments < MOST_SEGMENTS && fill < MOST_FILL; segments++) {
                int marker = nextMarker();
                if (marker >= 0xd0 && marker <= 0xd7 || marker == 0x01) {
                    continue;
                }
                int length = marker == 0xd9 ? 0 : file.u16(at);
                if (length < 2) {
                    break;
                }
                segment(marker, length);
                at += length;
                if (marker == 0xda || fault.isPresent()) {
                    scanStart = at;
                    fault = fault.or(() -> width == 0 ? Optional.of(Fault.CORRUPT) : Optional.empty());
                    return;
                }
            }
            fault = Optional.of(Fault.CORRUPT);
        }

        private int nextMarker() throws IOException {
            long from = at;
            while (file.u8(at) != 0xff && at - from < MOST_FILL) {
                at++;
            }
            while (file.u8(at) == 0xff && at - from < MOST_FILL) {
                at++;
            }
            int beside = (int) (at - from - 1);
            fill += beside;
            idle += beside;
            return file.u8(at++);
        }

        private void segment(int marker, int length) throws IOException {
            if (marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc) {
                frame(marker);
            } else if (marker >= 0xe0 && marker <= 0xef || marker == 0xfe) {
                application(marker, length);
            } else if (marker == 0xdb) {
                tables(length);
            }
        }

        /** Table 0 is lightness in every file that anyone writes; its last entries in zigzag order are the finest frequencies. */
        private void tables(int length) throws IOException {
            for (long table = at + 2; table + 65 <= at + length;) {
                int entry = file.u8(table) >> 4 == 0 ? 1 : 2;
                if ((file.u8(table) & 15) == 0) {
                    int sum = 0;
                    for (int i = 48; i < 64; i++) {
                        sum += file.u8(table + entry * (i + 1));
                    }
                    fineStep = entry == 1 ? sum / 16 : 255;
                }
                table += 1 + 64 * entry;
            }
        }

        private void frame(int marker) throws IOException {
            bits = file.u8(at + 2);
            height = file.u16(at + 3);
            width = file.u16(at + 5);
            components = file.u8(at + 7);
            boolean read = marker <= 0xc2 && bits == 8 && height > 0 && width > 0
                    && (components == 1 || components == 3 || components == 4);
            if (!read) {
                fault = Optional.of(Fault.UNSUPPORTED);
            }
        }

        private void application(int marker, int length) throws IOException {
            boolean profile = marker == 0xe2 && starts(length, "ICC_PROFILE\0");
            if (!profile) {
                idle += length + 2;
            }
            if (marker == 0xe1 && orientation == 1 && starts(length, "Exif\0\0")) {
                orientation = TiffFields.orientation(file, at + 8, at + length);
            } else if (marker == 0xee && length >= 14 && starts(length, "Adobe")) {
                adobe = file.u8(at + 13);
            }
        }

        private boolean starts(int length, String word) throws IOException {
            return length >= word.length() + 2 && file.ascii(at + 2, word.length()).equals(word);
        }

        /**
         * No end mark where there must be one. Where only the last part of the file was looked at, and it is not entropy-coded data (a
         * second picture, a film, zeros), the header stage keeps quiet and the deep stage decides.
         */
        private boolean cutOff() throws IOException {
            long from = Math.max(scanStart, file.size() - TAIL);
            var tail = file.upTo(from, TAIL);
            boolean coded = false;
            boolean foreign = false;
            for (int i = 0; i + 1 < tail.length; i++) {
                if (tail[i] == (byte) 0xff) {
                    int next = tail[i + 1] & 0xff;
                    if (next == 0xd9) {
                        return false;
                    }
                    coded |= next == 0;
                    foreign |= !JpegScan.insideScans(next);
                }
            }
            return from == scanStart || coded && !foreign;
        }
    }
}
