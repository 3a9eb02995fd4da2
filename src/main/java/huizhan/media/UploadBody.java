package huizhan.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** The bytes of one request, as they come from the line. */
final class UploadBody {
    /** So many bytes come a millisecond on a fast line that waiting this long spares a wake-up for every packet. */
    private static final long GATHERING_NANOS = 300_000;

    /** Where the bytes come from: {@code ServletInputStream.read(ByteBuffer)}. */
    @FunctionalInterface
    interface Source {
        int read(ByteBuffer into) throws IOException;
    }

    private final Source source;
    private boolean ended;
    private boolean drained;
    private @Nullable IOException broken;

    UploadBody(Source source) {
        this.source = source;
    }

    /** Fills the buffer, at most {@code most} bytes; less at the end of the body or of the line, see {@link #broken}. */
    void fill(ByteBuffer buffer, long most) {
        buffer.clear().limit((int) Math.min(buffer.capacity(), most));
        while (!ended && buffer.hasRemaining()) {
            read(buffer);
        }
        buffer.flip();
    }

    private void read(ByteBuffer buffer) {
        if (drained) {
            LockSupport.parkNanos(GATHERING_NANOS);
        }
        try {
            var count = source.read(buffer.slice());
            if (count < 0) {
                ended = true;
            } else {
                buffer.position(buffer.position() + count);
                drained = count < MediaConnector.READ_BUFFER && buffer.hasRemaining();
            }
        } catch (IOException e) {
            broken = e;
            ended = true;
        }
    }

    /** Whether the line broke before the body's end. */
    boolean broken() {
        return broken != null;
    }
}
