package huizhan.media;

import huizhan.kernel.StraightFile;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bytes of one upload that are there, and who may add to them. A claim is a number; a newer one voids the older, so a request
 * whose line is dead holds nothing: its next write is refused, at the latest when the connector gives the line up.
 */
final class UploadPart implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(UploadPart.class);
    private static final long PATIENCE_SECONDS = 5;
    private final ReentrantLock lock = new ReentrantLock(true);
    private final Condition quiet = lock.newCondition();
    private final StraightFile file;
    private final FileChannel channel;
    private final UploadHash hash;
    private final UploadRow row;
    private volatile long claim;
    private long failedClaim;
    private long written;
    private long certain;
    private volatile long durable;
    private boolean marked;
    private boolean forcing;
    private volatile boolean doubt;
    private volatile long lastUsed = System.nanoTime();

    private UploadPart(StraightFile file, FileChannel channel, UploadRow row, Executor hashing) throws IOException {
        this.file = file;
        this.channel = channel;
        this.row = row;
        this.hash = new UploadHash(channel, hashing);
        this.written = channel.size();
        this.certain = written;
    }

    /**
     * Opens what is there, drops what was never verified, forces it, and begins to hash it in the background.
     *
     * @throws java.nio.file.NoSuchFileException the bytes have moved into the store, or were never there
     */
    static UploadPart open(Path path, UploadRow row, Executor hashing) throws IOException {
        return open(path, row, hashing, UnaryOperator.identity());
    }

    /** @param disk the way to read, force and truncate the file, over the ordinary one */
    static UploadPart open(Path path, UploadRow row, Executor hashing, UnaryOperator<FileChannel> disk) throws IOException {
        var file = StraightFile.open(path);
        try {
            var part = new UploadPart(file, disk.apply(file.channel()), row, hashing);
            var unverifiedFrom = row.unverifiedFrom();
            part.marked = unverifiedFrom.isPresent();
            part.certain = Math.min(part.written, unverifiedFrom.orElse(Long.MAX_VALUE));
            part.settleFirst();
            part.hash.follow(part.durable);
            return part;
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /** What was there before is told once it is forced. Where that fails, nobody knows which of it is lost, and the system tells it once. */
    private void settleFirst() throws IOException {
        try {
            settle();
            channel.force(false);
        } catch (IOException e) {
            noteDoubt(e);
            throw e;
        }
    }

    /** Takes the right to write from whoever has it; what that one wrote is forced, or dropped where it was never verified. */
    long claim() throws UploadRefused, IOException {
        enter();
        try {
            var mine = ++claim;
            settle();
            if (mine != claim) {
                throw new UploadRefused(UploadFault.SUPERSEDED);
            }
            hash.pass(mine, written);
            return mine;
        } catch (IOException e) {
            dropUnforced();
            throw e;
        } finally {
            lock.unlock();
        }
    }

    /** Afterwards what is written, what is certain and what is on the disk are the same. Where it fails, {@link #dropUnforced} must follow. */
    private void settle() throws IOException {
        while (forcing) {
            quiet.awaitUninterruptibly();
        }
        if (doubt) {
            throw new IOException("bytes could not be forced to the disk");
        }
        doubt = true;
        if (written > certain) {
            channel.truncate(certain);
            channel.force(false);
            written = certain;
        }
        if (durable < written) {
            channel.force(false);
            durable = written;
            hash.follow(durable);
        }
        doubt = false;
    }

    /** Bytes on the disk: the only offset that is ever told. */
    long durable() {
        return durable;
    }

    UploadHash hash() {
        return hash;
    }

    long lastUsed() {
        return lastUsed;
    }

    /**
     * Adds the buffer's bytes behind the last one.
     *
     * @param verified whether they count as they are; else they count with {@link #accept}, or not at all
     * @throws IOException the disk is full or fails; what was written of the buffer stays
     */
    void append(long mine, ByteBuffer bytes, boolean verified) throws IOException, UploadRefused {
        enter(mine);
        try {
            try {
                file.write(bytes, written);
            } finally {
                written = channel.size();
                if (verified) {
                    certain = written;
                    hash.follow(written);
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /** Whether bytes reach the disk with each write, so that forcing them early would gain nothing. */
    boolean passesCache() {
        return file.passesCache();
    }

    /** Forces what was verified, or drops it, and notes that nothing is in doubt any more; no newer request comes between. */
    long finish(long mine, boolean verified, Runnable note) throws IOException, UploadRefused {
        enter(mine);
        try {
            if (verified) {
                certain = written;
            }
            var before = durable;
            settle();
            noted(note, before);
            marked = false;
            return durable;
        } catch (IOException e) {
            dropUnforced();
            throw e;
        } finally {
            lock.unlock();
        }
    }

    /** Bytes of which the row still says that they are in doubt would go with the next opening: they must not be told before. */
    private void noted(Runnable note, long before) throws IOException {
        try {
            note.run();
        } catch (RuntimeException e) {
            durable = before;
            throw new IOException("what was verified could not be noted", e);
        }
    }

    /** Forces what was written and drops what was not verified: after this the length may be acknowledged. */
    long force(long mine) throws IOException, UploadRefused {
        enter(mine);
        try {
            settle();
            return durable;
        } catch (IOException e) {
            dropUnforced();
            throw e;
        } finally {
            lock.unlock();
        }
    }

    /** Forces what is certain so far while more is being written, unless that can't be had now. A failure fails whoever settles next. */
    void forceEarly(long mine) throws UploadRefused {
        try {
            enter(mine);
        } catch (UploadRefused e) {
            if (e.fault() == UploadFault.BUSY) {
                return;
            }
            throw e;
        }
        var upTo = certain;
        forcing = true;
        lock.unlock();
        var done = false;
        try {
            channel.force(false);
            done = true;
        } catch (IOException e) {
            LOG.error("an upload's bytes could not be forced", e);
        } finally {
            lock.lock();
            forcing = false;
            doubt |= !done;
            if (!doubt && mine == claim) {
                durable = Math.max(durable, upTo);
            }
            quiet.signalAll();
            lock.unlock();
        }
    }

    /** Notes durably that bytes are coming which may have to be dropped, or that none are; no newer request comes between. */
    void mark(long mine, boolean unverified, Runnable note) throws UploadRefused {
        enter(mine);
        try {
            if (marked || unverified) {
                marked |= unverified;
                note.run();
                marked = unverified;
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * A failed force leaves the pages in doubt: only what was forced before counts, and this request adds nothing more. The system tells
     * a failed force once, so the doubt stays until the bytes are gone for sure.
     */
    private void dropUnforced() throws IOException {
        doubt = true;
        failedClaim = claim++;
        try {
            channel.truncate(durable);
            channel.force(false);
        } catch (IOException e) {
            noteDoubt(e);
            throw e;
        }
        written = durable;
        certain = durable;
        hash.pass(claim, durable);
        doubt = false;
    }

    /** The bytes couldn't be dropped: whoever opens the file again, another process too, is to do it. */
    private void noteDoubt(IOException why) {
        try {
            row.unverifiedFrom(OptionalLong.of(durable));
            marked = true;
        } catch (RuntimeException e) {
            why.addSuppressed(e);
        }
    }

    /** Whether bytes behind {@link #durable} may be lost and couldn't be dropped: it must stay open, since only it knows of them. */
    boolean inDoubt() {
        return doubt;
    }

    private void enter(long mine) throws UploadRefused {
        try {
            enter();
        } catch (UploadRefused e) {
            throw mine == claim ? e : new UploadRefused(UploadFault.SUPERSEDED);
        }
        if (mine != claim) {
            var fault = mine == failedClaim ? UploadFault.STORE_FAILED : UploadFault.SUPERSEDED;
            lock.unlock();
            throw new UploadRefused(fault);
        }
    }

    private void enter() throws UploadRefused {
        lastUsed = System.nanoTime();
        try {
            if (!lock.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new UploadRefused(UploadFault.BUSY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UploadRefused(UploadFault.BUSY);
        }
    }

    @Override public void close() throws IOException {
        file.close();
    }
}
