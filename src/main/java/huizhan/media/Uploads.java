package huizhan.media;

import huizhan.kernel.Actor;
import huizhan.web.Sizes;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.transaction.support.TransactionOperations;

/** Files on their way in: begin, go on, give up (B5). */
final class Uploads {
    /** The longest file a disc can carry without UDF: one ISO 9660 extent in whole sectors. */
    static final long LARGEST = 4_294_965_248L;
    static final Duration LIFE = Duration.ofDays(7);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final UploadSql sql;
    private final UploadParts parts;
    private final UploadWriting writing;
    private final UploadArrival arrival;
    private final UploadTargets targets;
    private final TransactionOperations transaction;
    private final Clock clock;

    /** @param clock the system clock: expiry is no business date */
    Uploads(UploadSql sql, UploadParts parts, UploadArrival arrival, UploadTargets targets, TransactionOperations transaction,
            Clock clock) {
        this.sql = sql;
        this.parts = parts;
        this.writing = new UploadWriting(sql, parts, transaction);
        this.arrival = arrival;
        this.targets = targets;
        this.transaction = transaction;
        this.clock = clock;
    }

    Upload create(Actor me, TusMetadata metadata, long size) throws UploadRefused, IOException {
        var known = targets.of(me, metadata.slot());
        long most = known.map(target -> target.largest(metadata.slot())).orElse(LARGEST);
        if (size > most) {
            throw new UploadRefused(UploadFault.TOO_LARGE, Sizes.bytes(size), Sizes.number(most));
        }
        var target = known.orElseThrow(() -> new UploadRefused(UploadFault.UNKNOWN));
        var refusal = targets.named(me, metadata.slot(), metadata.filename()).or(() -> target.refusal(me, metadata.slot(), metadata.filename(), size));
        if (refusal.isPresent()) {
            throw new UploadRefused(UploadFault.REFUSED, refusal.get());
        }
        writing.needRoom(size);
        var upload = new Upload(newId(), me.account(), metadata.slot(), metadata.filename(), metadata.header(), size,
            clock.instant().plus(LIFE), OptionalLong.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        parts.create(upload.id());
        transaction.executeWithoutResult(status -> sql.insert(upload, clock.instant()));
        return size == 0 ? arrival.complete(me, upload) : upload;
    }

    /** A foreign upload looks like none. */
    Upload find(Actor me, String id) throws UploadRefused {
        var upload = parts.known(me.account(), id).or(() -> sql.find(me.account(), id)).orElseThrow(() -> new UploadRefused(UploadFault.UNKNOWN));
        if (upload.file().isEmpty() && upload.refusal().isPresent()) {
            throw new UploadRefused(UploadFault.REFUSED, upload.refusal().get());
        }
        if (upload.file().isEmpty() && upload.expiresAt().isBefore(clock.instant())) {
            throw new UploadRefused(UploadFault.EXPIRED);
        }
        return upload;
    }

    /** Bytes on the disk. Whoever asks means to go on, so it takes the right to write from an older request. */
    long resume(Actor me, Upload upload) throws UploadRefused, IOException {
        var part = part(upload);
        if (part.isPresent()) {
            part.get().claim();
            var offset = part.get().durable();
            if (offset < upload.size()) {
                return offset;
            }
        }
        return completed(me, upload);
    }

    /** Bytes on the disk, for whoever only looks on. */
    long offset(Upload upload) throws IOException {
        return part(upload).map(UploadPart::durable).orElse(upload.size());
    }

    /**
     * Adds one request's bytes. All of them up to the returned offset are then on the disk; with the last byte the file is in the
     * store, examined and at its place.
     */
    long write(Actor me, Upload upload, UploadRequest request) throws UploadRefused, IOException {
        var part = part(upload);
        if (part.isEmpty()) {
            return atEnd(completed(me, upload), request);
        }
        var offset = writing.write(upload, part.get(), request);
        return offset == upload.size() ? completed(me, upload) : offset;
    }

    private static long atEnd(long size, UploadRequest request) throws UploadRefused {
        if (request.offset() != size) {
            throw new UploadRefused(UploadFault.WRONG_OFFSET, size);
        }
        return size;
    }

    private long completed(Actor me, Upload upload) throws UploadRefused, IOException {
        arrival.complete(me, upload);
        return upload.size();
    }

    private Optional<UploadPart> part(Upload upload) throws IOException {
        return upload.file().isPresent() ? Optional.empty() : parts.of(upload, UploadRow.of(sql, transaction, upload));
    }

    void remove(Actor me, Upload upload) throws UploadRefused, IOException {
        arrival.remove(me, upload);
    }

    private static String newId() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
