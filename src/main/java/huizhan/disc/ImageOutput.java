package huizhan.disc;

import huizhan.kernel.Sha256;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The image while it grows. Each byte of a file is read once into a buffer; one thread hashes it there while another writes it out, so
 * both cores work and one long film is no slower than many pictures.
 */
final class ImageOutput implements Closeable {
    private static final int BUFFER = 1 << 20;
    private static final int BUFFERS = 8;

    private static final Future<?> DONE = CompletableFuture.completedFuture(null);

    /** A buffer may be filled again only when its bytes have been hashed. */
    private static final class Slot {
        final ByteBuffer bytes = ByteBuffer.allocateDirect(BUFFER);
        Future<?> hashed = DONE;
    }

    /** The source ended early, went on after its size, or failed. */
    static final class SourceFault extends IOException {
        private static final long serialVersionUID = 1L;
        private final transient Defect defect;

        SourceFault(Defect defect) {
            super(defect.place());
            this.defect = defect;
        }

        Defect defect() {
            return defect;
        }
    }

    private final FileChannel channel;
    private final ExecutorService hasher = Executors.newSingleThreadExecutor(ImageOutput::daemon);
    private final List<Slot> ring = new ArrayList<>();
    private final List<IsoLayout.Slot> files = new ArrayList<>();
    private int turn;

    ImageOutput(Path path) throws IOException {
        channel = FileChannel.open(path, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
        channel.position((long) IsoLayout.FIRST_FILE * IsoLayout.SECTOR);
        for (int i = 0; i < BUFFERS; i++) {
            ring.add(new Slot());
        }
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "disc-hash");
        thread.setDaemon(true);
        return thread;
    }

    /** All files so far, in the order of their data. */
    List<IsoLayout.Slot> files() {
        return files;
    }

    List<Plan.Written> append(List<Plan.Item> items) throws IOException {
        var digests = new ArrayList<Future<Sha256>>();
        for (var item : items) {
            digests.add(append(item));
        }
        var written = new ArrayList<Plan.Written>();
        for (int i = 0; i < items.size(); i++) {
            written.add(new Plan.Written(items.get(i).path(), items.get(i).size(), await(digests.get(i))));
        }
        return written;
    }

    private Future<Sha256> append(Plan.Item item) throws IOException {
        var digest = Sha256.digest();
        long left = item.size();
        try (var in = opened(item)) {
            do {
                left -= chunk(in, item, digest, left);
            } while (left > 0);
        }
        files.add(new IsoLayout.Slot(item.path(), item.size()));
        return hasher.submit(() -> Sha256.of(digest));
    }

    private static ReadableByteChannel opened(Plan.Item item) throws IOException {
        try {
            return item.source().open();
        } catch (IOException e) {
            throw new SourceFault(DefectKind.PLAN_SOURCE.at(item.path(), e.toString()));
        }
    }

    /** Reads, hands over to the hasher, writes; the last one also looks for bytes after the promised end. */
    private long chunk(ReadableByteChannel in, Plan.Item item, MessageDigest digest, long left) throws IOException {
        var slot = ring.get(turn);
        turn = (turn + 1) % BUFFERS;
        await(slot.hashed);
        var bytes = slot.bytes.clear();
        int wanted = (int) Math.min(BUFFER, left);
        fill(in, bytes.limit(wanted), item);
        if (wanted == left && in.read(ByteBuffer.allocate(1)) > 0) {
            throw new SourceFault(DefectKind.PLAN_CHANGED.at(item.path(), item.size()));
        }
        var view = bytes.duplicate();
        slot.hashed = hasher.submit(() -> digest.update(view));
        write(padded(bytes, wanted));
        return wanted;
    }

    private static void fill(ReadableByteChannel in, ByteBuffer bytes, Plan.Item item) throws IOException {
        try {
            while (bytes.hasRemaining()) {
                if (in.read(bytes) < 0) {
                    throw new SourceFault(DefectKind.PLAN_CHANGED.at(item.path(), item.size()));
                }
            }
        } catch (SourceFault e) {
            throw e;
        } catch (IOException e) {
            throw new SourceFault(DefectKind.PLAN_SOURCE.at(item.path(), e.toString()));
        }
        bytes.flip();
    }

    private static ByteBuffer padded(ByteBuffer bytes, int length) {
        int whole = (int) IsoLayout.sectors(length) * IsoLayout.SECTOR;
        bytes.limit(whole).position(length);
        while (bytes.hasRemaining()) {
            bytes.put((byte) 0);
        }
        return bytes.flip();
    }

    private void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private static <T> T await(Future<T> future) throws IOException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new java.io.InterruptedIOException("interrupted while hashing");
        }
    }

    /** Writes the frame, fills the run-out with zeros, and puts everything on the disk. */
    void finish(IsoLayout layout) throws IOException {
        for (var run : layout.frame()) {
            channel.position(run.offset());
            write(ByteBuffer.wrap(run.array()));
        }
        channel.position((layout.sectors() - IsoLayout.RUN_OUT) * IsoLayout.SECTOR);
        write(ByteBuffer.allocate(IsoLayout.RUN_OUT * IsoLayout.SECTOR));
        channel.force(true);
    }

    @Override public void close() throws IOException {
        hasher.shutdownNow();
        channel.close();
    }
}
