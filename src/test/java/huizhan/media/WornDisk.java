package huizhan.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.util.concurrent.CountDownLatch;

/** A real file on a disk that fails when it is told to, as no disk of a test machine does; once, as the system tells a failed force once. */
final class WornDisk extends FileChannel {
    private final FileChannel file;
    volatile boolean forceFails;
    volatile boolean truncateFails;
    volatile CountDownLatch forceWaits = new CountDownLatch(0);
    final CountDownLatch forcing = new CountDownLatch(1);

    WornDisk(FileChannel file) {
        this.file = file;
    }

    @Override public void force(boolean metaData) throws IOException {
        if (forceWaits.getCount() > 0) {
            forcing.countDown();
            try {
                forceWaits.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        if (forceFails) {
            forceFails = false;
            throw new IOException("input/output error");
        }
        file.force(metaData);
    }

    @Override public FileChannel truncate(long size) throws IOException {
        if (truncateFails) {
            truncateFails = false;
            throw new IOException("input/output error");
        }
        file.truncate(size);
        return this;
    }

    @Override public int read(ByteBuffer to) throws IOException {
        return file.read(to);
    }

    @Override public long read(ByteBuffer[] to, int offset, int length) throws IOException {
        return file.read(to, offset, length);
    }

    @Override public int read(ByteBuffer to, long position) throws IOException {
        return file.read(to, position);
    }

    @Override public int write(ByteBuffer from) throws IOException {
        return file.write(from);
    }

    @Override public long write(ByteBuffer[] from, int offset, int length) throws IOException {
        return file.write(from, offset, length);
    }

    @Override public int write(ByteBuffer from, long position) throws IOException {
        return file.write(from, position);
    }

    @Override public long position() throws IOException {
        return file.position();
    }

    @Override public FileChannel position(long position) throws IOException {
        file.position(position);
        return this;
    }

    @Override public long size() throws IOException {
        return file.size();
    }

    @Override public long transferTo(long position, long count, WritableByteChannel to) throws IOException {
        return file.transferTo(position, count, to);
    }

    @Override public long transferFrom(ReadableByteChannel from, long position, long count) throws IOException {
        return file.transferFrom(from, position, count);
    }

    @Override public MappedByteBuffer map(MapMode mode, long position, long size) throws IOException {
        return file.map(mode, position, size);
    }

    @Override public FileLock lock(long position, long size, boolean shared) throws IOException {
        return file.lock(position, size, shared);
    }

    @Override public FileLock tryLock(long position, long size, boolean shared) throws IOException {
        return file.tryLock(position, size, shared);
    }

    @Override protected void implCloseChannel() throws IOException {
        file.close();
    }
}
