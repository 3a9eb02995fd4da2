package huizhan.nomination;

import huizhan.kernel.Sha256;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The sign-offs that hold, of all departments; only for what works for the organizer. */
@Repository
class SignOffSql {
    private final JdbcClient db;

    SignOffSql(JdbcClient db) {
        this.db = db;
    }

    /** The frozen contents of those of the sign-offs that hold; in two statements, however many they are. */
    Map<UUID, NominationSql.Frozen> contents(Collection<UUID> revisions) {
        var contents = new LinkedHashMap<UUID, NominationSql.Frozen>();
        if (revisions.isEmpty()) {
            return contents;
        }
        var ids = revisions.stream().map(UUID::toString).toList();
        db.sql("""
                select r.id, r.content from nomination_revision r
                  left join withdrawal w on w.revision_id = r.id
                 where r.id in (:ids) and w.revision_id is null""")
            .param("ids", ids)
            .query(row -> {
                contents.put(UUID.fromString(row.getString("id")), new NominationSql.Frozen(row.getString("content"), new ArrayList<>()));
            });
        db.sql("select revision_id, path, file_id from revision_file where revision_id in (:ids) order by revision_id, path").param("ids", ids)
            .query(row -> {
                var frozen = contents.get(UUID.fromString(row.getString("revision_id")));
                if (frozen != null) {
                    frozen.files().add(new NominationSql.FrozenFile(row.getString("path"), UUID.fromString(row.getString("file_id"))));
                }
            });
        return contents;
    }

    Set<UUID> stubs(String call) {
        return db.sql("select l.line_id from nomination_line l join nomination n on n.id = l.nomination_id where n.call_id = :call and l.stub = 1").param("call", call)
            .query((row, n) -> UUID.fromString(row.getString("line_id"))).set();
    }

    /** The sign-offs that hold, the oldest first. */
    List<SignOffs.Standing> standing(String call) {
        return db.sql("""
                select n.id as nomination, n.department_id, r.id as revision, r.receipt, r.digest, r.signed_at
                  from nomination n
                  join nomination_revision r on r.nomination_id = n.id
                  left join withdrawal w on w.revision_id = r.id
                 where n.call_id = :call and w.revision_id is null
                 order by r.signed_at, r.receipt""")
            .param("call", call)
            .query((row, n) -> new SignOffs.Standing(UUID.fromString(row.getString("nomination")), UUID.fromString(row.getString("department_id")),
                UUID.fromString(row.getString("revision")), row.getString("receipt"), new Sha256(row.getString("digest")),
                Instant.ofEpochMilli(row.getLong("signed_at")))).list();
    }
}
