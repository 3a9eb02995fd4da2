package huizhan.database;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Gives SQLite's errors the names that Spring gives PostgreSQL's, so that a double key is one exception on both engines. */
final class SqliteErrors implements SQLExceptionTranslator {
    private final SQLExceptionTranslator others = new SQLExceptionSubclassTranslator();

    @Override public @Nullable DataAccessException translate(String task, @Nullable String sql, SQLException e) {
        if (e instanceof SQLiteException ours) {
            var named = named(task, ours);
            if (named != null) return named;
        }
        return others.translate(task, sql, e);
    }

    private static @Nullable DataAccessException named(String task, SQLiteException e) {
        var code = e.getResultCode();
        if (code == SQLiteErrorCode.SQLITE_CONSTRAINT_UNIQUE || code == SQLiteErrorCode.SQLITE_CONSTRAINT_PRIMARYKEY) {
            return new DuplicateKeyException(task + ": " + e.getMessage(), e);
        }
        return switch (SQLiteErrorCode.getErrorCode(code.code & 0xff)) {
            case SQLITE_CONSTRAINT -> new DataIntegrityViolationException(task + ": " + e.getMessage(), e);
            case SQLITE_BUSY, SQLITE_LOCKED -> new CannotAcquireLockException(task + ": " + e.getMessage(), e);
            case SQLITE_FULL, SQLITE_IOERR, SQLITE_CORRUPT, SQLITE_CANTOPEN ->
                new DataAccessResourceFailureException(task + ": " + e.getMessage(), e);
            default -> null;
        };
    }
}
