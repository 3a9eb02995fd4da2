package huizhan.disc;

import huizhan.kernel.Sha256;
import huizhan.kernel.StraightFile;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * The image while it grows. Each byte of a file is read once into a buffer; one thread hashes it there while another writes it out and a
 * third fills the next, so both cores work and one long film is no slower than many pictures.
 */
final class ImageOutput implements Closeable {
    private static final int BUFFER = 4 << 20;
    private static final int BUFFERS = 4;

    private static final Future<?> DONE = CompletableFuture.completedFuture(null);

    /** A buffer may be filled again only when its bytes have been written, and hashed: when the last of its pieces was, since one thread takes them in order. */
    private static final class Slot {
        final ByteBuffer bytes;
        Future<?> hashed = DONE;
        Future<?> written = DONE;

        Slot(ByteBuffer bytes) {
            this.bytes = bytes;
        }
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

    private final Sink sink;
    private final ExecutorService hasher = Executors.newSingleThreadExecutor(ImageOutput::daemon);
    private final ExecutorService writer = Executors.newSingleThreadExecutor(ImageOutput::daemon);
    private final List<Slot> ring = new ArrayList<>();
    private final List<IsoLayout.Slot> files = new ArrayList<>();
    private long end;
    private int turn;

    ImageOutput(Sink sink) throws IOException {
        this.sink = sink;
        for (int i = 0; i < BUFFERS; i++) {
            ring.add(new Slot(StraightFile.buffer(BUFFER)));
        }
        zeros((long) IsoLayout.FIRST_FILE * IsoLayout.SECTOR);
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "disc-write");
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

    /** A file whose size is known only when it ends; nothing else can be appended until then. */
    final class Growing {
        private final String path;
        private final MessageDigest digest = Sha256.digest();
        private long size;

        private Growing(String path) {
            this.path = path;
        }

        long size() {
            return size;
        }

        /** Takes all that is left in the buffer. */
        void write(ByteBuffer more) throws IOException {
            size += more.remaining();
            while (more.hasRemaining()) {
                var slot = slot();
                int length = Math.min(slot.bytes.remaining(), more.remaining());
                var bytes = slot.bytes.slice().limit(length);
                bytes.put(more.slice().limit(length)).flip();
                more.position(more.position() + length);
                slot.hashed = hasher.submit(() -> digest.update(bytes));
                slot.bytes.position(slot.bytes.position() + length);
            }
        }

        Plan.Written end() throws IOException {
            zeros(IsoLayout.sectors(size) * IsoLayout.SECTOR - size);
            files.add(new IsoLayout.Slot(path, size));
            return new Plan.Written(path, size, await(hasher.submit(() -> Sha256.of(digest))));
        }
    }

    Growing grow(String path) {
        return new Growing(path);
    }

    private Future<Sha256> append(Plan.Item item) throws IOException {
        var digest = Sha256.digest();
        long left = item.size();
        try (var in = opened(item)) {
            do {
                left -= chunk(in, item, digest, left);
            } while (left > 0);
        }
        zeros(IsoLayout.sectors(item.size()) * IsoLayout.SECTOR - item.size());
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

    /** Reads and hands over to the hasher; the last one also looks for bytes after the promised end. */
    private long chunk(ReadableByteChannel in, Plan.Item item, MessageDigest digest, long left) throws IOException {
        var slot = slot();
        int wanted = (int) Math.min(slot.bytes.remaining(), left);
        var bytes = slot.bytes.slice().limit(wanted);
        fill(in, bytes, item);
        if (wanted == left && in.read(ByteBuffer.allocate(1)) > 0) {
            throw new SourceFault(DefectKind.PLAN_CHANGED.at(item.path(), item.size()));
        }
        slot.hashed = hasher.submit(() -> digest.update(bytes));
        slot.bytes.position(slot.bytes.position() + wanted);
        return wanted;
    }

    /** The buffer that is being filled; a full one is written out and the next one taken. */
    private Slot slot() throws IOException {
        if (!ring.get(turn).bytes.hasRemaining()) {
            flush();
        }
        return ring.get(turn);
    }

    private void flush() throws IOException {
        var slot = ring.get(turn);
        var bytes = slot.bytes.duplicate().flip();
        long at = end;
        end += bytes.remaining();
        slot.written = writer.submit(() -> {
            sink.write(bytes, at);
            return bytes;
        });
        turn = (turn + 1) % BUFFERS;
        await(ring.get(turn).hashed);
        await(ring.get(turn).written);
        ring.get(turn).bytes.clear();
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

    private void zeros(long count) throws IOException {
        for (long left = count; left > 0; left--) {
            slot().bytes.put((byte) 0);
        }
    }

    private static <T> T await(Future<T> future) throws IOException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException fault ? fault : new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new java.io.InterruptedIOException("interrupted while hashing");
        }
    }

    /** Writes the trees and the run-out behind the files, and puts everything on the disk. */
    void finish(IsoLayout layout) throws IOException {
        flush();
        for (var slot : ring) {
            await(slot.written);
        }
        for (var run : layout.frame()) {
            sink.write(ByteBuffer.wrap(run.array()), run.offset());
        }
        sink.write(ByteBuffer.allocate(IsoLayout.RUN_OUT * IsoLayout.SECTOR), (layout.sectors() - IsoLayout.RUN_OUT) * IsoLayout.SECTOR);
        sink.finish();
    }

    @Override public void close() throws IOException {
        hasher.shutdownNow();
        writer.shutdown();
        try {
            // what is under way is a few buffers; the sink may only be closed when nobody writes to it
            writer.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        sink.close();
    }
}
