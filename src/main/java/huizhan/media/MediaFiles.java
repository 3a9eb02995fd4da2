package huizhan.media;

import huizhan.kernel.Actor;
import huizhan.kernel.Sha256;
import huizhan.material.FileFacts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionOperations;

/** Every file that was handed in, whichever way: what it is, where its bytes are, what is known of it. */
public final class MediaFiles {
    private final MediaSql sql;
    private final MediaStore store;
    private final Examiner examiner;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final Consumer<UUID> examineLater;
    private final ReadWriteLock storing = new ReentrantReadWriteLock();

    /**
     * @param clock        the system clock
     * @param examineLater plans the second stage of a file's verdict, inside the transaction that records it
     */
    MediaFiles(MediaSql sql, MediaStore store, Examiner examiner, TransactionOperations transaction, Clock clock,
            Consumer<UUID> examineLater) {
        this.sql = sql;
        this.store = store;
        this.examiner = examiner;
        this.transaction = transaction;
        this.clock = clock;
        this.examineLater = examineLater;
    }

    public Optional<StoredFile> find(UUID id) {
        return sql.find(id).map(MediaSql.Row::file);
    }

    /** Those of the files that there are, in no order. */
    public List<StoredFile> find(Collection<UUID> ids) {
        return sql.find(ids).stream().map(MediaSql.Row::file).toList();
    }

    /** Whether the background job has had its say about the whole file. */
    public boolean examined(UUID id) {
        return sql.find(id).flatMap(MediaSql.Row::deepAt).isPresent();
    }

    /** The master's bytes, for local tools and for packing. Never to be written. */
    public Path path(StoredFile file) {
        return store.masters().path(file.sha256());
    }

    /** The copy for looking at, once it is made; made only of what was examined whole. */
    public Optional<Path> path(StoredFile file, Derivative kind) {
        return store.copies().find(file.sha256(), kind);
    }

    /** The name under which a file is kept that is called so. */
    public static String nameOf(String name) {
        return UploadName.safe(name);
    }

    /**
     * Takes a file in that did not come by upload: out of a filled Word form, off a disc, from the demo. Never inside a transaction: the
     * row must be there when the lock against removal is let go.
     *
     * @param name as its maker called it; made safe here
     * @throws VirusFault where the virus check doesn't let it pass; nothing of it stays
     */
    public StoredFile take(Actor me, String name, InputStream bytes) throws IOException {
        var list = MediaBatch.list(store.masters());
        try {
            return taken(me, name, bytes, list);
        } finally {
            Files.deleteIfExists(list);
        }
    }

    /** @param list where the content is named as long as it has no row */
    private StoredFile taken(Actor me, String name, InputStream bytes, Path list) throws IOException {
        var put = Optional.<Sha256>empty();
        var unwanted = Optional.<VirusFault>empty();
        storing.readLock().lock();
        try {
            var sha256 = store.masters().put(bytes, found -> MediaBatch.name(list, found));
            put = Optional.of(sha256);
            store.virus().pass(name, store.masters().path(sha256));
            return record(me, UploadName.safe(name), sha256, stored -> {});
        } catch (VirusFault no) {
            unwanted = Optional.of(no);
        } finally {
            storing.readLock().unlock();
        }
        if (put.isPresent()) forget(put.get(), "");
        throw unwanted.orElseThrow();
    }

    /** A place for files that come in together, all or none of them. */
    public MediaBatch batch() {
        return new MediaBatch(this, store.masters());
    }

    /** Stores bytes that have no row yet; whoever removes content meanwhile may take them, and {@link #record(Actor, List, Supplier)} will say so. */
    Sha256 put(InputStream bytes) throws IOException {
        return store.masters().put(bytes);
    }

    /** Whether what was put and has no row yet may have one. */
    void pass(String name, Sha256 sha256) throws IOException {
        store.virus().pass(name, store.masters().path(sha256));
    }

    /** What a file that is stored already is, from its head. */
    StoredFile seen(String name, Sha256 sha256) throws IOException {
        var size = store.masters().size(sha256);
        var seen = examiner.header(name, store.masters().path(sha256));
        return new StoredFile(UUID.randomUUID(), sha256, size, name, new FileFacts(name, size, Optional.of(sha256), seen.picture(), seen.film()));
    }

    /**
     * Writes the rows of files that are stored, and what belongs to them, in one transaction.
     *
     * @throws IOException if the content of one is no longer there
     */
    <T> T record(Actor me, List<StoredFile> files, Supplier<T> alongside) throws IOException {
        storing.readLock().lock();
        try {
            for (var file : files) {
                if (!store.masters().exists(file.sha256())) throw new NoSuchFileException(file.sha256().hex());
            }
            return Objects.requireNonNull(transaction.execute(status -> {
                files.forEach(file -> {
                    sql.insert(file, me.account(), clock.instant());
                    examineLater.accept(file.id());
                });
                return alongside.get();
            }));
        } finally {
            storing.readLock().unlock();
        }
    }

    /** Removes content that never got a row, as {@link #forget(Sha256, String)} does. */
    void forget(Collection<Sha256> contents) throws IOException {
        for (var each : contents) {
            forget(each, "");
        }
    }

    /** Takes away what kills have left of batches that began before an instant. */
    void clearBatches(Instant before) throws IOException {
        MediaBatch.clear(this, store.masters().incoming(), before);
    }

    /** Moves a finished upload into the store. */
    StoredFile adopt(Actor me, String name, Path part, Sha256 sha256, Consumer<StoredFile> alongside) throws IOException {
        storing.readLock().lock();
        try {
            store.masters().adopt(part, sha256);
            return record(me, name, sha256, alongside);
        } finally {
            storing.readLock().unlock();
        }
    }

    /** Takes up again after a kill between move and row. */
    Optional<StoredFile> adopted(Actor me, String name, Sha256 sha256, Consumer<StoredFile> alongside) throws IOException {
        storing.readLock().lock();
        try {
            return store.masters().exists(sha256) ? Optional.of(record(me, name, sha256, alongside)) : Optional.empty();
        } finally {
            storing.readLock().unlock();
        }
    }

    private StoredFile record(Actor me, String name, Sha256 sha256, Consumer<StoredFile> alongside) throws IOException {
        var stored = seen(name, sha256);
        transaction.executeWithoutResult(status -> {
            sql.insert(stored, me.account(), clock.instant());
            alongside.accept(stored);
            examineLater.accept(stored.id());
        });
        return stored;
    }

    /**
     * Removes a file that no place holds any more; its content goes too where no other file has the same. Called after the
     * transaction in which the place let go of it.
     *
     * @throws UncheckedIOException if the content can't be removed now; the row then stays too
     */
    public void remove(UUID id) throws IOException {
        storing.writeLock().lock();
        try {
            var file = find(id);
            if (file.isEmpty()) {
                return;
            }
            var sha256 = file.get().sha256();
            // the bytes first, within the transaction: after a kill in between the row still stands, and whoever removes comes again
            transaction.executeWithoutResult(status -> removed(id, sha256));
            // a copy that was just being made may have seen the row until now
            if (!sql.needed(sha256, "")) store.copies().delete(sha256);
        } finally {
            storing.writeLock().unlock();
        }
    }

    /**
     * Removes content that was stored for a file which never got its row, unless something else needs it; copies too, which may be left
     * of another file of the same content.
     *
     * @param upload the one for which it was stored
     */
    void forget(Sha256 sha256, String upload) throws IOException {
        storing.writeLock().lock();
        try {
            if (!sql.needed(sha256, upload)) {
                transaction.executeWithoutResult(status -> clear(sha256));
            }
        } finally {
            storing.writeLock().unlock();
        }
    }

    /** Part of a transaction. */
    private void clear(Sha256 sha256) {
        sql.deleteDerivatives(sha256);
        store.copies().delete(sha256);
        try {
            store.masters().delete(sha256);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void removed(UUID id, Sha256 sha256) {
        sql.forgetUpload(id);
        sql.delete(id);
        if (!sql.needed(sha256, "")) clear(sha256);
    }
}
