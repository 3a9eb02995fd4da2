package huizhan.disc;

import huizhan.disc.Plan.Written;
import huizhan.keys.Chunks;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * An envelope around an image while it grows: what is written here goes encrypted into files of an outer image, in the same pass (C2). The
 * first chunk, where the volume descriptors lie, waits until the end and goes into the head; padding hides the true length.
 */
final class SealedSink implements Sink {
    /** A chunk with its tag fills one block of the outer image. */
    static final int CHUNK = SealedHead.BLOCK - Chunks.TAG_BYTES;
    /** The length of head and body together is a multiple of so many blocks: 16 MiB. */
    static final int PADDED_TO = 256;
    /** One file takes so many blocks: the most that an extent can name. */
    static final int BLOCKS_A_PART = 65_535;
    static final String FOLDER = "data/sealed/";
    static final String HEAD = FOLDER + "head.bin";

    private final ImageOutput outer;
    private final byte[] head;
    private final Chunks chunks;
    private final int blocksAPart;
    private final ByteBuffer first = ByteBuffer.allocate(CHUNK);
    private final ByteBuffer plain = ByteBuffer.allocate(CHUNK);
    private final ByteBuffer sealed = ByteBuffer.allocate(SealedHead.BLOCK);
    private final List<Written> files = new ArrayList<>();
    private ImageOutput.Growing part;
    /** The chunk that is being filled, and what it is the first byte of. */
    private long number = 1;
    private long end = CHUNK;

    SealedSink(ImageOutput outer, byte[] head, Chunks chunks, int blocksAPart) {
        this.outer = outer;
        this.head = head;
        this.chunks = chunks;
        this.blocksAPart = blocksAPart;
        this.part = outer.grow(part(1));
    }

    static String part(int number) {
        return FOLDER + "body-%02d.bin".formatted(number);
    }

    /** The plain bytes that fit where sealed files may take so many. */
    static long room(long bytes) {
        long blocks = bytes / SealedHead.BLOCK / PADDED_TO * PADDED_TO;
        return Math.max(0, (blocks - 1) * CHUNK);
    }

    /** The sealed files in the order of the image; complete after {@link #finish}. */
    List<Written> files() {
        return files;
    }

    @Override public void write(ByteBuffer bytes, long offset) throws IOException {
        long at = offset;
        if (at < CHUNK) {
            int length = (int) Math.min(bytes.remaining(), CHUNK - at);
            first.put((int) at, bytes, bytes.position(), length);
            bytes.position(bytes.position() + length);
            at += length;
        }
        if (bytes.hasRemaining() && at < end) {
            throw new IllegalStateException("byte " + at + " is sealed already");
        }
        while (bytes.hasRemaining() && end < at) {
            int gap = (int) Math.min(room(), at - end);
            plain.position(plain.position() + gap);
            end += gap;
        }
        while (bytes.hasRemaining()) {
            int length = Math.min(room(), bytes.remaining());
            plain.put(plain.position(), bytes, bytes.position(), length).position(plain.position() + length);
            bytes.position(bytes.position() + length);
            end += length;
        }
    }

    /** What the chunk still takes; a full one is sealed only now, since the last chunk of all is sealed as the last. */
    private int room() throws IOException {
        if (!plain.hasRemaining()) {
            seal(false);
        }
        return plain.remaining();
    }

    private void seal(boolean last) throws IOException {
        if (number > 1 && (number - 1) % blocksAPart == 0) {
            files.add(part.end());
            part = outer.grow(part(files.size() + 1));
        }
        chunks.seal(number, last, plain.clear(), sealed.clear());
        part.write(sealed.flip());
        java.util.Arrays.fill(plain.clear().array(), (byte) 0);
        number++;
    }

    @Override public void finish() throws IOException {
        while ((number + 2) % PADDED_TO != 0) {
            seal(false);
        }
        seal(true);
        files.add(part.end());
        chunks.seal(0, false, first.clear(), sealed.clear());
        var whole = outer.grow(HEAD);
        whole.write(ByteBuffer.wrap(head));
        whole.write(sealed.flip());
        files.add(whole.end());
    }

    @Override public void close() {
        java.util.Arrays.fill(first.array(), (byte) 0);
        java.util.Arrays.fill(plain.array(), (byte) 0);
    }
}
