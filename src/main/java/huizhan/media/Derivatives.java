package huizhan.media;

import huizhan.kernel.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.transaction.support.TransactionOperations;

/** The copies on the disk: {@code derived/ab/cd/<sha256>-thumb.jpg}, named by the content they were made from. */
final class Derivatives {
    private final Path folder;
    private final Path incoming;
    private final MediaSql sql;
    private final TransactionOperations transaction;
    private final Clock clock;

    Derivatives(Path data, MediaSql sql, TransactionOperations transaction, Clock clock) {
        this.folder = data.resolve("derived");
        this.incoming = data.resolve("incoming");
        this.sql = sql;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Makes a copy by writing the given path. */
    @FunctionalInterface
    interface Maker {
        /** Whether there is a copy now: false where the master has nothing to show or no tool is at hand. */
        boolean make(Path target) throws IOException;
    }

    Optional<Path> find(Sha256 sha256, Derivative kind) {
        return Optional.of(path(sha256, kind)).filter(Files::isRegularFile).filter(path -> sql.hasDerivative(sha256, kind));
    }

    /** Makes the copy unless it is there. */
    boolean need(Sha256 sha256, Derivative kind, Maker maker) throws IOException {
        if (find(sha256, kind).isPresent()) {
            return true;
        }
        var place = path(sha256, kind);
        BlobDisk.makeFolders(place.getParent());
        // where what a kill has left is cleared away
        BlobDisk.makeFolders(incoming);
        var draft = incoming.resolve(UUID.randomUUID() + kind.extension());
        try {
            if (!maker.make(draft)) {
                return false;
            }
            BlobDisk.forceFile(draft);
            BlobDisk.move(draft, place);
            var size = Files.size(place);
            boolean kept = Boolean.TRUE.equals(transaction.execute(status -> kept(sha256, kind, size)));
            if (!kept) Files.deleteIfExists(place);
            return kept;
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** Part of a transaction: notes a copy; false where its master was removed while it was being made, and it is to go likewise (A4). */
    private boolean kept(Sha256 sha256, Derivative kind, long size) {
        if (!sql.needed(sha256, "")) return false;
        sql.insertDerivative(sha256, kind, size, clock.instant());
        return true;
    }

    void delete(Sha256 sha256) {
        try {
            for (var kind : Derivative.values()) {
                Files.deleteIfExists(path(sha256, kind));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path path(Sha256 sha256, Derivative kind) {
        var hex = sha256.hex();
        return folder.resolve(hex.substring(0, 2)).resolve(hex.substring(2, 4)).resolve(hex + "-" + kind.code() + kind.extension());
    }
}
