package huizhan.media;

import java.util.OptionalLong;
import org.springframework.transaction.support.TransactionOperations;

/** What the database keeps of an upload's bytes: from where on they are in doubt, and go when the file is opened again. */
interface UploadRow {

    OptionalLong unverifiedFrom();

    /** In a transaction of its own. */
    void unverifiedFrom(OptionalLong offset);

    static UploadRow of(UploadSql sql, TransactionOperations transaction, Upload upload) {
        return new UploadRow() {
            @Override public OptionalLong unverifiedFrom() {
                return sql.unverifiedFrom(upload);
            }

            @Override public void unverifiedFrom(OptionalLong offset) {
                transaction.executeWithoutResult(status -> sql.unverifiedFrom(upload, offset));
            }
        };
    }
}
