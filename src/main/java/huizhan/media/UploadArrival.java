package huizhan.media;

import huizhan.kernel.Actor;
import huizhan.kernel.Sha256;
import huizhan.kernel.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What happens with the last byte: digest, move into the store, examination of the header, row, place. Each step can be cut off by a
 * kill and is taken up again by the next request, because the digest is noted before the file moves.
 */
final class UploadArrival {
    private final UploadSql sql;
    private final UploadParts parts;
    private final MediaFiles files;
    private final UploadTargets targets;
    private final TransactionOperations transaction;
    private final Object[] locks = IntStream.range(0, 256).mapToObj(each -> new Object()).toArray();

    UploadArrival(UploadSql sql, UploadParts parts, MediaFiles files, UploadTargets targets,
            TransactionOperations transaction) {
        this.sql = sql;
        this.parts = parts;
        this.files = files;
        this.targets = targets;
        this.transaction = transaction;
    }

    /** Finishes an upload of which every byte is on the disk; does nothing where that has happened. */
    Upload complete(Actor me, Upload upload) throws IOException, UploadRefused {
        synchronized (lock(upload.id())) {
            var current = sql.find(me.account(), upload.id()).orElseThrow(() -> new UploadRefused(UploadFault.UNKNOWN));
            if (current.file().isPresent()) {
                return current;
            }
            if (Files.exists(parts.path(upload.id()))) {
                move(me, current);
            } else {
                takeUp(me, current);
            }
            return sql.find(me.account(), upload.id()).orElseThrow(() -> new UploadRefused(UploadFault.UNKNOWN));
        }
    }

    /** Forgets an upload that isn't complete, with its bytes; one that is being finished is waited for. */
    void remove(Actor me, Upload upload) throws UploadRefused, IOException {
        synchronized (lock(upload.id())) {
            var part = part(upload);
            if (part.isPresent()) {
                part.get().claim();
            }
            var current = sql.find(me.account(), upload.id()).orElseThrow(() -> new UploadRefused(UploadFault.UNKNOWN));
            if (current.file().isPresent()) {
                throw new UploadRefused(UploadFault.COMPLETE);
            }
            clear(current.id(), current.sha256());
            transaction.executeWithoutResult(status -> sql.delete(me.account(), current.id()));
        }
    }

    /** Clears away the bytes of an upload that nobody came back for. Its row stays, to tell its owner why. */
    void expire(String id) throws IOException {
        synchronized (lock(id)) {
            var unfinished = sql.unfinished(id);
            if (unfinished.isPresent()) {
                clear(id, unfinished.get().sha256());
                transaction.executeWithoutResult(status -> sql.abandoned(id));
            }
        }
    }

    /**
     * Bytes that had moved into the store before their row was written belong to nobody else. They go before the row that names them:
     * cut off between the two, it is done again.
     */
    private void clear(String id, Optional<Sha256> hashed) throws IOException {
        parts.delete(id);
        if (hashed.isPresent()) {
            files.forget(hashed.get(), id);
        }
    }

    private Optional<UploadPart> part(Upload upload) throws IOException {
        return parts.of(upload, UploadRow.of(sql, transaction, upload));
    }

    private Object lock(String id) {
        return locks[Math.floorMod(id.hashCode(), locks.length)];
    }

    private void move(Actor me, Upload upload) throws IOException, UploadRefused {
        var part = part(upload).orElseThrow(() -> new UploadRefused(UploadFault.UNKNOWN));
        var sha256 = part.hash().whole(upload.size());
        transaction.executeWithoutResult(status -> sql.hashed(upload, sha256));
        parts.leave(upload.id());
        try {
            files.adopt(me, upload.originalName(), parts.path(upload.id()), sha256, stored -> stored(me, upload, stored));
        } finally {
            parts.stay(upload.id());
        }
    }

    /** The move happened and the row didn't. */
    private void takeUp(Actor me, Upload upload) throws IOException, UploadRefused {
        var sha256 = upload.sha256().orElseThrow(() -> new UploadRefused(UploadFault.UNKNOWN));
        files.adopted(me, upload.originalName(), sha256, stored -> stored(me, upload, stored))
            .orElseThrow(() -> new UploadRefused(UploadFault.UNKNOWN));
    }

    private void stored(Actor me, Upload upload, StoredFile stored) {
        sql.stored(upload, stored.id(), place(me, upload, stored));
    }

    private Optional<Text> place(Actor me, Upload upload, StoredFile stored) {
        return targets.of(me, upload.slot()).map(target -> target.arrived(me, upload.slot(), stored))
            .orElseGet(() -> Optional.of(UploadTexts.text("media.fault.slot-gone")));
    }
}
