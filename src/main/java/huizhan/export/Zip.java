package huizhan.export;

import huizhan.kernel.Sha256;
import huizhan.media.StoredFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A ZIP that is written in one go, by the two methods of ISO/IEC 21320-1; names are UTF-8 and say so (bit 11), ZIP64 where it must be. It
 * is never closed on the way out of a fault: closing would write the directory, and what is broken would look whole.
 */
final class Zip {
    private static final int BLOCK = 1 << 18;
    private static final short UNICODE_PATH = 0x7075;
    private static final int HEAD = 9;
    private final OutputStream out;
    private final ZipOutputStream zip;

    Zip(OutputStream out) {
        this.out = out;
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    }

    /** What was made for the archive. */
    void made(String name, LocalDateTime time, byte[] bytes) throws IOException {
        zip.putNextEntry(entry(name, time));
        zip.write(bytes);
        zip.closeEntry();
    }

    /**
     * A file as it was handed in; pictures and films don't shrink. A stored entry names its checksum before its bytes, so that the file is
     * read twice, and proved on the way.
     *
     * @throws IOException also where the bytes are no longer those that were handed in
     */
    void stored(String name, LocalDateTime time, Path path, StoredFile file) throws IOException {
        var entry = entry(name, time);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(file.size());
        entry.setCompressedSize(file.size());
        entry.setCrc(checksum(path, file));
        zip.putNextEntry(entry);
        read(path, zip::write);
        zip.closeEntry();
    }

    /** Writes the directory; until then no program opens the archive. */
    void end() throws IOException {
        zip.finish();
        out.flush();
    }

    private static ZipEntry entry(String name, LocalDateTime time) {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(time);
        var utf8 = name.getBytes(StandardCharsets.UTF_8);
        if (utf8.length > name.length()) {
            entry.setExtra(unicodePath(utf8));
        }
        return entry;
    }

    /** APPNOTE 4.6.9: without it Info-ZIP's unzip takes the name in the local header for another one where the entry lies behind four gigabytes. */
    private static byte[] unicodePath(byte[] utf8) {
        var crc = new CRC32();
        crc.update(utf8);
        return ByteBuffer.allocate(HEAD + utf8.length).order(ByteOrder.LITTLE_ENDIAN).putShort(UNICODE_PATH).putShort((short) (HEAD - 4 + utf8.length))
            .put((byte) 1).putInt((int) crc.getValue()).put(utf8).array();
    }

    private static long checksum(Path path, StoredFile file) throws IOException {
        var crc = new CRC32();
        var digest = Sha256.digest();
        read(path, (block, from, count) -> {
            crc.update(block, from, count);
            digest.update(block, from, count);
        });
        if (!Sha256.of(digest).equals(file.sha256())) {
            throw new IOException("file " + file.id() + " is no longer what was handed in");
        }
        return crc.getValue();
    }

    private interface Taker {
        void take(byte[] block, int from, int count) throws IOException;
    }

    private static void read(Path path, Taker taker) throws IOException {
        try (var in = Files.newInputStream(path)) {
            var block = new byte[BLOCK];
            for (int count = in.read(block); count >= 0; count = in.read(block)) {
                taker.take(block, 0, count);
            }
        }
    }
}
