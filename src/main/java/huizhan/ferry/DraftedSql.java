package huizhan.ferry;

import huizhan.kernel.Sha256;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What discs have become at a department's desk; the department is the first argument. */
@Repository
class DraftedSql {
    private final JdbcClient db;

    DraftedSql(JdbcClient db) {
        this.db = db;
    }

    /**
     * @param came   the digest of what came; empty for a stub
     * @param digest of what stood here right after
     */
    record Drafted(String came, String digest) {
        static final Drafted STUB = new Drafted("", "");

        static Drafted of(Sha256 came, Sha256 digest) {
            return new Drafted(came.hex(), digest.hex());
        }
    }

    Map<UUID, Drafted> find(UUID department, Collection<UUID> subjects) {
        var found = new LinkedHashMap<UUID, Drafted>();
        if (subjects.isEmpty()) return found;
        db.sql("select subject_id, came, digest from drafted where department_id = :department and subject_id in (:subjects)")
            .param("department", department.toString()).param("subjects", subjects.stream().map(UUID::toString).toList())
            .query(row -> {
                found.put(UUID.fromString(row.getString("subject_id")), new Drafted(row.getString("came"), row.getString("digest")));
            });
        return found;
    }

    void put(UUID department, String call, UUID subject, Drafted drafted, Instant at) {
        forget(department, subject);
        db.sql("""
                insert into drafted (subject_id, call_id, department_id, came, digest, drafted_at)
                values (:subject, :call, :department, :came, :digest, :at)""")
            .param("subject", subject.toString()).param("call", call).param("department", department.toString()).param("came", drafted.came())
            .param("digest", drafted.digest()).param("at", at.toEpochMilli()).update();
    }

    void forget(UUID department, UUID subject) {
        db.sql("delete from drafted where department_id = :department and subject_id = :subject")
            .param("department", department.toString()).param("subject", subject.toString()).update();
    }
}
