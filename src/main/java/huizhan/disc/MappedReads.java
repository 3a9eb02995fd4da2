package huizhan.disc;

import huizhan.disc.ImageFile.Extent;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * Digests straight from the page cache: large files on a disk are mapped, which spares the copy that makes reading a fifth slower than
 * the digest. Not on Windows, where a mapped file can't be deleted, and not from drives, whose faults are better told as faults of reading.
 */
final class MappedReads {
    private static final long LEAST = 1 << 20;
    private static final long WINDOW = 64L << 20;
    private static final boolean POSSIBLE = !System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("windows");

    private MappedReads() {}

    /** Updates the digests with the whole file and says so, or leaves them alone if it isn't one to be mapped. */
    static boolean digested(ReadableByteChannel in, long size, Collection<MessageDigest> digests) throws IOException {
        if (!POSSIBLE || size < LEAST) {
            return false;
        }
        if (in instanceof FileChannel channel) {
            extents(channel, List.of(new Extent(0, size)), digests);
            return true;
        }
        if (in instanceof ImageFile.ExtentChannel image) {
            extents(image.image(), image.extents(), digests);
            return true;
        }
        return false;
    }

    private static void extents(FileChannel channel, List<Extent> extents, Collection<MessageDigest> digests) throws IOException {
        try {
            for (var extent : extents) {
                for (long at = extent.start(); at < extent.end(); at += WINDOW) {
                    var window = channel.map(FileChannel.MapMode.READ_ONLY, at, Math.min(WINDOW, extent.end() - at));
                    digests.forEach(digest -> digest.update(window.duplicate()));
                }
            }
        } catch (InternalError e) {
            throw new IOException("a sector cannot be read, or the file was cut off meanwhile", e);
        }
    }
}
