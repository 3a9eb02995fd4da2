package huizhan.disc;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Bytes of an image at their places; every place is checked against the end of the file. */
final class ImageFile implements Closeable {

    /** A run of bytes from the start of a sector on. */
    record Extent(long sector, long bytes) {
        long start() {
            return sector * IsoLayout.SECTOR;
        }

        long end() {
            return start() + bytes;
        }

        long endSector() {
            return sector + IsoLayout.sectors(bytes);
        }
    }

    private final Path path;
    private final FileChannel channel;
    private final long size;

    ImageFile(Path path) throws IOException {
        this.path = path;
        channel = FileChannel.open(path, StandardOpenOption.READ);
        size = channel.size();
    }

    long size() {
        return size;
    }

    boolean holds(Extent extent) {
        return extent.sector >= 0 && extent.bytes >= 0 && extent.sector <= size / IsoLayout.SECTOR && extent.end() <= size;
    }

    /** Exactly so many bytes, big-endian; fewer in the file is an {@link IOException}. */
    ByteBuffer read(long offset, int length) throws IOException {
        if (offset < 0 || length < 0 || offset > size - length) {
            throw new IOException("beyond the end of the image: byte " + offset);
        }
        var bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, offset + bytes.position()) < 0) {
                throw new IOException("the image ends at byte " + (offset + bytes.position()));
            }
        }
        return bytes.flip();
    }

    /** Opened anew for each file: the system reads ahead of each reader by itself, which it can't where two share one place in the image. */
    ReadableByteChannel open(List<Extent> extents) throws IOException {
        return new ExtentChannel(FileChannel.open(path, StandardOpenOption.READ), extents);
    }

    @Override public void close() throws IOException {
        channel.close();
    }

    /** The bytes of one file, which may lie in several extents. */
    private static final class ExtentChannel implements ReadableByteChannel {
        private final FileChannel channel;
        private final List<Extent> extents;
        private int at;
        private long done;

        ExtentChannel(FileChannel channel, List<Extent> extents) {
            this.channel = channel;
            this.extents = extents;
        }

        @Override public int read(ByteBuffer target) throws IOException {
            if (!isOpen()) {
                throw new ClosedChannelException();
            }
            while (at < extents.size() && done == extents.get(at).bytes()) {
                at++;
                done = 0;
            }
            return at == extents.size() ? -1 : readFrom(extents.get(at), target);
        }

        private int readFrom(Extent extent, ByteBuffer target) throws IOException {
            int limit = target.limit();
            target.limit((int) Math.min(limit, target.position() + Math.min(Integer.MAX_VALUE / 2, extent.bytes() - done)));
            int count = channel.read(target, extent.start() + done);
            target.limit(limit);
            if (count < 0) {
                throw new IOException("the image ends inside this file");
            }
            done += count;
            return count;
        }

        @Override public boolean isOpen() {
            return channel.isOpen();
        }

        @Override public void close() throws IOException {
            channel.close();
        }
    }
}
