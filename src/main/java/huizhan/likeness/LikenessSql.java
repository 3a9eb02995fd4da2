package huizhan.likeness;

import huizhan.kernel.StaleData;
import huizhan.likeness.Pair.Place;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Pairs, their parts, and what was said about them. Only the organizer has anything to ask here, so the call is the first argument. */
@Repository
class LikenessSql {
    private final JdbcClient db;

    LikenessSql(JdbcClient db) {
        this.db = db;
    }

    /** A pair's name: the two achievements. */
    record Key(UUID one, UUID other) {
        static Key of(Pair pair) {
            return new Key(pair.one().achievement(), pair.other().achievement());
        }
    }

    /** Which of them are to be seen. */
    enum Show { OPEN, DISMISSED, ALL }

    /** Every pair with its parts, as it was found last. */
    List<Pair> pairs(String call) {
        return withParts(call, db.sql("""
                select one_id, other_id, one_revision, other_revision, strength from likeness where call_id = :call
                 order by strength desc, one_id, other_id""")
            .param("call", call).query((row, n) -> pair(row)).list());
    }

    /** One page of them, the strongest first. */
    List<Pair> page(String call, Show show, int size, long offset) {
        return withParts(call, db.sql("""
                select l.one_id, l.other_id, l.one_revision, l.other_revision, l.strength
                  from likeness l
                  left join likeness_step s on s.one_id = l.one_id and s.other_id = l.other_id
                   and s.step = (select max(m.step) from likeness_step m where m.one_id = l.one_id and m.other_id = l.other_id)
                 where l.call_id = :call and (:show = 'ALL' or (case when s.kind = 'dismissed' then 'DISMISSED' else 'OPEN' end) = :show)
                 order by l.strength desc, l.one_id, l.other_id limit :size offset :offset""")
            .param("call", call).param("show", show.name()).param("size", size).param("offset", offset)
            .query((row, n) -> pair(row)).list());
    }

    /** How many pairs there are to see. */
    long count(String call, Show show) {
        return db.sql("""
                select count(*) from likeness l
                  left join likeness_step s on s.one_id = l.one_id and s.other_id = l.other_id
                   and s.step = (select max(m.step) from likeness_step m where m.one_id = l.one_id and m.other_id = l.other_id)
                 where l.call_id = :call and (:show = 'ALL' or (case when s.kind = 'dismissed' then 'DISMISSED' else 'OPEN' end) = :show)""")
            .param("call", call).param("show", show.name()).query(Long.class).single();
    }

    Optional<Pair> find(String call, Key key) {
        return withParts(call, db.sql("""
                select one_id, other_id, one_revision, other_revision, strength from likeness
                 where call_id = :call and one_id = :one and other_id = :other""")
            .param("call", call).param("one", key.one().toString()).param("other", key.other().toString())
            .query((row, n) -> pair(row)).list()).stream().findFirst();
    }

    /** @param now how the pair stands; empty where the two are no longer alike */
    record Change(Key key, Optional<Pair> now) {}

    /** What has to be written for these pairs to be all; one that is as it was is left alone, and keeps its day. Those that go come first. */
    List<Change> changes(String call, List<Pair> found) {
        var known = new LinkedHashMap<Key, Pair>();
        pairs(call).forEach(each -> known.put(Key.of(each), each));
        var fresh = found.stream().filter(each -> !each.equals(known.remove(Key.of(each)))).map(each -> new Change(Key.of(each), Optional.of(each))).toList();
        return Stream.concat(known.keySet().stream().map(each -> new Change(each, Optional.empty())), fresh.stream()).toList();
    }

    /** Each pair goes with all its parts, or not at all; one that was known keeps the day on which it was found. */
    void write(String call, List<Change> changes, Instant at) {
        for (var each : changes) {
            var since = delete(each.key()).orElse(at);
            each.now().ifPresent(pair -> insert(call, pair, since));
        }
    }

    private void insert(String call, Pair pair, Instant at) {
        db.sql("""
                insert into likeness (call_id, one_id, other_id, one_revision, other_revision, strength, found_at)
                values (:call, :one, :other, :oneRevision, :otherRevision, :strength, :at)""")
            .param("call", call).param("one", pair.one().achievement().toString()).param("other", pair.other().achievement().toString())
            .param("oneRevision", pair.one().revision().toString()).param("otherRevision", pair.other().revision().toString())
            .param("strength", pair.strength()).param("at", at.toEpochMilli()).update();
        for (int i = 0; i < pair.parts().size(); i++) {
            var part = pair.parts().get(i);
            db.sql("""
                    insert into likeness_part (one_id, other_id, number, kind, alike, one_file, other_file)
                    values (:one, :other, :number, :kind, :alike, :oneFile, :otherFile)""")
                .param("one", pair.one().achievement().toString()).param("other", pair.other().achievement().toString()).param("number", i + 1)
                .param("kind", part.kind().code()).param("alike", part.alike()).param("oneFile", part.one().map(UUID::toString).orElse(null))
                .param("otherFile", part.other().map(UUID::toString).orElse(null)).update();
        }
    }

    /** @return when it was found first; empty where it wasn't there */
    /** The steps of every pair of which it is one; the pairs themselves went with the sign-off. */
    void erase(UUID achievement) {
        db.sql("delete from likeness_step where one_id = :id or other_id = :id").param("id", achievement.toString()).update();
    }

    private Optional<Instant> delete(Key key) {
        var found = db.sql("select found_at from likeness where one_id = :one and other_id = :other")
            .param("one", key.one().toString()).param("other", key.other().toString()).query(Long.class).optional();
        db.sql("delete from likeness where one_id = :one and other_id = :other")
            .param("one", key.one().toString()).param("other", key.other().toString()).update();
        return found.map(Instant::ofEpochMilli);
    }

    /** Of a sign-off that was withdrawn nothing stays. */
    void forget(UUID revision) {
        db.sql("delete from likeness where one_revision = :revision or other_revision = :revision").param("revision", revision.toString()).update();
    }

    private List<Pair> withParts(String call, List<Pair> bare) {
        var parts = parts(bare.stream().map(each -> each.one().achievement().toString()).distinct().toList(), call);
        return bare.stream().map(each -> new Pair(each.one(), each.other(), each.strength(), parts.getOrDefault(Key.of(each), List.of()))).toList();
    }

    private Map<Key, List<Part>> parts(List<String> ones, String call) {
        var parts = new LinkedHashMap<Key, List<Part>>();
        if (!ones.isEmpty()) {
            db.sql("""
                    select p.one_id, p.other_id, p.kind, p.alike, p.one_file, p.other_file
                      from likeness l join likeness_part p on p.one_id = l.one_id and p.other_id = l.other_id
                     where l.call_id = :call and l.one_id in (:ones) order by p.one_id, p.other_id, p.number""")
                .param("call", call).param("ones", ones).query(row -> {
                    parts.computeIfAbsent(key(row), any -> new ArrayList<>()).add(part(row));
                });
        }
        return parts;
    }

    private static Key key(ResultSet row) throws SQLException {
        return new Key(UUID.fromString(row.getString("one_id")), UUID.fromString(row.getString("other_id")));
    }

    private static Part part(ResultSet row) throws SQLException {
        return new Part(Part.Kind.of(row.getString("kind")), row.getInt("alike"), Optional.ofNullable(row.getString("one_file")).map(UUID::fromString),
            Optional.ofNullable(row.getString("other_file")).map(UUID::fromString));
    }

    private static Pair pair(ResultSet row) throws SQLException {
        var key = key(row);
        return new Pair(new Place(key.one(), UUID.fromString(row.getString("one_revision"))),
            new Place(key.other(), UUID.fromString(row.getString("other_revision"))), row.getInt("strength"), List.of());
    }

    /** What was said about a pair, the newest first. */
    List<Step> steps(Key key) {
        return db.sql("""
                select step, kind, reason, stepped_at, stepped_by from likeness_step where one_id = :one and other_id = :other order by step desc""")
            .param("one", key.one().toString()).param("other", key.other().toString())
            .query((row, n) -> new Step(row.getLong("step"), row.getString("kind").equals("dismissed"), row.getString("reason"),
                Instant.ofEpochMilli(row.getLong("stepped_at")), UUID.fromString(row.getString("stepped_by")))).list();
    }

    /** The number is the guard: of two who speak at once, one is told. */
    void insert(Key key, Step step) {
        StaleData.unlessOne("what is said of a pair", db.sql("""
                insert into likeness_step (one_id, other_id, step, kind, reason, stepped_at, stepped_by)
                values (:one, :other, :step, :kind, :reason, :at, :by) on conflict do nothing""")
            .param("one", key.one().toString()).param("other", key.other().toString()).param("step", step.number())
            .param("kind", step.dismissed() ? "dismissed" : "taken-back").param("reason", step.reason()).param("at", step.at().toEpochMilli())
            .param("by", step.by().toString()).update());
    }
}
