package huizhan.media;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Asks clamd, the daemon of ClamAV, over its own protocol: {@code zINSTREAM}, then pieces each after its length in four bytes, a length of
 * zero, one answer that ends with a zero byte. Each question is a connection of its own.
 */
record Clamd(SocketAddress address) {
    private static final int PIECE = 1 << 18;
    private static final int LONGEST_ANSWER = 4_096;
    private static final Duration SHORT = Duration.ofSeconds(10);
    /** Slower than this a scan hangs. */
    private static final long LEAST_BYTES_A_SECOND = 1_000_000;

    /** What it said. */
    enum State { CLEAN, INFECTED, TOO_LARGE, AWAY }

    /** @param said the virus' name, or why there is no answer */
    record Answer(State state, String said) {}

    /** @throws IllegalArgumentException if it is neither {@code unix:/path} nor {@code host:port} */
    static Clamd at(String place) {
        if (place.startsWith("unix:")) return new Clamd(UnixDomainSocketAddress.of(place.substring("unix:".length())));
        int colon = place.lastIndexOf(':');
        if (colon < 1 || !place.substring(colon + 1).matches("[0-9]{1,5}")) throw new IllegalArgumentException("huizhan.clamd is host:port or unix:/path, not " + place);
        return new Clamd(InetSocketAddress.createUnresolved(place.substring(0, colon).replaceAll("^\\[|]$", ""), Integer.parseInt(place.substring(colon + 1))));
    }

    boolean answers() {
        try (var line = new Line(SHORT)) {
            line.send("zPING\0");
            return line.answer().equals("PONG");
        } catch (IOException e) {
            return false;
        }
    }

    /** @param size bytes that will come; only for how long to wait */
    Answer scan(ReadableByteChannel bytes, long size) throws IOException {
        boolean sent = false;
        try (var line = new Line(SHORT.multipliedBy(3).plusSeconds(size / LEAST_BYTES_A_SECOND))) {
            sent = line.stream(bytes);
            return read(line.answer(), sent);
        } catch (SourceFault e) {
            throw e.cause;
        } catch (IOException e) {
            // over TCP the answer to what is too large may be lost with the connection that it ends; of what was taken whole that was no reason
            return !sent && size > PIECE && answers() ? new Answer(State.TOO_LARGE, "") : new Answer(State.AWAY, String.valueOf(e.getMessage()));
        }
    }

    private static Answer read(String said, boolean sent) {
        if (said.contains("size limit exceeded") || said.contains("Heuristics.Limits.Exceeded")) return new Answer(State.TOO_LARGE, "");
        if (said.endsWith(" FOUND")) return new Answer(State.INFECTED, said.replaceFirst("^stream: ", "").replaceFirst(" FOUND$", ""));
        return sent && said.equals("stream: OK") ? new Answer(State.CLEAN, "") : new Answer(State.AWAY, said);
    }

    /** The file can't be read: no fault of the daemon's. */
    private static final class SourceFault extends IOException {
        private static final long serialVersionUID = 1L;
        private final IOException cause;

        SourceFault(IOException cause) {
            super(cause);
            this.cause = cause;
        }
    }

    /** One connection; closed from outside when it takes too long. */
    private final class Line implements AutoCloseable {
        private final SocketChannel channel;
        private final CompletableFuture<Void> watch;

        Line(Duration longest) throws IOException {
            var now = resolved();
            channel = address instanceof UnixDomainSocketAddress ? SocketChannel.open(StandardProtocolFamily.UNIX) : SocketChannel.open();
            watch = CompletableFuture.runAsync(this::shut, CompletableFuture.delayedExecutor(longest.toMillis(), TimeUnit.MILLISECONDS));
            try {
                channel.connect(now);
            } catch (IOException e) {
                close();
                throw e;
            }
        }

        /** Asked anew each time: a name may come to mean another machine while the server runs. */
        private SocketAddress resolved() throws IOException {
            if (!(address instanceof InetSocketAddress place)) return address;
            var now = new InetSocketAddress(place.getHostString(), place.getPort());
            if (now.isUnresolved()) throw new IOException("unknown host " + place.getHostString());
            return now;
        }

        void send(String text) throws IOException {
            write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
        }

        private void write(ByteBuffer bytes) throws IOException {
            while (bytes.hasRemaining()) channel.write(bytes);
        }

        /** @return whether all of it was taken; where not, the answer says why */
        boolean stream(ReadableByteChannel bytes) throws IOException {
            send("zINSTREAM\0");
            var piece = ByteBuffer.allocate(PIECE);
            while (true) {
                piece.clear().position(Integer.BYTES);
                try {
                    while (piece.hasRemaining() && bytes.read(piece) >= 0) {
                        // until the piece is full or the file ends
                    }
                } catch (IOException e) {
                    throw new SourceFault(e);
                }
                int length = piece.position() - Integer.BYTES;
                piece.putInt(0, length).flip();
                try {
                    write(piece);
                } catch (IOException e) {
                    return false;
                }
                if (length == 0) return true;
            }
        }

        String answer() throws IOException {
            var said = ByteBuffer.allocate(LONGEST_ANSWER);
            while (said.hasRemaining() && channel.read(said) >= 0) {
                if (said.position() > 0 && said.get(said.position() - 1) == 0) {
                    return new String(said.array(), 0, said.position() - 1, StandardCharsets.UTF_8).strip();
                }
            }
            throw new EOFException("clamd ended the connection");
        }

        private void shut() {
            try {
                channel.close();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        @Override public void close() throws IOException {
            watch.cancel(false);
            channel.close();
        }
    }
}
