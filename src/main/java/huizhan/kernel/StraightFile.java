package huizhan.kernel;

import com.sun.nio.file.ExtendedOpenOption;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;

/**
 * A file whose long runs go past the page cache to the disk, where the system can: a film of 4 GB or an image of 25 GB then neither
 * drives out what others need, nor is slowed down by the kernel, nor leaves much to force at its end. Where it can't, and for runs that
 * don't fit the disk's blocks, bytes go the ordinary way; both may be mixed.
 */
public final class StraightFile implements Closeable {
    /** Offsets and lengths that are multiples of so many bytes go straight: the block of common disks and file systems. */
    public static final int BLOCK = 4096;

    private final FileChannel ordinary;
    private final FileChannel straight;

    private StraightFile(FileChannel ordinary, FileChannel straight) {
        this.ordinary = ordinary;
        this.straight = straight;
    }

    /** @throws java.nio.file.FileAlreadyExistsException if it is there */
    public static StraightFile create(Path path) throws IOException {
        return open(path, EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE));
    }

    /** @throws java.nio.file.NoSuchFileException if it isn't there */
    public static StraightFile open(Path path) throws IOException {
        return open(path, EnumSet.of(StandardOpenOption.READ, StandardOpenOption.WRITE));
    }

    private static StraightFile open(Path path, Set<StandardOpenOption> how) throws IOException {
        var ordinary = FileChannel.open(path, how);
        try {
            return new StraightFile(ordinary, straight(path, ordinary));
        } catch (RuntimeException e) {
            ordinary.close();
            throw e;
        }
    }

    private static FileChannel straight(Path path, FileChannel ordinary) {
        try {
            long block = Files.getFileStore(path).getBlockSize();
            return block > 0 && BLOCK % block == 0
                ? FileChannel.open(path, new HashSet<OpenOption>(Set.of(StandardOpenOption.WRITE, ExtendedOpenOption.DIRECT))) : ordinary;
        } catch (IOException | UnsupportedOperationException e) {
            return ordinary;
        }
    }

    /** A direct buffer of so many bytes, a multiple of {@link #BLOCK}, that may go straight to the disk. */
    public static ByteBuffer buffer(int bytes) {
        return ByteBuffer.allocateDirect(bytes + BLOCK).alignedSlice(BLOCK).limit(bytes).slice();
    }

    /** The ordinary way into the same file: for reading, forcing, truncating. */
    public FileChannel channel() {
        return ordinary;
    }

    /** Whether runs of whole blocks pass the page cache by. */
    public boolean passesCache() {
        return straight != ordinary;
    }

    /**
     * Writes what is left in the buffer, all of it.
     *
     * @param bytes from {@link #buffer}, or short
     */
    public void write(ByteBuffer bytes, long offset) throws IOException {
        long at = offset;
        while (bytes.hasRemaining()) {
            boolean whole = at % BLOCK == 0 && bytes.remaining() % BLOCK == 0 && bytes.isDirect() && bytes.alignmentOffset(bytes.position(), BLOCK) == 0;
            at += (whole ? straight : ordinary).write(bytes, at);
        }
    }

    @Override public void close() throws IOException {
        try {
            straight.close();
        } finally {
            ordinary.close();
        }
    }
}
