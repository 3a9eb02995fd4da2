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
 * The SHA-256 of a file that is still growing. It runs ahead of the disk, over the buffers on their way there; where it can't, a second
 * thread follows the writer through the file until it has caught up: after a restart, and when bytes it had counted never arrived.
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
    private MessageDigest safe = Sha256.digest();
    private long safeLength;
    private long limit;
    private long claim;
    private boolean running;
    private boolean counting;
    private @Nullable IOException failure;
    private @Nullable Sha256 result;

    UploadHash(FileChannel channel, Executor executor) {
        this.channel = channel;
        this.executor = executor;
    }

    /** The first {@code length} bytes are final. */
    synchronized void follow(long length) {
        limit = Math.max(limit, length);
        if (!running && !counting && hashed < limit && failure == null) {
            running = true;
            executor.execute(this::turn);
        }
    }

    /**
     * Bytes that will be written at {@code start}, unless the claim is lost or the disk fails; nothing happens if those before them
     * aren't hashed. Whoever writes is not held up meanwhile.
     */
    void ahead(long mine, long start, ByteBuffer bytes) {
        synchronized (this) {
            if (mine != claim || running || counting || hashed != start || failure != null) {
                return;
            }
            counting = true;
        }
        var length = bytes.remaining();
        digest.update(bytes);
        synchronized (this) {
            hashed += length;
            counting = false;
            follow(0);
            notifyAll();
        }
    }

    /** From now on the bytes of another claim count, behind the first {@code length}, which are final; whatever was counted beyond is forgotten. */
    synchronized void pass(long newClaim, long length) {
        claim = newClaim;
        while (counting) {
            pause();
        }
        if (failure != null || hashed > length || limit > length) {
            limit = 0;
            while (running) {
                pause();
            }
            goBack(length);
        }
        if (!running) {
            safe = copy(digest);
            safeLength = hashed;
        }
        follow(length);
    }

    /** To where an earlier claim began, if that is final, so that a lost request costs its own bytes and not the whole file again. */
    private void goBack(long length) {
        var usable = failure == null && safeLength <= length;
        digest = usable ? copy(safe) : Sha256.digest();
        hashed = usable ? safeLength : 0;
        failure = null;
    }

    private static MessageDigest copy(MessageDigest digest) {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until the whole file is hashed. After it, nothing more can be followed. */
    synchronized Sha256 whole(long size) throws IOException {
        if (result != null) {
            return result;
        }
        follow(size);
        while (failure == null && (running || counting || hashed < size)) {
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
            try {
                if (taken >= TURN) {
                    executor.execute(this::turn);
                    return;
                }
                taken += piece(more);
            } catch (IOException e) {
                failed(e);
                return;
            } catch (RuntimeException | Error e) {
                failed(new IOException(e));
                throw e;
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
