package huizhan.disc;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
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

    private final ImageBytes bytes;
    private final long size;

    ImageFile(ImageBytes bytes) {
        this.bytes = bytes;
        this.size = bytes.size();
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
        var read = ByteBuffer.allocate(length);
        while (read.hasRemaining()) {
            if (bytes.read(read, offset + read.position()) < 0) {
                throw new IOException("the image ends at byte " + (offset + read.position()));
            }
        }
        return read.flip();
    }

    SeekableByteChannel open(List<Extent> extents) throws IOException {
        return new ExtentChannel(bytes.again(), extents);
    }

    @Override public void close() throws IOException {
        bytes.close();
    }
}
