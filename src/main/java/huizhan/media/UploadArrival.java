package huizhan.media;

import huizhan.kernel.Actor;
import huizhan.kernel.Sha256;
import huizhan.kernel.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What happens with the last byte: digest, move into the store, examination of the header, row, place. Each step can be cut off by a
 * kill and is taken up again by the next request, because the digest is noted before the file moves.
 */
final class UploadArrival {
    private static final Logger LOG = LoggerFactory.getLogger(UploadArrival.class);
    private final UploadSql sql;
    private final UploadParts parts;
    private final MediaFiles files;
    private final UploadTargets targets;
    private final TransactionOperations transaction;
    private final Object[] locks = IntStream.range(0, 256).mapToObj(each -> new Object()).toArray();

    /** Those whose last byte is here and that wait for the virus check, and who sent them; in memory, as their owners come back for them. */
    private final Map<String, Waiting> held = new ConcurrentHashMap<>();
    private final Guard guard;

    /** An upload that waits. */
    private record Waiting(Actor owner, Upload upload) {}

    /** What looks at the bytes before anything else does, and the trail. */
    record Guard(VirusCheck virus, Consumer<Refused> trail, Clock clock) {
        static Guard none() {
            return new Guard(VirusCheck.none(), refused -> {}, Clock.systemUTC());
        }
    }

    /** An infected file that was turned away. */
    record Refused(Actor owner, String slot, String name, String virus) {}

    UploadArrival(UploadSql sql, UploadParts parts, MediaFiles files, UploadTargets targets,
            TransactionOperations transaction, Guard guard) {
        this.sql = sql;
        this.parts = parts;
        this.files = files;
        this.targets = targets;
        this.transaction = transaction;
        this.guard = guard;
    }

    /** Asks again for all that wait; called now and then. */
    void again() {
        for (var each : held.values()) {
            try {
                complete(each.owner(), each.upload());
            } catch (UploadRefused no) {
                if (no.fault() != UploadFault.HELD) held.remove(each.upload().id());
            } catch (IOException | RuntimeException e) {
                LOG.error("an upload that waited could not be finished, and is asked for again", e);
            }
        }
    }

    /** Looks at a complete upload; nothing that isn't clean goes on, and what is infected leaves no byte. */
    private void look(Actor me, Upload upload) throws IOException, UploadRefused {
        if (!guard.virus().configured() || targets.of(me, upload.slot()).filter(target -> target.lookedIntoLater(upload.slot())).isPresent()) return;
        try {
            guard.virus().pass(upload.originalName(), parts.path(upload.id()));
            held.remove(upload.id());
        } catch (VirusFault no) {
            if (!no.infected()) {
                held.put(upload.id(), new Waiting(me, upload));
                // it has come whole, and its owner was told to wait
                transaction.executeWithoutResult(status -> sql.waits(upload.id(), guard.clock().instant().plus(Uploads.LIFE)));
                throw new UploadRefused(UploadFault.HELD, no.text());
            }
            var part = part(upload);
            if (part.isPresent()) part.get().claim();
            clear(upload.id(), upload.sha256());
            transaction.executeWithoutResult(status -> sql.refused(upload, no.text()));
            guard.trail().accept(new Refused(me, upload.slot(), upload.originalName(), no.virus()));
            throw new UploadRefused(UploadFault.REFUSED, no.text());
        }
    }

    /** Finishes an upload of which every byte is on the disk; does nothing where that has happened. */
    Upload complete(Actor me, Upload upload) throws IOException, UploadRefused {
        synchronized (lock(upload.id())) {
            var current = sql.find(me.account(), upload.id()).orElseThrow(() -> new UploadRefused(UploadFault.UNKNOWN));
            if (current.file().isPresent()) {
                return current;
            }
            if (current.refusal().isPresent()) {
                throw new UploadRefused(UploadFault.REFUSED, current.refusal().get());
            }
            if (Files.exists(parts.path(upload.id()))) {
                look(me, current);
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
