package huizhan.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** The bytes of one request, as they come from the line. */
final class UploadBody {
    /** Where the bytes come from: {@code ServletInputStream.read(ByteBuffer)}. */
    @FunctionalInterface
    interface Source {
        int read(ByteBuffer into) throws IOException;
    }

    private final Source source;
    private boolean ended;
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
        try {
            var count = source.read(buffer.slice());
            if (count < 0) {
                ended = true;
            } else {
                buffer.position(buffer.position() + count);
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
