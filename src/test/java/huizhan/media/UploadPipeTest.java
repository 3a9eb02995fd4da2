package huizhan.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two threads, of which neither waits for ever for the other, whatever ends it. */
@Timeout(60)
class UploadPipeTest {
    private static final long LENGTH = 16L << 20;
    private final ExecutorService writers = Executors.newCachedThreadPool();
    private long read;

    @AfterEach void both_threads_have_ended() throws InterruptedException {
        writers.shutdown();
        assertThat(writers.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    }

    private void pump(UploadPipe.Sink sink) throws IOException, UploadRefused {
        UploadPipe.pump(new UploadBody(this::zeros), 0, LENGTH, sink, writers);
    }

    private int zeros(ByteBuffer into) {
        var count = (int) Math.min(into.remaining(), LENGTH - read);
        read += count;
        return count == 0 ? -1 : count;
    }

    /** A sink that fails with the third piece, on the thread that reads or on the one that writes. */
    private static final class Failing implements UploadPipe.Sink {
        private final Throwable cause;
        private final boolean whileReading;
        private int pieces;

        Failing(Throwable cause, boolean whileReading) {
            this.cause = cause;
            this.whileReading = whileReading;
        }

        @Override public void came(ByteBuffer piece) {
            if (whileReading && ++pieces == 3) {
                Failing.<RuntimeException>sneak(cause);
            }
        }

        @Override public void take(ByteBuffer piece) throws IOException {
            if (!whileReading && ++pieces == 3) {
                Failing.<IOException>sneak(cause);
            }
        }

        @SuppressWarnings("unchecked")
        private static <E extends Throwable> void sneak(Throwable cause) throws E {
            throw (E) cause;
        }
    }

    @Test void a_disk_that_fails_ends_the_request_with_its_own_words() {
        assertThatThrownBy(() -> pump(new Failing(new IOException("no space"), false))).isInstanceOf(IOException.class).hasMessage("no space");
        assertThat(read).isLessThan(LENGTH);
    }

    @Test void an_error_while_writing_ends_the_request() {
        assertThatThrownBy(() -> pump(new Failing(new OutOfMemoryError("none left"), false))).isInstanceOf(IOException.class)
            .hasRootCauseInstanceOf(OutOfMemoryError.class);
    }

    @Test void an_error_while_reading_ends_the_request() {
        assertThatThrownBy(() -> pump(new Failing(new OutOfMemoryError("none left"), true))).isInstanceOf(OutOfMemoryError.class);
    }

    @Test void a_body_that_ends_early_is_taken_as_far_as_it_came() throws Exception {
        read = LENGTH - 1_000_000;
        var taken = new long[1];
        pump(new UploadPipe.Sink() {
            @Override public void came(ByteBuffer piece) {
                // counted when its turn comes
            }

            @Override public void take(ByteBuffer piece) {
                taken[0] += piece.remaining();
            }
        });
        assertThat(taken[0]).isEqualTo(1_000_000);
    }
}
