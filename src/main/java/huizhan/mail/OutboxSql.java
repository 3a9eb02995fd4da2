package huizhan.mail;

import huizhan.kernel.StaleData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Letters, and what happened to each. */
final class OutboxSql {
    private final JdbcClient db;

    OutboxSql(JdbcClient db) {
        this.db = db;
    }

    void insert(Kept letter) {
        db.sql("""
                insert into letter (id, kind, account, name, address, lang, subject, body, reference, department_id, message_id, put_at, put_by)
                values (:id, :kind, :account, :name, :address, 'zh,en', :subject, :body, :reference, :department, :messageId, :at, :by)""")
            .param("id", letter.id().toString()).param("kind", letter.kind().code()).param("account", letter.account().map(UUID::toString).orElse(null))
            .param("name", letter.name()).param("address", letter.address()).param("subject", letter.subject()).param("body", letter.body())
            .param("reference", letter.reference()).param("department", letter.department().map(UUID::toString).orElse(null))
            .param("messageId", letter.messageId()).param("at", letter.at().toEpochMilli()).param("by", letter.by().toString()).update();
    }

    /** The number is the guard: of two that note the same at once, one is told. */
    void insert(UUID letter, Fact fact) {
        StaleData.unlessOne("letter " + letter, db.sql("""
                insert into letter_fact (letter_id, number, kind, noted_at, noted_by, word) values (:letter, :number, :kind, :at, :by, :word)
                on conflict do nothing""")
            .param("letter", letter.toString()).param("number", fact.number()).param("kind", fact.kind().code())
            .param("at", fact.at().toEpochMilli()).param("by", fact.by().toString()).param("word", fact.word()).update());
    }

    Optional<Kept> find(UUID id) {
        return db.sql("""
                select id, kind, account, name, address, subject, body, reference, department_id, message_id, put_at, put_by
                  from letter where id = :id""")
            .param("id", id.toString()).query(OutboxSql::kept).optional();
    }

    /** Everything that happened to a letter, in order. */
    List<Fact> facts(UUID letter) {
        return db.sql("select number, kind, noted_at, noted_by, word from letter_fact where letter_id = :letter order by number")
            .param("letter", letter.toString()).query(OutboxSql::fact).list();
    }

    /** One line of the list. */
    record Line(Kept letter, Fact last) {}

    long count(Filter filter) {
        return db.sql("""
                select count(*) from letter l
                  join letter_fact f on f.letter_id = l.id and f.number = (select max(n.number) from letter_fact n where n.letter_id = l.id)
                 where (:kind = '' or l.kind = :kind) and f.kind in (:facts)
                   and (:department = '' or l.department_id = :department)""")
            .param("kind", filter.kind()).param("facts", filter.facts()).param("department", filter.department()).query(Long.class).single();
    }

    /** The newest first. */
    List<Line> page(Filter filter, long offset, int most) {
        return db.sql("""
                select l.id, l.kind, l.account, l.name, l.address, l.subject, l.body, l.reference, l.department_id, l.message_id, l.put_at, l.put_by,
                       f.number, f.kind as fact, f.noted_at, f.noted_by, f.word
                  from letter l
                  join letter_fact f on f.letter_id = l.id and f.number = (select max(n.number) from letter_fact n where n.letter_id = l.id)
                 where (:kind = '' or l.kind = :kind) and f.kind in (:facts)
                   and (:department = '' or l.department_id = :department)
                 order by l.put_at desc, l.id
                 limit :most offset :offset""")
            .param("kind", filter.kind()).param("facts", filter.facts()).param("department", filter.department()).param("most", most)
            .param("offset", offset).query((row, n) -> new Line(kept(row, n), last(row))).list();
    }

    /** How many letters stand where; what stands nowhere is left out. */
    Map<Fact.State, Long> counts() {
        var counts = new EnumMap<Fact.State, Long>(Fact.State.class);
        db.sql("""
                select f.kind, count(*) as letters from letter_fact f
                 where f.number = (select max(n.number) from letter_fact n where n.letter_id = f.letter_id)
                 group by f.kind""")
            .query((row, n) -> counts.merge(Fact.State.of(Fact.Kind.of(row.getString("kind"))), row.getLong("letters"), Long::sum)).list();
        return counts;
    }

    /** How many letters stand at one of these; reads no others, for it is asked on each page of the organizer. */
    long count(Collection<String> facts) {
        return db.sql("""
                select count(*) from letter_fact f
                 where f.kind in (:facts) and not exists (select 1 from letter_fact n where n.letter_id = f.letter_id and n.number > f.number)""")
            .param("facts", facts).query(Long.class).single();
    }

    /** Letters that wait, the oldest first, each with the number of its last putting. */
    Map<UUID, Integer> waiting(Collection<String> facts) {
        var rounds = new HashMap<UUID, Integer>();
        db.sql("""
                select f.letter_id, (select max(r.number) from letter_fact r where r.letter_id = f.letter_id and r.kind in ('put', 'again')) as round
                  from letter_fact f
                 where f.kind in (:facts) and f.number = (select max(n.number) from letter_fact n where n.letter_id = f.letter_id)""")
            .param("facts", facts).query((row, n) -> rounds.put(UUID.fromString(row.getString("letter_id")), row.getInt("round"))).list();
        return rounds;
    }

    /** Where the newest letter about each of these references stands. */
    Map<String, Fact> standings(Collection<String> references) {
        var standings = new HashMap<String, Fact>();
        if (references.isEmpty()) return standings;
        db.sql("""
                select l.reference, f.number, f.kind as fact, f.noted_at, f.noted_by, f.word
                  from letter l
                  join letter_fact f on f.letter_id = l.id and f.number = (select max(n.number) from letter_fact n where n.letter_id = l.id)
                 where l.reference in (:references)
                 order by l.put_at, l.id""")
            .param("references", references).query((row, n) -> standings.put(row.getString("reference"), last(row))).list();
        return standings;
    }

    /**
     * The accounts written to about something since a moment.
     *
     * @param going facts after which a letter is still to go, which then counts from when it was put
     * @param gone  facts after which it has gone, which counts from then
     */
    List<UUID> told(UUID department, String reference, Instant since, Collection<String> going, Collection<String> gone) {
        return db.sql("""
                select distinct l.account
                  from letter l
                  join letter_fact f on f.letter_id = l.id and f.number = (select max(n.number) from letter_fact n where n.letter_id = l.id)
                 where l.department_id = :department and l.reference = :reference and l.account is not null
                   and (f.kind in (:going) and l.put_at > :since or f.kind in (:gone) and f.noted_at > :since)""")
            .param("department", department.toString()).param("reference", reference).param("since", since.toEpochMilli()).param("going", going).param("gone", gone)
            .query((row, n) -> UUID.fromString(row.getString("account"))).list();
    }

    private static Kept kept(ResultSet row, int n) throws SQLException {
        return new Kept(UUID.fromString(row.getString("id")), Letter.Kind.of(row.getString("kind")), uuid(row.getString("account")), row.getString("name"),
            row.getString("address"), row.getString("subject"), row.getString("body"), row.getString("reference"), uuid(row.getString("department_id")),
            row.getString("message_id"), Instant.ofEpochMilli(row.getLong("put_at")), UUID.fromString(row.getString("put_by")));
    }

    private static Fact last(ResultSet row) throws SQLException {
        return new Fact(row.getInt("number"), Fact.Kind.of(row.getString("fact")), Instant.ofEpochMilli(row.getLong("noted_at")),
            UUID.fromString(row.getString("noted_by")), row.getString("word"));
    }

    private static Fact fact(ResultSet row, int n) throws SQLException {
        return new Fact(row.getInt("number"), Fact.Kind.of(row.getString("kind")), Instant.ofEpochMilli(row.getLong("noted_at")),
            UUID.fromString(row.getString("noted_by")), row.getString("word"));
    }

    private static Optional<UUID> uuid(@org.jspecify.annotations.Nullable String text) {
        return Optional.ofNullable(text).map(UUID::fromString);
    }
}
