package huizhan.media;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Numbers at any place of a file, through one small window: memory stays the same whatever the file's size and whatever its
 * headers claim. A place outside the file is an {@link EOFException}, never a wrong number.
 */
final class FileView implements Closeable {

    private static final int WINDOW = 16 * 1024;
    static final int LARGEST_READ = 4 * 1024 * 1024;

    private final SeekableByteChannel file;
    private final long size;
    private final ByteBuffer window = ByteBuffer.allocate(WINDOW).limit(0);
    private long windowStart;

    private FileView(SeekableByteChannel file) throws IOException {
        this.file = file;
        this.size = file.size();
    }

    static FileView of(Path path) throws IOException {
        return new FileView(FileChannel.open(path, StandardOpenOption.READ));
    }

    /** Over what lies elsewhere than in a file of its own; closing closes it. */
    static FileView over(SeekableByteChannel bytes) throws IOException {
        return new FileView(bytes);
    }

    long size() {
        return size;
    }

    int u8(long at) throws IOException {
        return window(at, 1).get((int) (at - windowStart)) & 0xff;
    }

    int u16(long at, ByteOrder order) throws IOException {
        return window(at, 2).order(order).getShort((int) (at - windowStart)) & 0xffff;
    }

    int u16(long at) throws IOException {
        return u16(at, ByteOrder.BIG_ENDIAN);
    }

    long u32(long at, ByteOrder order) throws IOException {
        return window(at, 4).order(order).getInt((int) (at - windowStart)) & 0xffffffffL;
    }

    long u32(long at) throws IOException {
        return u32(at, ByteOrder.BIG_ENDIAN);
    }

    /** 64 bits; a value above {@code Long.MAX_VALUE} comes out negative, and every caller refuses it. */
    long i64(long at) throws IOException {
        return window(at, 8).order(ByteOrder.BIG_ENDIAN).getLong((int) (at - windowStart));
    }

    /** Four bytes as Latin-1 text: the type of a box or chunk. */
    String fourcc(long at) throws IOException {
        return ascii(at, 4);
    }

    String ascii(long at, int length) throws IOException {
        return new String(bytes(at, length), StandardCharsets.ISO_8859_1);
    }

    byte[] bytes(long at, int length) throws IOException {
        if (length > LARGEST_READ) {
            throw new IllegalArgumentException("a view reads at most " + LARGEST_READ + " bytes at once");
        }
        if (at < 0 || at > size - length) {
            throw new EOFException();
        }
        var bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (file.position(at + bytes.position()).read(bytes) < 0) {
                throw new EOFException();
            }
        }
        return bytes.array();
    }

    /** As many bytes as there are, up to {@code length}. */
    byte[] upTo(long at, int length) throws IOException {
        return bytes(at, (int) Math.max(0, Math.min(length, size - at)));
    }

    private ByteBuffer window(long at, int length) throws IOException {
        if (at < 0 || at > size - length) {
            throw new EOFException();
        }
        if (at < windowStart || at + length > windowStart + window.limit()) {
            window.clear();
            windowStart = at;
            while (window.hasRemaining() && file.position(windowStart + window.position()).read(window) >= 0) {
                continue;
            }
            window.flip();
            if (window.limit() < length) {
                throw new EOFException();
            }
        }
        return window;
    }

    @Override public void close() throws IOException {
        file.close();
    }
}
