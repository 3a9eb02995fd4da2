package huizhan.media;

import huizhan.material.PictureFacts.Fault;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * The head and the end of a PNG (W3C PNG, second edition, sections 5 and 11), and at the deep stage every chunk with its check sum.
 * Orientation is looked for in an {@code eXIf} chunk before the picture only.
 */
record PngHeader(int width, int height, int bits, String colour, int orientation, boolean interlaced, Optional<Fault> fault) {

    private static final int HEAD = 33;
    private static final int MOST_CHUNKS = 64;
    private static final int TAIL = 64 * 1024;

    static PngHeader read(FileView file) throws IOException {
        try {
            long width = file.u32(16);
            long height = file.u32(20);
            int type = file.u8(25);
            boolean ihdr = file.u32(8) == 13 && file.fourcc(12).equals("IHDR");
            if (!ihdr || width < 1 || height < 1 || width > Integer.MAX_VALUE || height > Integer.MAX_VALUE || !depth(file.u8(24), type)
                    || crc(file, 12, 17) != file.u32(29)) {
                return new PngHeader(0, 0, 0, "", 1, false, Optional.of(Fault.CORRUPT));
            }
            var fault = ends(file) ? Optional.<Fault>empty() : Optional.of(Fault.TRUNCATED);
            return new PngHeader((int) width, (int) height, file.u8(24), colour(type), orientation(file), file.u8(28) == 1, fault);
        } catch (EOFException e) {
            return new PngHeader(0, 0, 0, "", 1, false, Optional.of(Fault.TRUNCATED));
        }
    }

    private static boolean depth(int bits, int type) {
        return switch (type) {
            case 0 -> bits == 1 || bits == 2 || bits == 4 || bits == 8 || bits == 16;
            case 3 -> bits == 1 || bits == 2 || bits == 4 || bits == 8;
            case 2, 4, 6 -> bits == 8 || bits == 16;
            default -> false;
        };
    }

    private static String colour(int type) {
        return type == 3 ? "palette" : type == 0 || type == 4 ? "gray" : "rgb";
    }

    private static long crc(FileView file, long at, int length) throws IOException {
        var crc = new CRC32();
        crc.update(file.bytes(at, length));
        return crc.getValue();
    }

    /** The end chunk, with its fixed check sum, somewhere in the last part: what follows it is idle, not an error. */
    private static boolean ends(FileView file) throws IOException {
        var end = new byte[] {'I', 'E', 'N', 'D', (byte) 0xae, 0x42, 0x60, (byte) 0x82};
        var tail = file.upTo(Math.max(HEAD, file.size() - TAIL), TAIL);
        for (int i = tail.length - end.length; i >= 0; i--) {
            if (java.util.Arrays.equals(tail, i, i + end.length, end, 0, end.length)) {
                return true;
            }
        }
        return pastTheEnd(file);
    }

    /** More than {@link #TAIL} bytes behind the end chunk: found by walking the chunks, as far as a header stage may. */
    private static boolean pastTheEnd(FileView file) throws IOException {
        long at = 8;
        for (int chunks = 0; chunks < 100_000 && at + 12 <= file.size(); chunks++) {
            if (file.fourcc(at + 4).equals("IEND")) {
                return true;
            }
            at += 12 + file.u32(at);
        }
        return false;
    }

    private static int orientation(FileView file) throws IOException {
        long at = HEAD;
        for (int chunks = 0; chunks < MOST_CHUNKS && at + 12 <= file.size(); chunks++) {
            var type = file.fourcc(at + 4);
            if (type.equals("eXIf")) {
                return TiffFields.orientation(file, at + 8, at + 8 + file.u32(at));
            }
            if (type.equals("IDAT")) {
                break;
            }
            at += 12 + file.u32(at);
        }
        return 1;
    }

    /** What every chunk of the file says: a broken or missing one, and the bytes that are no picture. */
    record Chunks(Optional<Fault> fault, long idle) {

        private static final int BLOCK = 256 * 1024;
        /** A colour profile up to this size belongs to the picture. */
        private static final long PROFILE = 2 * 1024 * 1024;

        static Chunks of(Path path) throws IOException {
            try (var file = FileView.of(path)) {
                return of(file);
            } catch (EOFException e) {
                return new Chunks(Optional.of(Fault.TRUNCATED), 0);
            }
        }

        private static Chunks of(FileView file) throws IOException {
            long idle = 0;
            for (long at = 8; ; ) {
                long length = file.u32(at);
                var type = file.fourcc(at + 4);
                if (crcOf(file, at + 4, length + 4) != file.u32(at + 8 + length)) {
                    return new Chunks(Optional.of(Fault.CORRUPT), idle);
                }
                boolean picture = Character.isUpperCase(type.charAt(0)) || type.equals("tRNS") || type.equals("iCCP") && length < PROFILE;
                idle += !picture ? length + 12 : type.equals("IDAT") && length == 0 ? 12 : 0;
                at += length + 12;
                if (type.equals("IEND")) {
                    return new Chunks(Optional.empty(), idle + file.size() - at);
                }
            }
        }

        private static long crcOf(FileView file, long at, long length) throws IOException {
            if (at + length > file.size()) {
                throw new EOFException();
            }
            var crc = new CRC32();
            for (long done = 0; done < length; done += BLOCK) {
                crc.update(file.bytes(at + done, (int) Math.min(BLOCK, length - done)));
            }
            return crc.getValue();
        }
    }
}
