package huizhan.media;

import huizhan.kernel.Sha256;
import huizhan.material.FileFacts;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/** The second stage: examines whole files and makes their copies. One file is decoded at a time, for a server of two cores. */
final class MediaWork {
    private static final Logger LOG = LoggerFactory.getLogger(MediaWork.class);
    private final MediaSql sql;
    private final Examiner examiner;
    private final MediaStore store;
    private final MediaCopies copies;
    private final Supplier<List<MediaExamined>> listeners;
    private final Recording recording;
    private final Verdicts verdicts = new Verdicts();
    private final ReentrantLock decoding = new ReentrantLock(true);
    private final ReentrantLock filming = new ReentrantLock();

    /** How results are written down. */
    record Recording(TransactionOperations transaction, Clock clock) {}

    MediaWork(MediaSql sql, Examiner examiner, MediaStore store, MediaCopies copies, Supplier<List<MediaExamined>> listeners,
            Recording recording) {
        this.sql = sql;
        this.examiner = examiner;
        this.store = store;
        this.copies = copies;
        this.listeners = listeners;
        this.recording = recording;
    }

    /** Examines a file to its end; true where a film now waits for its copy. May be run again. */
    boolean examine(UUID id) throws IOException {
        decoding.lock();
        try {
            // its turn may come after the file has gone
            var row = sql.find(id);
            if (row.isEmpty()) {
                return false;
            }
            var facts = whole(row.get().file());
            tryPictures(row.get().file().sha256(), facts);
            record(row.get().file(), facts);
            return MediaCopies.plays(facts);
        } finally {
            decoding.unlock();
        }
    }

    private FileFacts whole(StoredFile file) throws IOException {
        var facts = verdicts.of(file.sha256(), file.originalName(), () -> examiner.deep(file.originalName(), store.masters().path(file.sha256())));
        return new FileFacts(file.originalName(), file.size(), Optional.of(file.sha256()), facts.picture(), facts.film());
    }

    /** A verdict doesn't wait for a picture of the file. */
    private void tryPictures(Sha256 sha256, FileFacts facts) {
        try {
            copies.pictures(sha256, facts);
        } catch (IOException e) {
            LOG.warn("no previews of {}", sha256, e);
        }
    }

    private void record(StoredFile file, FileFacts facts) {
        var richer = new StoredFile(file.id(), file.sha256(), file.size(), file.originalName(), facts);
        recording.transaction().executeWithoutResult(status -> {
            if (sql.find(file.id()).isPresent()) {
                sql.examined(file.id(), facts, recording.clock().instant());
                listeners.get().forEach(each -> each.examined(richer));
            }
        });
    }

    /** The examination failed again and again; that is the program's fault and says nothing about the file. */
    void giveUp(UUID id, String why) {
        recording.transaction().executeWithoutResult(status -> {
            if (sql.find(id).isPresent()) {
                sql.unexaminable(id, why, recording.clock().instant());
            }
        });
    }

    /** Makes a film's copy; false where another film is being made, and this one is to come back. */
    boolean film(UUID id) throws IOException {
        var row = sql.find(id);
        if (row.isEmpty()) {
            return true;
        }
        if (!filming.tryLock()) {
            return false;
        }
        try {
            copies.film(row.get().file().sha256());
            return true;
        } finally {
            filming.unlock();
        }
    }
}
