package huizhan.organization.access;

import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL on failed attempts. */
@Repository
class ThrottleSql {
    private final JdbcClient db;

    ThrottleSql(JdbcClient db) {
        this.db = db;
    }

    record Standing(int failures, Instant lastAt, Instant freeAt) {}

    /** The count's row, made if it is missing and held until the transaction ends. */
    Standing locked(String name, Instant now) {
        db.sql("""
                insert into sign_in_try (name, failures, last_at, free_at) values (:name, 0, :now, :now)
                on conflict (name) do update set failures = sign_in_try.failures""")
            .param("name", name).param("now", now.toEpochMilli()).update();
        return db.sql("select failures, last_at, free_at from sign_in_try where name = :name").param("name", name)
            .query((row, n) -> new Standing(row.getInt("failures"), Instant.ofEpochMilli(row.getLong("last_at")),
                Instant.ofEpochMilli(row.getLong("free_at")))).single();
    }

    void write(String name, int failures, Instant lastAt, Instant freeAt) {
        db.sql("update sign_in_try set failures = :failures, last_at = :lastAt, free_at = :freeAt where name = :name")
            .param("failures", failures).param("lastAt", lastAt.toEpochMilli()).param("freeAt", freeAt.toEpochMilli())
            .param("name", name).update();
    }

    void delete(String name) {
        db.sql("delete from sign_in_try where name = :name").param("name", name).update();
    }

    void deleteBefore(Instant limit) {
        db.sql("delete from sign_in_try where last_at < :limit").param("limit", limit.toEpochMilli()).update();
    }
}
