package huizhan.media;

import huizhan.kernel.Actor;
import huizhan.kernel.Sha256;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files that come in together, all or none of them: their bytes are stored one after the other, their rows are written at one moment. A
 * list beside the store names what has no row yet, so that after a kill in the middle the bytes don't stay for ever.
 */
public final class MediaBatch implements Closeable {
    /** No batch is under way as long as this. */
    static final Duration LONGEST = Duration.ofDays(1);
    private static final String SUFFIX = ".batch";
    private static final Logger LOG = LoggerFactory.getLogger(MediaBatch.class);
    private final MediaFiles files;
    private final Path list;
    private final List<StoredFile> stored = new ArrayList<>();
    private final List<Sha256> begun = new ArrayList<>();
    private boolean recorded;

    MediaBatch(MediaFiles files, Blobs masters) {
        this.files = files;
        this.list = list(masters);
    }

    /** Where contents are named that have no row yet. */
    static Path list(Blobs masters) {
        return masters.incoming().resolve(UUID.randomUUID() + SUFFIX);
    }

    /** Named before it is there: a list that names too much harms nothing. */
    static void name(Path list, Sha256 sha256) throws IOException {
        Files.writeString(list, sha256.hex() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND, StandardOpenOption.DSYNC);
    }

    /** The bytes are not those that were announced: the source changed under the reader's hands. */
    public static final class Changed extends IOException {
        private static final long serialVersionUID = 1L;

        Changed() {
            super("a file changed while it was read");
        }
    }

    /**
     * Stores one file; read once.
     *
     * @param name   as its maker called it; made safe here
     * @param sha256 what its content must be
     * @throws VirusFault where the virus check doesn't let it pass
     */
    public StoredFile put(String name, Sha256 sha256, InputStream bytes) throws IOException {
        begin(sha256);
        var found = files.put(bytes);
        if (!found.equals(sha256)) {
            begin(found);
            throw new Changed();
        }
        files.pass(name, sha256);
        var file = files.seen(UploadName.safe(name), sha256);
        stored.add(file);
        return file;
    }

    private void begin(Sha256 sha256) throws IOException {
        begun.add(sha256);
        name(list, sha256);
    }

    /** Writes the rows of all of them, and what else belongs to them, in one transaction; once. */
    public <T> T record(Actor me, Supplier<T> alongside) throws IOException {
        var done = files.record(me, stored, alongside);
        recorded = true;
        return done;
    }

    /** Takes the bytes away again where nothing was recorded. */
    @Override public void close() throws IOException {
        if (!recorded) files.forget(begun);
        Files.deleteIfExists(list);
    }

    /** What kills have left of batches, and of single files, that began before an instant. */
    static void clear(MediaFiles files, Path incoming, Instant before) throws IOException {
        if (!Files.isDirectory(incoming)) return;
        try (var all = Files.list(incoming)) {
            for (var each : all.toList()) {
                clear(files, before, each);
            }
        }
    }

    /** One that can't be cleared away now is no reason to leave the others, or not to start. */
    private static void clear(MediaFiles files, Instant before, Path each) {
        try {
            if (!Files.getLastModifiedTime(each).toInstant().isBefore(before)) return;
            if (each.toString().endsWith(SUFFIX)) forgotten(files, each);
            Files.deleteIfExists(each);
        } catch (NoSuchFileException gone) {
            LOG.debug("a file that was being written has its place now");
        } catch (IOException | RuntimeException e) {
            LOG.error("what a kill has left could not be cleared away", e);
        }
    }

    private static void forgotten(MediaFiles files, Path list) throws IOException {
        files.forget(Files.readString(list, StandardCharsets.US_ASCII).lines().filter(line -> line.matches("[0-9a-f]{64}")).map(Sha256::new).toList());
    }
}
