package huizhan.ferry;

import huizhan.ferry.HandMadeImages.Which;
import huizhan.folder.HandMade;
import huizhan.folder.HandMade.Place;
import huizhan.folder.HandMade.Use;
import huizhan.kernel.StaleData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Discs made by hand, and their files; only for those who receive. */
@Repository
class HandMadeSql {
    private final JdbcClient db;

    HandMadeSql(JdbcClient db) {
        this.db = db;
    }

    /**
     * A disc made by hand.
     *
     * @param firstDay   on which it first came
     * @param unreadable when it was found that it can't be read
     * @param misplaced  when it was found that it may not lie here, and all of it went
     * @param images     how many whose files are being taken out
     */
    record Disc(UUID id, UUID department, LocalDate firstDay, Instant begun, Optional<Instant> unreadable, Optional<Instant> misplaced, Optional<Instant> taken, int images) {}

    /** @param looked whether a person has agreed to its place */
    record Lying(int number, String path, long size, Optional<UUID> file, Optional<Place> place, boolean looked) {}

    void insert(Disc disc, String call, UUID by) {
        db.sql("""
                insert into hand_made (id, call_id, department_id, first_day, begun_at, begun_by)
                values (:id, :call, :department, :day, :at, :by)""")
            .param("id", disc.id().toString()).param("call", call).param("department", disc.department().toString()).param("day", disc.firstDay().toString())
            .param("at", disc.begun().toEpochMilli()).param("by", by.toString()).update();
    }

    Optional<Disc> find(String call, UUID id) {
        return db.sql("""
                select id, department_id, first_day, begun_at, unreadable_at, misplaced_at, taken_at,
                       (select count(*) from hand_made_image where hand_made_id = id and fault in ('', 'held')) as images from hand_made where call_id = :call and id = :id""")
            .param("call", call).param("id", id.toString()).query(HandMadeSql::disc).optional();
    }

    /** Those that are not taken in yet, the oldest first. */
    List<Disc> waiting(String call) {
        return db.sql("""
                select id, department_id, first_day, begun_at, unreadable_at, misplaced_at, taken_at,
                       (select count(*) from hand_made_image where hand_made_id = id and fault in ('', 'held')) as images from hand_made
                 where call_id = :call and taken_at is null order by begun_at, id""")
            .param("call", call).query(HandMadeSql::disc).list();
    }

    private static Disc disc(ResultSet row, int n) throws SQLException {
        return new Disc(UUID.fromString(row.getString("id")), UUID.fromString(row.getString("department_id")), LocalDate.parse(row.getString("first_day")),
            Instant.ofEpochMilli(row.getLong("begun_at")), instant(row, "unreadable_at"), instant(row, "misplaced_at"), instant(row, "taken_at"),
            row.getInt("images"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        long at = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(at));
    }

    void unreadable(UUID id, Instant at) {
        db.sql("update hand_made set unreadable_at = :at where id = :id").param("at", at.toEpochMilli()).param("id", id.toString()).update();
    }

    /** An image came. */
    void image(UUID id, UUID file) {
        db.sql("insert into hand_made_image (hand_made_id, file_id) values (:id, :file)").param("id", id.toString()).param("file", file.toString()).update();
    }

    /** Images whose files are being taken out. */
    List<UUID> images(UUID id) {
        return db.sql("select file_id from hand_made_image where hand_made_id = :id and fault in ('', 'held') order by file_id")
            .param("id", id.toString()).query((row, n) -> UUID.fromString(row.getString("file_id"))).list();
    }

    /** The virus check doesn't answer for an image that still waits. */
    void held(UUID id, UUID file) {
        db.sql("update hand_made_image set fault = 'held' where hand_made_id = :id and file_id = :file and fault = ''")
            .param("id", id.toString()).param("file", file.toString()).update();
    }

    /** What was wrong with an image that goes; false where it was no longer waited for. */
    boolean fault(UUID id, UUID file, String fault) {
        return db.sql("update hand_made_image set fault = :fault where hand_made_id = :id and file_id = :file and fault in ('', 'held')")
            .param("fault", fault).param("id", id.toString()).param("file", file.toString()).update() == 1;
    }

    /** How many images have each fault, {@code held} among them. */
    Map<String, Integer> faults(UUID id) {
        var faults = new TreeMap<String, Integer>();
        db.sql("select fault, count(*) as images from hand_made_image where hand_made_id = :id and fault <> '' group by fault")
            .param("id", id.toString()).query(row -> {
                faults.put(row.getString("fault"), row.getInt("images"));
            });
        return faults;
    }

    /** The image is done with; false where it was no longer waited for. */
    boolean unpacked(UUID id, UUID file) {
        return db.sql("delete from hand_made_image where hand_made_id = :id and file_id = :file and fault in ('', 'held')")
            .param("id", id.toString()).param("file", file.toString()).update() == 1;
    }

    /** All images of all discs whose files are being taken out. */
    List<Which> waitingImages() {
        return db.sql("select hand_made_id, file_id from hand_made_image where fault in ('', 'held') order by hand_made_id, file_id")
            .query((row, n) -> new Which(UUID.fromString(row.getString("hand_made_id")), UUID.fromString(row.getString("file_id")))).list();
    }

    void forgetFaults(UUID id) {
        db.sql("delete from hand_made_image where hand_made_id = :id and fault not in ('', 'held')").param("id", id.toString()).update();
    }

    void forgetImages(UUID id) {
        db.sql("delete from hand_made_image where hand_made_id = :id").param("id", id.toString()).update();
    }

    /** Nobody else changes it until this transaction ends; false where it was taken or is gone. */
    boolean hold(UUID id) {
        return db.sql("update hand_made set begun_at = begun_at where id = :id and taken_at is null").param("id", id.toString()).update() == 1;
    }

    /** False where somebody was here before. */
    boolean misplaced(UUID id, Instant at) {
        return db.sql("update hand_made set misplaced_at = :at where id = :id and misplaced_at is null and taken_at is null")
            .param("at", at.toEpochMilli()).param("id", id.toString()).update() == 1;
    }

    /** Once: whoever is later is told. */
    void taken(UUID id, Instant at, UUID by) {
        StaleData.unlessOne("hand-made disc " + id, db.sql("update hand_made set taken_at = :at, taken_by = :by where id = :id and taken_at is null and misplaced_at is null")
            .param("at", at.toEpochMilli()).param("by", by.toString()).param("id", id.toString()).update());
    }

    void insert(UUID disc, int number, String path, long size, Optional<Place> place) {
        db.sql("""
                insert into hand_made_file (hand_made_id, number, path, size, place, purpose) values (:disc, :number, :path, :size, :place, :purpose)""")
            .param("disc", disc.toString()).param("number", number).param("path", path).param("size", size)
            .param("place", place.map(Place::rank).orElse(0)).param("purpose", place.map(each -> code(each.use())).orElse("")).update();
    }

    List<Lying> files(UUID disc) {
        return db.sql("select number, path, size, file_id, place, purpose, looked_at from hand_made_file where hand_made_id = :disc order by number")
            .param("disc", disc.toString())
            .query((row, n) -> {
                var purpose = row.getString("purpose");
                var file = row.getString("file_id");
                return new Lying(row.getInt("number"), row.getString("path"), row.getLong("size"), file == null ? Optional.empty() : Optional.of(UUID.fromString(file)),
                    purpose.isEmpty() ? Optional.empty() : Optional.of(new Place(row.getInt("place"), use(purpose))), row.getObject("looked_at") != null);
            }).list();
    }

    /** The file that lies in a place. */
    Optional<UUID> file(UUID disc, int number) {
        return db.sql("select file_id from hand_made_file where hand_made_id = :disc and number = :number and file_id is not null")
            .param("disc", disc.toString()).param("number", number).query((row, n) -> UUID.fromString(row.getString("file_id"))).optional();
    }

    /** Another file than the one that was looked at lies there: what was said of that one isn't said of this one. */
    void replaced(UUID disc, int number, long size) {
        db.sql("update hand_made_file set looked_at = null, looked_by = null, size = :size where hand_made_id = :disc and number = :number")
            .param("size", size).param("disc", disc.toString()).param("number", number).update();
    }

    /** False where its place is gone. */
    boolean arrived(UUID disc, int number, UUID file) {
        return db.sql("update hand_made_file set file_id = :file where hand_made_id = :disc and number = :number")
            .param("file", file.toString()).param("disc", disc.toString()).param("number", number).update() == 1;
    }

    void place(UUID disc, int number, Optional<Place> place) {
        db.sql("update hand_made_file set place = :place, purpose = :purpose where hand_made_id = :disc and number = :number")
            .param("place", place.map(Place::rank).orElse(0)).param("purpose", place.map(each -> code(each.use())).orElse(""))
            .param("disc", disc.toString()).param("number", number).update();
    }

    void looked(UUID disc, int number, Optional<Instant> at, UUID by) {
        db.sql("update hand_made_file set looked_at = :at, looked_by = :by where hand_made_id = :disc and number = :number")
            .param("at", at.map(Instant::toEpochMilli).orElse(null)).param("by", at.map(each -> by.toString()).orElse(null))
            .param("disc", disc.toString()).param("number", number).update();
    }

    /** Whether it is a file of one of them. */
    boolean holds(UUID file) {
        return db.sql("select count(*) from hand_made_file where file_id = :file").param("file", file.toString()).query(Integer.class).single() > 0;
    }

    /** Takes the rows of files and images away; the disc itself stays, with its first day. */
    void empty(UUID disc) {
        db.sql("delete from hand_made_file where hand_made_id = :disc").param("disc", disc.toString()).update();
        forgetImages(disc);
    }

    void delete(UUID disc) {
        empty(disc);
        db.sql("delete from hand_made where id = :disc").param("disc", disc.toString()).update();
    }

    static String code(Use use) {
        return use.name().toLowerCase(Locale.ROOT);
    }

    static HandMade.Use use(String code) {
        return Use.valueOf(code.toUpperCase(Locale.ROOT));
    }
}
