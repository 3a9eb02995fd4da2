package huizhan.disc;

import com.sun.nio.file.ExtendedOpenOption;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A new file whose long runs go past the page cache to the disk, where the system can: an image of 25 GB then neither drives out what
 * others need nor is slowed down by the kernel. Where it can't, they go the ordinary way.
 */
final class StraightFile implements Closeable {
    private static final int ORDINARY = 4096;

    private final FileChannel ordinary;
    private final FileChannel straight;
    private final int alignment;
    private long end;

    StraightFile(Path path) throws IOException {
        ordinary = FileChannel.open(path, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
        alignment = (int) Math.min(Files.getFileStore(path).getBlockSize(), 1 << 20);
        straight = straight(path);
    }

    private FileChannel straight(Path path) {
        try {
            return FileChannel.open(path, StandardOpenOption.WRITE, ExtendedOpenOption.DIRECT);
        } catch (IOException | UnsupportedOperationException e) {
            return ordinary;
        }
    }

    /** A buffer of so many bytes, a multiple of a megabyte, that {@link #append} can send straight to the disk. */
    ByteBuffer buffer(int bytes) {
        int unit = Integer.bitCount(alignment) == 1 ? alignment : ORDINARY;
        return ByteBuffer.allocateDirect(bytes + unit).alignedSlice(unit).limit(bytes).slice();
    }

    /** The bytes at the end of the file; whole buffers only, but for the last time. */
    void append(ByteBuffer bytes) throws IOException {
        boolean whole = bytes.remaining() % alignment == 0 && end % alignment == 0;
        int length = bytes.remaining();
        write(whole ? straight : ordinary, bytes, end);
        end += length;
    }

    /** The bytes at a place that was appended before. */
    void write(ByteBuffer bytes, long offset) throws IOException {
        write(ordinary, bytes, offset);
    }

    private static void write(FileChannel channel, ByteBuffer bytes, long offset) throws IOException {
        for (long at = offset; bytes.hasRemaining();) {
            at += channel.write(bytes, at);
        }
    }

    void force() throws IOException {
        ordinary.force(true);
    }

    @Override public void close() throws IOException {
        straight.close();
        ordinary.close();
    }
}
