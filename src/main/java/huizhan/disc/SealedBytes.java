package huizhan.disc;

import huizhan.keys.Chunks;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * The bytes inside an envelope, opened chunk by chunk where they are asked for. A chunk that doesn't open is an {@link IOException} that
 * says which: it was changed, exchanged, or comes from another disc.
 */
final class SealedBytes implements ImageBytes {
    private final Tree outer;
    private final List<Tree.Entry> files;
    private final byte[] secret;
    private final byte[] head;
    private final List<SeekableByteChannel> channels = new ArrayList<>();
    private final Chunks chunks;
    private final long count;
    private final ByteBuffer sealed = ByteBuffer.allocate(SealedHead.BLOCK);
    private final ByteBuffer plain = ByteBuffer.allocate(SealedSink.CHUNK);
    /** Chunks that didn't open for this reader or another of the same bytes. */
    private final Set<Long> broken;
    private long current = -1;

    /**
     * @param files  head and body, in this order; sizes in whole blocks
     * @param secret what the envelope held
     * @param head   the first block of the head
     */
    SealedBytes(Tree outer, List<Tree.Entry> files, byte[] secret, byte[] head) throws IOException {
        this(outer, files, secret, head, new ConcurrentSkipListSet<>());
    }

    private SealedBytes(Tree outer, List<Tree.Entry> files, byte[] secret, byte[] head, Set<Long> broken) throws IOException {
        this.broken = broken;
        this.outer = outer;
        this.files = files;
        this.secret = secret;
        this.head = head;
        this.chunks = SealedHead.chunks(secret, head);
        this.count = files.stream().mapToLong(file -> file.size() / SealedHead.BLOCK).sum() - 1;
        try {
            for (var file : files) {
                channels.add(outer.open(file));
            }
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    @Override public long size() {
        return count * SealedSink.CHUNK;
    }

    @Override public int read(ByteBuffer target, long offset) throws IOException {
        if (offset >= size()) {
            return -1;
        }
        open(offset / SealedSink.CHUNK);
        int from = (int) (offset % SealedSink.CHUNK);
        int length = Math.min(target.remaining(), SealedSink.CHUNK - from);
        target.put(plain.array(), from, length);
        return length;
    }

    /** The last chunk tells that none after it is missing, so it is opened before any other is trusted. */
    void whole() throws IOException {
        open(count - 1);
    }

    private void open(long number) throws IOException {
        if (number == current) {
            return;
        }
        current = -1;
        fetch(number + 1);
        if (!chunks.open(number, number == count - 1, sealed, plain.clear())) {
            broken.add(number);
            throw new Broken(number);
        }
        current = number;
    }

    /** In ascending order. */
    Set<Long> broken() {
        return broken;
    }

    /** One block out of the files' blocks, laid end to end. */
    private void fetch(long block) throws IOException {
        long at = block * SealedHead.BLOCK;
        int file = 0;
        while (at >= files.get(file).size()) {
            at -= files.get(file).size();
            file++;
        }
        var channel = channels.get(file).position(at);
        sealed.clear();
        try {
            while (sealed.hasRemaining()) {
                if (channel.read(sealed) < 0) {
                    throw new IOException(files.get(file).path() + " ends early");
                }
            }
        } catch (IOException e) {
            throw new Scratched(e);
        }
        sealed.flip();
    }

    /** A place of the medium that can't be read. */
    static final class Scratched extends IOException {
        private static final long serialVersionUID = 1L;

        Scratched(IOException cause) {
            super(cause.getMessage(), cause);
        }
    }

    /** A chunk that was changed, exchanged, or comes from elsewhere. */
    static final class Broken extends IOException {
        private static final long serialVersionUID = 1L;

        private final long number;

        Broken(long number) {
            super("chunk " + number + " doesn't open");
            this.number = number;
        }

        long number() {
            return number;
        }
    }

    @Override public ImageBytes again() throws IOException {
        return new SealedBytes(outer, files, secret, head, broken);
    }

    @Override public void close() throws IOException {
        Arrays.fill(plain.array(), (byte) 0);
        for (var channel : channels) {
            channel.close();
        }
    }
}
