package huizhan.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/** The folder of files on their way in, and those of them that are open in this process. */
final class UploadParts implements AutoCloseable {
    /** @param upload its row as it was when the file was opened: nothing in it that a request asks for changes while the file is open */
    private record Open(Upload upload, UploadPart part) {}

    private static final long IDLE_NANOS = TimeUnit.MINUTES.toNanos(10);
    private final Path folder;
    private final LongSupplier freeBytes;
    private final long floor;
    private final Map<String, Open> open = new ConcurrentHashMap<>();
    private final Set<String> leaving = ConcurrentHashMap.newKeySet();
    private final ExecutorService hashing =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), work -> thread(work, "upload-hash"));
    private final ExecutorService writing = Executors.newCachedThreadPool(work -> thread(work, "upload-write"));

    /**
     * @param data      the data folder; {@code uploads} is made inside
     * @param freeBytes what the disk can still take
     * @param floor     bytes that uploads leave free for everything else
     */
    UploadParts(Path data, LongSupplier freeBytes, long floor) {
        this.folder = data.resolve("uploads");
        this.freeBytes = freeBytes;
        this.floor = floor;
        try {
            BlobDisk.makeFolders(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An id is 64 hexadecimal digits made by us, so this stays inside the folder. */
    Path path(String id) {
        return folder.resolve(id);
    }

    void create(String id) throws IOException {
        Files.createFile(path(id));
        BlobDisk.forceFolder(folder);
    }

    /**
     * Empty where there is no file: its bytes are in the store already, or on the way there.
     *
     * @param row asked only if the file must be opened: what it said a while ago may be over
     */
    Optional<UploadPart> of(Upload upload, UploadRow row) throws IOException {
        try {
            return Optional.of(open.computeIfAbsent(upload.id(), id -> opened(upload, row)).part());
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof NoSuchFileException) {
                return Optional.empty();
            }
            throw e.getCause();
        }
    }

    /** The upload, if its file is open here and it is this account's: the next chunk needn't ask the database. */
    Optional<Upload> known(UUID account, String id) {
        return Optional.ofNullable(open.get(id)).map(Open::upload).filter(upload -> upload.account().equals(account));
    }

    private Open opened(Upload upload, UploadRow row) {
        try {
            if (leaving.contains(upload.id())) {
                throw new NoSuchFileException(upload.id());
            }
            return new Open(upload, UploadPart.open(path(upload.id()), row, hashing));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file is about to go: closes it, and nobody opens it again until {@link #stay}. */
    void leave(String id) throws IOException {
        leaving.add(id);
        forget(id);
    }

    /** It has gone, or couldn't. */
    void stay(String id) {
        leaving.remove(id);
    }

    private void forget(String id) throws IOException {
        var gone = open.remove(id);
        if (gone != null) {
            gone.part().close();
        }
    }

    void delete(String id) throws IOException {
        leave(id);
        try {
            Files.deleteIfExists(path(id));
        } finally {
            stay(id);
        }
    }

    /** Removes files that no row names, of uploads that were cut off while they began. */
    void deleteOrphans(Predicate<String> known, Instant before) throws IOException {
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(before) && !known.test(file.getFileName().toString())) {
                    delete(file.getFileName().toString());
                }
            }
        }
    }

    /** Closes those that nobody has asked for in ten minutes. */
    void closeIdle() throws IOException {
        for (var entry : open.entrySet()) {
            var part = entry.getValue().part();
            if (!part.inDoubt() && System.nanoTime() - part.lastUsed() > IDLE_NANOS) {
                forget(entry.getKey());
            }
        }
    }

    boolean hasRoomFor(long bytes) {
        return freeBytes.getAsLong() - floor >= bytes;
    }

    /** Threads on which bytes go to the disk, one for each request that brings some. */
    Executor writers() {
        return writing;
    }

    private static Thread thread(Runnable work, String name) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    @Override public void close() throws IOException {
        hashing.shutdownNow();
        writing.shutdownNow();
        for (var id : open.keySet()) {
            forget(id);
        }
    }
}
