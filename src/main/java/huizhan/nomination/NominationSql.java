package huizhan.nomination;

import huizhan.kernel.Sha256;
import huizhan.kernel.StaleData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lists, their lines and their sign-offs. The department is the first argument of every query about a list. */
@Repository
class NominationSql {
    private final JdbcClient db;

    NominationSql(JdbcClient db) {
        this.db = db;
    }

    Optional<RankedList> find(UUID department, String call) {
        return db.sql("""
                select id, version from nomination where department_id = :department and call_id = :call""")
            .param("department", department.toString()).param("call", call)
            .query((row, n) -> list(UUID.fromString(row.getString("id")), department, row.getLong("version"))).optional();
    }

    private RankedList list(UUID id, UUID department, long version) {
        return new RankedList(id, department, version, lines(id), signatures(id).stream().findFirst().filter(Signature::holds));
    }

    private List<Line> lines(UUID nomination) {
        return db.sql("""
                select line_id, stub from nomination_line where nomination_id = :nomination order by place""")
            .param("nomination", nomination.toString())
            .query((row, n) -> new Line(UUID.fromString(row.getString("line_id")), row.getInt("stub") == 1)).list();
    }

    /** Every sign-off of a list, the newest first. */
    List<Signature> signatures(UUID nomination) {
        return db.sql("""
                select r.id, r.number, r.receipt, r.digest, r.trail, r.signed_at, r.signer, w.reason, w.withdrawn_at
                  from nomination_revision r
                  left join withdrawal w on w.revision_id = r.id
                 where r.nomination_id = :nomination
                 order by r.number desc""")
            .param("nomination", nomination.toString()).query(NominationSql::signature).list();
    }

    private static Signature signature(ResultSet row, int n) throws SQLException {
        var reason = row.getString("reason");
        var withdrawal = reason == null ? Optional.<Signature.Withdrawal>empty()
            : Optional.of(new Signature.Withdrawal(reason, Instant.ofEpochMilli(row.getLong("withdrawn_at"))));
        return new Signature(UUID.fromString(row.getString("id")), row.getInt("number"), new ReceiptNumber(row.getString("receipt")),
            new Sha256(row.getString("digest")), row.getString("trail"), Instant.ofEpochMilli(row.getLong("signed_at")),
            row.getString("signer"), withdrawal);
    }

    void insert(RankedList list, String call, Instant at, UUID by) {
        db.sql("""
                insert into nomination (id, call_id, department_id, version, created_at, created_by)
                values (:id, :call, :department, :version, :at, :by)""")
            .param("id", list.id().toString()).param("call", call).param("department", list.department().toString())
            .param("version", list.version()).param("at", at.toEpochMilli()).param("by", by.toString()).update();
    }

    /** Writes the lines and raises the version; someone who was faster is not overwritten. */
    void update(RankedList list) {
        StaleData.unlessOne("the order of nomination " + list.id(), db.sql("""
                update nomination set version = version + 1
                 where department_id = :department and id = :id and version = :version""")
            .param("department", list.department().toString()).param("id", list.id().toString()).param("version", list.version()).update());
        db.sql("delete from nomination_line where nomination_id = :id").param("id", list.id().toString()).update();
        for (var line : list.lines()) {
            db.sql("""
                    insert into nomination_line (nomination_id, line_id, place, stub) values (:nomination, :line, :place, :stub)""")
                .param("nomination", list.id().toString()).param("line", line.id().toString()).param("place", list.rank(line.id()))
                .param("stub", line.stub() ? 1 : 0).update();
        }
    }

    /** The revision that a list had elsewhere before it came here; 0 for one that was begun here. */
    int earlier(UUID nomination) {
        return db.sql("select earlier from nomination where id = :id").param("id", nomination.toString()).query(Integer.class).optional().orElse(0);
    }

    /** Its revisions are counted from another one's; never back. */
    void follow(RankedList list, int revision) {
        db.sql("update nomination set earlier = :revision where department_id = :department and id = :id and earlier < :revision")
            .param("revision", revision).param("department", list.department().toString()).param("id", list.id().toString()).update();
    }

    /** How many sign-offs a department has made in a call. */
    int signed(UUID department, String call) {
        return db.sql("""
                select count(*) from nomination_revision r join nomination n on n.id = r.nomination_id
                 where n.department_id = :department and n.call_id = :call""")
            .param("department", department.toString()).param("call", call).query(Integer.class).single();
    }

    void insert(UUID nomination, Signature signature, String content, UUID by) {
        db.sql("""
                insert into nomination_revision (id, nomination_id, number, receipt, digest, content, trail, signed_at, signed_by, signer)
                values (:id, :nomination, :number, :receipt, :digest, :content, :trail, :at, :by, :signer)""")
            .param("id", signature.revision().toString()).param("nomination", nomination.toString()).param("number", signature.number())
            .param("receipt", signature.receipt().text()).param("digest", signature.digest().hex()).param("content", content)
            .param("trail", signature.trail()).param("at", signature.at().toEpochMilli()).param("by", by.toString())
            .param("signer", signature.signer()).update();
    }

    void insertFile(UUID revision, String path, UUID file) {
        db.sql("insert into revision_file (revision_id, path, file_id) values (:revision, :path, :file)")
            .param("revision", revision.toString()).param("path", path).param("file", file.toString()).update();
    }

    void insertDeclaration(UUID revision, UUID line, Instant at, UUID by) {
        db.sql("""
                insert into declaration (revision_id, line_id, declared_at, declared_by) values (:revision, :line, :at, :by)""")
            .param("revision", revision.toString()).param("line", line.toString()).param("at", at.toEpochMilli())
            .param("by", by.toString()).update();
    }

    /** The version is the guard against a sign-off and a withdrawal at once. */
    void withdraw(RankedList list, Signature signature, Signature.Withdrawal withdrawal, UUID by) {
        StaleData.unlessOne("the sign-off of nomination " + list.id(), db.sql("""
                insert into withdrawal (revision_id, reason, withdrawn_at, withdrawn_by)
                select r.id, :reason, :at, :by from nomination_revision r where r.id = :revision and r.nomination_id = :nomination
                on conflict do nothing""")
            .param("reason", withdrawal.reason()).param("at", withdrawal.at().toEpochMilli()).param("by", by.toString())
            .param("revision", signature.revision().toString()).param("nomination", list.id().toString()).update());
    }

    /** The frozen content of a department's sign-off. */
    Optional<Frozen> content(UUID department, UUID revision) {
        return db.sql("""
                select r.content from nomination_revision r join nomination n on n.id = r.nomination_id
                 where n.department_id = :department and r.id = :revision""")
            .param("department", department.toString()).param("revision", revision.toString())
            .query((row, n) -> new Frozen(row.getString("content"), files(revision))).optional();
    }

    private List<FrozenFile> files(UUID revision) {
        return db.sql("select path, file_id from revision_file where revision_id = :revision order by path")
            .param("revision", revision.toString())
            .query((row, n) -> new FrozenFile(row.getString("path"), UUID.fromString(row.getString("file_id")))).list();
    }

    /** Only for erasing (A4): a withdrawn sign-off's content without one achievement, and without its files. */
    void rewrite(UUID revision, String content, String folder) {
        StaleData.unlessOne("the content of revision " + revision, db.sql("""
                update nomination_revision set content = :content
                 where id = :revision and exists (select 1 from withdrawal w where w.revision_id = nomination_revision.id)""")
            .param("content", content).param("revision", revision.toString()).update());
        db.sql("delete from revision_file where revision_id = :revision and path like :folder")
            .param("revision", revision.toString()).param("folder", folder + "%").update();
    }

    /** Whose sign-off it is; for those who see all departments'. */
    Optional<UUID> department(UUID revision) {
        return db.sql("""
                select n.department_id from nomination n join nomination_revision r on r.nomination_id = n.id where r.id = :revision""")
            .param("revision", revision.toString()).query((row, n) -> UUID.fromString(row.getString("department_id"))).optional();
    }

    /** Which nomination a sign-off belongs to. */
    UUID nomination(UUID revision) {
        return UUID.fromString(db.sql("select nomination_id from nomination_revision where id = :revision")
            .param("revision", revision.toString()).query(String.class).single());
    }

    /** Every sign-off in which a document stands, a nomination or an achievement; the newest first. */
    List<Telling> telling(String call, UUID document) {
        return db.sql("""
                select r.id as revision, n.id as nomination, n.department_id
                  from nomination_revision r
                  join nomination n on n.id = r.nomination_id
                 where n.call_id = :call and (n.id = :document or r.content like :within)
                 order by r.signed_at desc, r.number desc""")
            .param("call", call).param("document", document.toString()).param("within", "%\"" + document + "\"%")
            .query((row, n) -> new Telling(UUID.fromString(row.getString("revision")), UUID.fromString(row.getString("nomination")),
                UUID.fromString(row.getString("department_id")))).list();
    }

    record Telling(UUID revision, UUID nomination, UUID department) {}

    /** Whose list it is. */
    Optional<UUID> owner(String call, UUID nomination) {
        return db.sql("select department_id from nomination where call_id = :call and id = :id")
            .param("call", call).param("id", nomination.toString()).query((row, n) -> UUID.fromString(row.getString("department_id"))).optional();
    }

    record Frozen(String content, List<FrozenFile> files) {}

    record FrozenFile(String path, UUID file) {}

    /** Whether a sign-off that holds contains the achievement. */
    boolean holds(UUID department, UUID line) {
        return db.sql("""
                select count(*) from nomination n
                  join nomination_line l on l.nomination_id = n.id
                  join nomination_revision r on r.nomination_id = n.id
                  left join withdrawal w on w.revision_id = r.id
                 where n.department_id = :department and l.line_id = :line and w.revision_id is null""")
            .param("department", department.toString()).param("line", line.toString()).query(Integer.class).single() > 0;
    }

    /** The sign-offs that hold. */
    List<Held> held(String call) {
        return db.sql("""
                select n.department_id, r.id as revision, r.receipt
                  from nomination n
                  join nomination_revision r on r.nomination_id = n.id
                 where n.call_id = :call and not exists (select 1 from withdrawal w where w.revision_id = r.id)""")
            .param("call", call)
            .query((row, n) -> new Held(UUID.fromString(row.getString("department_id")), UUID.fromString(row.getString("revision")), row.getString("receipt"))).list();
    }

    record Held(UUID department, UUID revision, String receipt) {}
}
