package huizhan.database;

import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what was erased out of SQLite's write-ahead log too, where every page lies as it was before (decisions, Erasing). The file itself
 * overwrites what is deleted. A PostgreSQL server keeps dead rows and its own log until its operator has them cleared away
 * ({@code docs/operate.md}).
 */
public final class ErasedTraces {
    private static final Logger LOG = LoggerFactory.getLogger(ErasedTraces.class);
    private static final int TRIES = 5;
    private final boolean sqlite;
    private final DataSource own;

    /** @param file of the database, where it is one */
    ErasedTraces(Engine engine, Path file) {
        this.sqlite = engine == Engine.SQLITE;
        this.own = Database.checkpointing(file);
    }

    /** To be called when the erasure is on the disk; waits for readers that still look at how it was before. */
    public void sweep() {
        for (int i = 0; sqlite && i < TRIES; i++) {
            if (swept()) return;
        }
        if (sqlite) LOG.warn("the write-ahead log could not be emptied after an erasure; it will be with the next one or at the next stop");
    }

    private boolean swept() {
        try (var connection = own.getConnection(); var statement = connection.createStatement(); var row = statement.executeQuery("pragma wal_checkpoint(truncate)")) {
            return row.next() && row.getInt(1) == 0;
        } catch (SQLException e) {
            LOG.warn("the write-ahead log could not be emptied: {}", e.getMessage());
            return false;
        }
    }
}
