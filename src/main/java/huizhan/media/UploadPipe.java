package huizhan.media;

import huizhan.kernel.StraightFile;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;

/**
 * From the line to the disk on two threads: one reads and looks at the bytes while more of them gather on the line, the other writes
 * and forces. Eight direct buffers go round and are kept for the next request, so that no byte of a film is ever on the heap and 4 GiB
 * cost the same memory as 4 MB.
 */
final class UploadPipe {
    private static final int PIECE = 256 << 10;
    private static final int PIECES = 8;
    private static final int KEPT = 64;
    private static final ConcurrentLinkedQueue<ByteBuffer> SPARE = new ConcurrentLinkedQueue<>();
    private static final ByteBuffer END = ByteBuffer.allocate(0);

    /** Where the bytes go. */
    interface Sink {
        /** A piece has come and is not written yet; all pieces come before they are taken, in the same order, on the thread that reads. */
        void came(ByteBuffer piece);

        /** The piece's turn to be written. */
        void take(ByteBuffer piece) throws IOException, UploadRefused;
    }

    private final Sink sink;
    private final BlockingQueue<ByteBuffer> full = new ArrayBlockingQueue<>(PIECES + 1);
    private final BlockingQueue<ByteBuffer> empty = new ArrayBlockingQueue<>(PIECES);
    private int made;
    private volatile boolean failed;

    private UploadPipe(Sink sink) {
        this.sink = sink;
    }

    /** Brings at most {@code most} bytes, which belong at offset {@code from}, to the sink in runs of whole blocks; returns when it has taken them all, or throws what it threw. */
    static void pump(UploadBody body, long from, long most, Sink sink, Executor writers) throws IOException, UploadRefused {
        var pipe = new UploadPipe(sink);
        var writing = new FutureTask<Void>(pipe::write);
        writers.execute(writing);
        try {
            try {
                pipe.read(body, from, most);
            } finally {
                pipe.full.put(END);
            }
            writing.get();
        } catch (InterruptedException e) {
            pipe.failed = true;
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the server is stopping");
        } catch (ExecutionException e) {
            throw told(e.getCause());
        }
    }

    private void read(UploadBody body, long from, long most) throws InterruptedException {
        var beyond = from % StraightFile.BLOCK;
        for (var left = most; left > 0 && !failed; beyond = 0) {
            var piece = empty();
            body.fill(piece, Math.min(left, PIECE - beyond));
            if (!piece.hasRemaining()) {
                release(piece);
                return;
            }
            left -= piece.remaining();
            sink.came(piece.duplicate());
            full.put(piece);
        }
    }

    /** Another buffer is made only while the disk is behind the line: a slow line needs one. */
    private ByteBuffer empty() throws InterruptedException {
        var piece = empty.poll();
        if (piece == null && made < PIECES) {
            made++;
            piece = SPARE.poll();
            return piece == null ? StraightFile.buffer(PIECE) : piece;
        }
        return piece == null ? empty.take() : piece;
    }

    private Void write() throws IOException, UploadRefused, InterruptedException {
        try {
            for (var piece = full.take(); piece != END; piece = full.take()) {
                sink.take(piece);
                empty.put(piece);
            }
            return null;
        } catch (IOException | UploadRefused | RuntimeException | Error e) {
            failed = true;
            drain();
            throw e;
        } finally {
            empty.forEach(UploadPipe::release);
        }
    }

    /** The reader may be waiting for a buffer or for room: let it come to its end. */
    private void drain() throws InterruptedException {
        empty.offer(ByteBuffer.allocateDirect(0));
        for (var piece = full.take(); piece != END; piece = full.take()) {
            empty.offer(piece);
        }
    }

    private static void release(ByteBuffer piece) {
        if (piece.capacity() == PIECE && SPARE.size() < KEPT) {
            SPARE.add(piece);
        }
    }

    private static IOException told(Throwable cause) throws IOException, UploadRefused {
        if (cause instanceof UploadRefused refused) {
            throw refused;
        }
        return cause instanceof IOException io ? io : new IOException(cause);
    }
}
