package huizhan.media;

import huizhan.kernel.Sha256;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The SHA-256 of a file that is still growing: from the buffers on their way to the disk; and after a restart a second thread begins
 * at the first byte again and follows the writer through the file until it has caught up.
 */
final class UploadHash {
    /** A file gives way to others after so many bytes. */
    private static final long TURN = 32L << 20;
    private static final int PIECE = 256 << 10;
    private static final ThreadLocal<byte[]> PIECES = ThreadLocal.withInitial(() -> new byte[PIECE]);

    private final FileChannel channel;
    private final Executor executor;
    private MessageDigest digest = Sha256.digest();
    private long hashed;
    private long limit;
    private boolean running;
    private @Nullable IOException failure;
    private @Nullable Sha256 result;

    UploadHash(FileChannel channel, Executor executor) {
        this.channel = channel;
        this.executor = executor;
    }

    /** The first {@code length} bytes are final. */
    synchronized void follow(long length) {
        limit = Math.max(limit, length);
        if (!running && hashed < limit && failure == null) {
            running = true;
            executor.execute(this::turn);
        }
    }

    /** The bytes from {@code start} on are final; they are hashed here and now if all before them are. */
    synchronized void take(long start, ByteBuffer bytes) {
        if (running || hashed != start || failure != null) {
            follow(start + bytes.remaining());
            return;
        }
        hashed += bytes.remaining();
        limit = Math.max(limit, hashed);
        digest.update(bytes);
    }

    /** Bytes that were followed are gone again (the disk failed): begin anew. */
    synchronized void restart(long length) {
        limit = 0;
        while (running) {
            pause();
        }
        digest = Sha256.digest();
        hashed = 0;
        failure = null;
        follow(length);
    }

    /** Waits until the whole file is hashed. After it, nothing more can be followed. */
    synchronized Sha256 whole(long size) throws IOException {
        if (result != null) {
            return result;
        }
        follow(size);
        while (failure == null && (running || hashed < size)) {
            pause();
        }
        if (failure != null) {
            throw new IOException("the stored bytes could not be read again", failure);
        }
        result = Sha256.of(digest);
        return result;
    }

    private void pause() {
        try {
            wait();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new InterruptedIOException());
        }
    }

    private void turn() {
        var taken = 0L;
        for (var more = next(); more > 0; more = next()) {
            if (taken >= TURN) {
                executor.execute(this::turn);
                return;
            }
            try {
                taken += piece(more);
            } catch (IOException e) {
                failed(e);
                return;
            }
        }
    }

    private synchronized int next() {
        var more = (int) Math.min(PIECE, limit - hashed);
        if (more <= 0) {
            running = false;
            notifyAll();
        }
        return more;
    }

    private int piece(int length) throws IOException {
        var bytes = PIECES.get();
        var read = channel.read(ByteBuffer.wrap(bytes, 0, length), hashed);
        if (read <= 0) {
            throw new IOException("the file is shorter than it was");
        }
        digest.update(bytes, 0, read);
        synchronized (this) {
            hashed += read;
        }
        return read;
    }

    private synchronized void failed(IOException e) {
        failure = e;
        running = false;
        notifyAll();
    }
}
