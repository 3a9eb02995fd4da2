package huizhan.disc;

import huizhan.disc.ImageFile.Extent;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.util.List;

/** The bytes of one file in an image, which may lie in several extents. */
final class ExtentChannel implements SeekableByteChannel {
    private final ImageBytes image;
    private final List<Extent> extents;
    private final long size;
    private long position;
    private boolean closed;

    ExtentChannel(ImageBytes image, List<Extent> extents) {
        this.image = image;
        this.extents = extents;
        this.size = extents.stream().mapToLong(Extent::bytes).sum();
    }

    @Override public int read(ByteBuffer target) throws IOException {
        if (closed) {
            throw new ClosedChannelException();
        }
        long before = 0;
        for (var extent : extents) {
            if (position < before + extent.bytes()) {
                return read(extent, position - before, target);
            }
            before += extent.bytes();
        }
        return -1;
    }

    private int read(Extent extent, long done, ByteBuffer target) throws IOException {
        int limit = target.limit();
        target.limit((int) Math.min(limit, target.position() + Math.min(Integer.MAX_VALUE / 2, extent.bytes() - done)));
        int count = image.read(target, extent.start() + done);
        target.limit(limit);
        if (count < 0) {
            throw new EOFException("the image ends inside this file");
        }
        position += count;
        return count;
    }

    @Override public long position() {
        return position;
    }

    @Override public SeekableByteChannel position(long wanted) {
        position = wanted;
        return this;
    }

    @Override public long size() {
        return size;
    }

    @Override public int write(ByteBuffer source) {
        throw new NonWritableChannelException();
    }

    @Override public SeekableByteChannel truncate(long wanted) {
        throw new NonWritableChannelException();
    }

    @Override public boolean isOpen() {
        return !closed;
    }

    @Override public void close() throws IOException {
        closed = true;
        image.close();
    }
}
