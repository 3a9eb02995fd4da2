package huizhan.ferry;

import huizhan.call.Call;
import huizhan.ferry.Delivery.Volume;
import huizhan.kernel.Sha256;
import huizhan.material.CanonicalJson;
import huizhan.material.NominationReader;
import huizhan.material.NominationWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was taken in from discs. The department is the first argument wherever one department's are meant. */
@Repository
class ArrivalSql {
    private final JdbcClient db;

    ArrivalSql(JdbcClient db) {
        this.db = db;
    }

    void insert(Arrival arrival, Call call, UUID by) {
        db.sql("""
                insert into arrival (id, call_id, department_id, whole, sealed, draft, revision, digest, content, taken_at, taken_by)
                values (:id, :call, :department, :whole, :sealed, :draft, :revision, :digest, :content, :at, :by)""")
            .param("id", arrival.id().toString()).param("call", call.id()).param("department", arrival.department().toString())
            .param("whole", arrival.whole() ? 1 : 0).param("sealed", arrival.sealed() ? 1 : 0).param("draft", arrival.draft() ? 1 : 0)
            .param("revision", arrival.material().revision()).param("digest", arrival.digest().hex())
            .param("content", CanonicalJson.of(NominationWriter.tree(arrival.material(), call))).param("at", arrival.at().toEpochMilli())
            .param("by", by.toString()).update();
        arrival.files().forEach((path, file) -> db.sql("insert into arrival_file (arrival_id, path, file_id) values (:arrival, :path, :file)")
            .param("arrival", arrival.id().toString()).param("path", path).param("file", file.toString()).update());
    }

    /** The same disc twice is refused by the database, even at the same instant. */
    void insert(UUID arrival, Volume volume) {
        db.sql("insert into arrival_disc (identity, arrival_id, number, count, name) values (:identity, :arrival, :number, :count, :name)")
            .param("identity", volume.identity().hex()).param("arrival", arrival.toString()).param("number", volume.number())
            .param("count", volume.count()).param("name", volume.name()).update();
    }

    /** Those of the discs that were taken in. */
    Set<Sha256> known(List<Sha256> identities) {
        return new LinkedHashSet<>(db.sql("select identity from arrival_disc where identity in (:identities)")
            .param("identities", identities.stream().map(Sha256::hex).toList()).query(String.class).list().stream().map(Sha256::new).toList());
    }

    /** Everything of one department, the oldest first. */
    List<Arrival> of(UUID department, Call call) {
        var files = new LinkedHashMap<UUID, Map<String, UUID>>();
        db.sql("""
                select f.arrival_id, f.path, f.file_id from arrival_file f join arrival a on a.id = f.arrival_id
                 where a.department_id = :department and a.call_id = :call order by f.path""")
            .param("department", department.toString()).param("call", call.id())
            .query(row -> {
                files.computeIfAbsent(UUID.fromString(row.getString("arrival_id")), any -> new LinkedHashMap<>()).put(row.getString("path"), UUID.fromString(row.getString("file_id")));
            });
        return db.sql("""
                select id, sealed, draft, digest, content, taken_at from arrival
                 where department_id = :department and call_id = :call order by taken_at, id""")
            .param("department", department.toString()).param("call", call.id())
            .query((row, n) -> {
                var id = UUID.fromString(row.getString("id"));
                return new Arrival(id, department, read(row.getString("content"), call), row.getInt("sealed") == 1, row.getInt("draft") == 1, new Sha256(row.getString("digest")),
                    files.getOrDefault(id, Map.of()), Instant.ofEpochMilli(row.getLong("taken_at")));
            }).list();
    }

    private static huizhan.material.Material read(String content, Call call) {
        try {
            return NominationReader.read(content.getBytes(StandardCharsets.UTF_8), call);
        } catch (NominationReader.Unreadable e) {
            throw new IllegalStateException("an arrival can't be read: " + e.getMessage());
        }
    }

    /** A disc that was taken in, for the list of all. */
    record Taken(UUID arrival, UUID department, boolean whole, boolean sealed, boolean draft, int revision, Instant at, UUID by, List<Volume> discs) {}

    /** Everything that was taken in for a call, the newest first. */
    List<Taken> all(String call) {
        var discs = new LinkedHashMap<UUID, List<Volume>>();
        db.sql("""
                select d.arrival_id, d.identity, d.number, d.count, d.name from arrival_disc d join arrival a on a.id = d.arrival_id
                 where a.call_id = :call order by d.number""")
            .param("call", call)
            .query(row -> {
                discs.computeIfAbsent(UUID.fromString(row.getString("arrival_id")), any -> new ArrayList<>())
                    .add(new Volume(new Sha256(row.getString("identity")), row.getInt("number"), row.getInt("count"), row.getString("name")));
            });
        return db.sql("""
                select id, department_id, whole, sealed, draft, revision, taken_at, taken_by from arrival where call_id = :call order by taken_at desc, id""")
            .param("call", call)
            .query((row, n) -> {
                var id = UUID.fromString(row.getString("id"));
                return new Taken(id, UUID.fromString(row.getString("department_id")), row.getInt("whole") == 1, row.getInt("sealed") == 1, row.getInt("draft") == 1,
                    row.getInt("revision"), Instant.ofEpochMilli(row.getLong("taken_at")), UUID.fromString(row.getString("taken_by")), discs.getOrDefault(id, List.of()));
            }).list();
    }

    /** Writes down what doesn't fit together now. */
    void replace(UUID department, String call, List<Gap> gaps) {
        db.sql("delete from arrival_gap where department_id = :department and call_id = :call").param("department", department.toString()).param("call", call).update();
        int number = 0;
        for (var gap : gaps) {
            db.sql("""
                    insert into arrival_gap (call_id, department_id, number, kind, place, about, other_place)
                    values (:call, :department, :number, :kind, :place, :about, :other)""")
                .param("call", call).param("department", department.toString()).param("number", ++number).param("kind", GapWords.code(gap.kind()))
                .param("place", gap.rank().orElse(0)).param("about", gap.about().toString()).param("other", gap.other().orElse(0)).update();
        }
    }

    /** What doesn't fit together, of every department with such a thing. */
    Map<UUID, List<Gap>> gaps(String call) {
        var gaps = new LinkedHashMap<UUID, List<Gap>>();
        db.sql("select department_id, kind, place, about, other_place from arrival_gap where call_id = :call order by department_id, number").param("call", call)
            .query(row -> {
                gaps.computeIfAbsent(UUID.fromString(row.getString("department_id")), any -> new ArrayList<>())
                    .add(new Gap(GapWords.kind(row.getString("kind")), place(row.getInt("place")), UUID.fromString(row.getString("about")), place(row.getInt("other_place"))));
            });
        return gaps;
    }

    private static Optional<Integer> place(int column) {
        return column == 0 ? Optional.empty() : Optional.of(column);
    }

    /** Notes that a revision was made out of arrivals. */
    void made(UUID revision, UUID department) {
        db.sql("insert into arrival_revision (revision_id, department_id) values (:revision, :department)")
            .param("revision", revision.toString()).param("department", department.toString()).update();
    }

    /** Whether a revision was made out of arrivals, and not signed off here by its department. */
    boolean isMade(UUID department, UUID revision) {
        return db.sql("select count(*) from arrival_revision where department_id = :department and revision_id = :revision")
            .param("department", department.toString()).param("revision", revision.toString()).query(Integer.class).single() > 0;
    }

    /** Only for erasing (A4): what an arrival says without one achievement, and without its files. */
    void rewrite(Arrival arrival, Call call, List<UUID> files) {
        db.sql("update arrival set content = :content where department_id = :department and id = :id")
            .param("content", CanonicalJson.of(NominationWriter.tree(arrival.material(), call))).param("department", arrival.department().toString())
            .param("id", arrival.id().toString()).update();
        files.forEach(file -> db.sql("delete from arrival_file where arrival_id = :arrival and file_id = :file")
            .param("arrival", arrival.id().toString()).param("file", file.toString()).update());
    }
}
