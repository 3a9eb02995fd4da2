package huizhan.audit;

import huizhan.kernel.Sha256;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of the trail. */
@Repository
class AuditSql {
    private final JdbcClient db;

    AuditSql(JdbcClient db) {
        this.db = db;
    }

    void insert(Entry entry) {
        db.sql("""
                insert into audit_entry (id, at, business_at, actor, department, what, subject, outcome, details, address)
                values (:id, :at, :businessAt, :actor, :department, :what, :subject, :outcome, :details, :address)""")
            .param("id", entry.id().toString()).param("at", entry.at().toEpochMilli())
            .param("businessAt", entry.businessAt().toEpochMilli()).param("actor", entry.actor().toString())
            .param("department", entry.department().map(UUID::toString).orElse(null))
            .param("what", entry.what()).param("subject", entry.subject()).param("outcome", entry.outcome())
            .param("details", entry.details()).param("address", entry.address()).update();
    }

    void callActor(UUID actor, String name) {
        db.sql("""
                insert into audit_actor (id, name) values (:id, :name)
                on conflict (id) do update set name = excluded.name where audit_actor.name <> excluded.name""")
            .param("id", actor.toString()).param("name", name).update();
    }

    Map<UUID, Instant> lastActs(Collection<UUID> actors) {
        var acts = new HashMap<UUID, Instant>();
        db.sql("""
                select actor, max(business_at) as last_at from audit_entry
                 where outcome = 'done' and actor in (:actors) group by actor""")
            .param("actors", actors.stream().map(UUID::toString).toList())
            .query((row, n) -> acts.put(UUID.fromString(row.getString("actor")), Instant.ofEpochMilli(row.getLong("last_at")))).list();
        return acts;
    }

    void forgetActor(UUID actor) {
        db.sql("delete from audit_actor where id = :id").param("id", actor.toString()).update();
    }

    Optional<String> key(String subject) {
        return db.sql("select secret from audit_key where subject = :subject").param("subject", subject).query(String.class).optional();
    }

    void insertKey(String subject, String secret) {
        db.sql("insert into audit_key (subject, secret) values (:subject, :secret) on conflict (subject) do nothing")
            .param("subject", subject).param("secret", secret).update();
    }

    void deleteKey(String subject) {
        db.sql("delete from audit_key where subject = :subject").param("subject", subject).update();
    }

    Head head() {
        return db.sql("select seq, hash from audit_head where id = 1")
            .query((row, n) -> new Head(row.getLong("seq"), new Sha256(row.getString("hash")))).single();
    }

    /** Whether the sealer may seal now: it holds the lease, or the last holder's has run out. */
    boolean lease(String sealer, Instant now, Instant until) {
        return db.sql("""
                update audit_head set sealer = :sealer, leased_until = :until
                 where id = 1 and (sealer = :sealer or leased_until < :now)""")
            .param("sealer", sealer).param("until", until.toEpochMilli()).param("now", now.toEpochMilli()).update() == 1;
    }

    boolean isWaiting() {
        return db.sql("select 1 from audit_entry where seq is null limit 1").query(Integer.class).optional().isPresent();
    }

    long countWaiting() {
        return db.sql("select count(*) from audit_entry where seq is null").query(Long.class).single();
    }

    List<Entry> waiting(int most) {
        return db.sql("""
                select id, seq, at, business_at, actor, department, what, subject, outcome, details, address, previous, hash
                  from audit_entry where seq is null order by at, id limit :most""")
            .param("most", most).query(AuditSql::row).list();
    }

    int seal(Entry entry, Head previous, Head own) {
        return db.sql("update audit_entry set seq = :seq, previous = :previous, hash = :hash where id = :id and seq is null")
            .param("seq", own.seq()).param("previous", previous.hash().hex()).param("hash", own.hash().hex())
            .param("id", entry.id().toString()).update();
    }

    int moveHead(Head from, Head to) {
        return db.sql("update audit_head set seq = :seq, hash = :hash where id = 1 and seq = :from")
            .param("seq", to.seq()).param("hash", to.hash().hex()).param("from", from.seq()).update();
    }

    /** The sealed entries after a number, in the order of the chain. */
    List<Entry> sealedAfter(long seq, int most) {
        return db.sql("""
                select id, seq, at, business_at, actor, department, what, subject, outcome, details, address, previous, hash
                  from audit_entry where seq > :seq order by seq limit :most""")
            .param("seq", seq).param("most", most).query(AuditSql::row).list();
    }

    long count(AuditFilter filter) {
        return filter.bind(db.sql("""
                select count(*)
                  from audit_entry e left join audit_actor a on a.id = e.actor
                 where e.business_at >= :from and e.business_at < :until
                   and (:who = '' or e.actor = :who or a.name like :whoLike escape '!')
                   and (:what = '' or e.what like :whatLike escape '!')
                   and (:subject = '' or e.subject like :subjectLike escape '!')
                   and (:outcome = '' or e.outcome = :outcome)""")).query(Long.class).single();
    }

    List<Line> lines(AuditFilter filter, long offset, int most) {
        return filter.bind(db.sql("""
                select e.id, e.seq, e.at, e.business_at, e.actor, e.department, e.what, e.subject, e.outcome, e.details, e.address,
                       e.previous, e.hash, a.name
                  from audit_entry e left join audit_actor a on a.id = e.actor
                 where e.business_at >= :from and e.business_at < :until
                   and (:who = '' or e.actor = :who or a.name like :whoLike escape '!')
                   and (:what = '' or e.what like :whatLike escape '!')
                   and (:subject = '' or e.subject like :subjectLike escape '!')
                   and (:outcome = '' or e.outcome = :outcome)
                 order by e.business_at desc, e.id desc
                 limit :most offset :offset"""))
            .param("most", most).param("offset", offset)
            .query((row, n) -> new Line(row(row, n), Optional.ofNullable(row.getString("name")))).list();
    }

    /** An entry with the name its actor goes by; empty once that name was erased. */
    record Line(Entry entry, Optional<String> name) {}

    private static Entry row(ResultSet row, int n) throws SQLException {
        var seq = row.getLong("seq");
        var sealed = row.wasNull() ? Optional.<Long>empty() : Optional.of(seq);
        return new Entry(UUID.fromString(row.getString("id")), sealed, Instant.ofEpochMilli(row.getLong("at")),
            Instant.ofEpochMilli(row.getLong("business_at")), UUID.fromString(row.getString("actor")),
            Optional.ofNullable(row.getString("department")).map(UUID::fromString), row.getString("what"), row.getString("subject"),
            row.getString("outcome").equals("refused"), row.getString("details"), row.getString("address"),
            Optional.ofNullable(row.getString("previous")), Optional.ofNullable(row.getString("hash")));
    }
}
