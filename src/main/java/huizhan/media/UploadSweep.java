package huizhan.media;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/** Clears away what nobody came back for: bytes of uploads whose time is over, and files that found no place. */
public final class UploadSweep {
    private static final Logger LOG = LoggerFactory.getLogger(UploadSweep.class);
    private static final Duration REMEMBERED = Duration.ofDays(30);
    private final UploadSql sql;
    private final UploadParts parts;
    private final UploadArrival arrival;
    private final MediaFiles files;
    private final TransactionOperations transaction;
    private final Clock clock;

    UploadSweep(UploadSql sql, UploadParts parts, UploadArrival arrival, MediaFiles files, TransactionOperations transaction, Clock clock) {
        this.sql = sql;
        this.parts = parts;
        this.arrival = arrival;
        this.files = files;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** One that can't be cleared away now is no reason to leave the others. */
    private void expire(String id) {
        try {
            arrival.expire(id);
        } catch (IOException e) {
            LOG.error("an upload's bytes could not be cleared away", e);
        }
    }

    /**
     * Ends every upload to places that are gone, and clears away what has come of it; called when that is on the disk.
     *
     * @param places what their slots begin with, ended by a colon
     */
    public void end(String places) throws IOException {
        var now = clock.instant();
        var ended = transaction.execute(status -> sql.ended(places, now));
        if (ended != null) ended.forEach(this::expire);
        for (var file : sql.refusedFiles(now)) {
            files.remove(file);
        }
    }

    /** May be run at any time and again. The row of an expired upload stays for a month, so that its owner is told why it is gone. */
    void run() throws IOException {
        var now = clock.instant();
        for (var id : sql.expiredUnfinished(now)) {
            expire(id);
        }
        for (var file : sql.refusedFiles(now)) {
            files.remove(file);
        }
        transaction.executeWithoutResult(status -> sql.deleteExpiredBefore(now.minus(REMEMBERED)));
        parts.deleteOrphans(sql::exists, now.minus(Uploads.LIFE));
        parts.closeIdle();
        files.clearBatches(now.minus(MediaBatch.LONGEST));
    }
}
