package huizhan.media;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * Forces a request's bytes while the rest is still on the line, so that little is left to force before the answer. One force at a
 * time: a slow disk gets fewer and larger ones.
 */
final class UploadFlush {
    private static final long EARLY = 2L << 20;
    private final UploadPart part;
    private final long claim;
    private final Executor executor;
    private long unforced;
    private @Nullable FutureTask<Void> running;

    UploadFlush(UploadPart part, long claim, Executor executor) {
        this.part = part;
        this.claim = claim;
        this.executor = executor;
    }

    /** So many bytes were written; true now and then: where a force has begun, or would have if the bytes weren't on the disk already. */
    boolean wrote(int bytes) throws IOException, UploadRefused {
        unforced += bytes;
        if (unforced < EARLY || running != null && !running.isDone()) {
            return false;
        }
        end();
        unforced = 0;
        if (part.passesCache()) {
            return true;
        }
        running = new FutureTask<>(() -> {
            part.forceEarly(claim);
            return null;
        });
        executor.execute(running);
        return true;
    }

    /** Waits for a force that goes on, and throws what it threw. */
    void end() throws IOException, UploadRefused {
        if (running == null) {
            return;
        }
        try {
            running.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the server is stopping");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UploadRefused refused) {
                throw refused;
            }
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        }
    }
}
