package huizhan.media;

import huizhan.kernel.Sha256;
import huizhan.kernel.StaleData;
import huizhan.kernel.Text;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All statements over uploads on their way. The account stands first, but for the sweep of what has expired. */
final class UploadSql {
    private final JdbcClient db;

    UploadSql(JdbcClient db) {
        this.db = db;
    }

    void insert(Upload upload, Instant now) {
        db.sql("""
                insert into upload (id, account, slot, original_name, metadata, size, created_at, expires_at)
                values (:id, :account, :slot, :name, :metadata, :size, :now, :expires)""")
            .param("id", upload.id()).param("account", upload.account().toString()).param("slot", upload.slot())
            .param("name", upload.originalName()).param("metadata", upload.metadata()).param("size", upload.size())
            .param("now", now.toEpochMilli()).param("expires", upload.expiresAt().toEpochMilli()).update();
    }

    Optional<Upload> find(UUID account, String id) {
        return db.sql("""
                select id, account, slot, original_name, metadata, size, expires_at, unverified_from, sha256, file,
                       refusal_zh, refusal_en
                  from upload
                 where account = :account and id = :id""")
            .param("account", account.toString()).param("id", id).query(UploadSql::row).optional();
    }

    /** Unfinished ones whose time is over; their rows stay for a while, to answer 410. */
    List<String> expiredUnfinished(Instant now) {
        return db.sql("""
                select id from upload
                 where expires_at < :now and file is null""")
            .param("now", now.toEpochMilli()).query(String.class).list();
    }

    /** One that waits for somebody else than its owner keeps its time. */
    void waits(String id, Instant until) {
        db.sql("update upload set expires_at = :until where id = :id and file is null").param("until", until.toEpochMilli()).param("id", id).update();
    }

    /** Those to one place or those below it, whose name ends with a colon: their time is over now, and nothing of what they were called stays. */
    List<String> ended(String place, Instant now) {
        db.sql("""
                update upload set original_name = '', metadata = '', expires_at = :past
                 where slot like :place || '%'""")
            .param("place", place).param("past", now.toEpochMilli() - 1).update();
        return db.sql("select id from upload where slot like :place || '%'").param("place", place).query(String.class).list();
    }

    /** @param sha256 noted where its bytes may have moved into the store already */
    record Unfinished(Optional<Sha256> sha256) {}

    /** Empty where there is no such upload, or it is complete. */
    Optional<Unfinished> unfinished(String id) {
        return db.sql("""
                select sha256 from upload
                 where id = :id and file is null""")
            .param("id", id).query((row, number) -> new Unfinished(Optional.ofNullable(row.getString("sha256")).map(Sha256::new))).optional();
    }

    /** It needs no content any more. */
    void abandoned(String id) {
        db.sql("""
                update upload set sha256 = null
                 where id = :id and file is null""")
            .param("id", id).update();
    }

    /** Files that arrived without getting their place, and whose upload's time is over. */
    List<UUID> refusedFiles(Instant now) {
        return db.sql("""
                select file from upload
                 where expires_at < :now and file is not null and refusal_zh is not null""")
            .param("now", now.toEpochMilli()).query(String.class).list().stream().map(UUID::fromString).toList();
    }

    boolean exists(String id) {
        return db.sql("""
                select count(*) from upload
                 where id = :id""")
            .param("id", id).query(Long.class).single() > 0;
    }

    int deleteExpiredBefore(Instant end) {
        return db.sql("""
                delete from upload
                 where expires_at < :end""")
            .param("end", end.toEpochMilli()).update();
    }

    /** Empty too where the row is gone. */
    OptionalLong unverifiedFrom(Upload upload) {
        return find(upload.account(), upload.id()).map(Upload::unverifiedFrom).orElse(OptionalLong.empty());
    }

    void unverifiedFrom(Upload upload, OptionalLong offset) {
        StaleData.unlessOne("upload", db.sql("""
                update upload set unverified_from = :offset
                 where account = :account and id = :id""")
            .param("offset", offset.isPresent() ? offset.getAsLong() : null)
            .param("account", upload.account().toString()).param("id", upload.id()).update());
    }

    void hashed(Upload upload, Sha256 sha256) {
        StaleData.unlessOne("upload", db.sql("""
                update upload set sha256 = :sha256
                 where account = :account and id = :id and file is null""")
            .param("sha256", sha256.hex()).param("account", upload.account().toString()).param("id", upload.id()).update());
    }

    void stored(Upload upload, UUID file, Optional<Text> refusal) {
        StaleData.unlessOne("upload", db.sql("""
                update upload set file = :file, refusal_zh = :zh, refusal_en = :en
                 where account = :account and id = :id and file is null""")
            .param("file", file.toString()).param("zh", refusal.map(Text::zh).orElse(null))
            .param("en", refusal.map(Text::en).orElse(null))
            .param("account", upload.account().toString()).param("id", upload.id()).update());
    }

    /** It came whole and may not stay: no content is left, and its owner is told why. */
    void refused(Upload upload, Text why) {
        StaleData.unlessOne("upload", db.sql("""
                update upload set sha256 = null, refusal_zh = :zh, refusal_en = :en
                 where account = :account and id = :id and file is null""")
            .param("zh", why.zh()).param("en", why.en()).param("account", upload.account().toString()).param("id", upload.id()).update());
    }

    int delete(UUID account, String id) {
        return db.sql("""
                delete from upload
                 where account = :account and id = :id and file is null""")
            .param("account", account.toString()).param("id", id).update();
    }

    private static Upload row(ResultSet row, int number) throws SQLException {
        var unverified = row.getLong("unverified_from");
        var offset = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(unverified);
        return new Upload(row.getString("id"), UUID.fromString(row.getString("account")), row.getString("slot"),
            row.getString("original_name"), row.getString("metadata"), row.getLong("size"),
            Instant.ofEpochMilli(row.getLong("expires_at")), offset, Optional.ofNullable(row.getString("sha256")).map(Sha256::new),
            Optional.ofNullable(row.getString("file")).map(UUID::fromString),
            text(row.getString("refusal_zh"), row.getString("refusal_en")));
    }

    private static Optional<Text> text(@Nullable String zh, @Nullable String en) {
        return zh == null || en == null ? Optional.empty() : Optional.of(new Text(zh, en));
    }
}
