package huizhan.nomination;

import huizhan.web.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a list and its head were (B4). */
@Repository
class PastSql {
    private static final String STUB = "-";
    private final JdbcClient db;

    PastSql(JdbcClient db) {
        this.db = db;
    }

    /** Every version of the head's fields, field by field, oldest first. */
    List<Version> versions(UUID department, UUID nomination) {
        return db.sql("""
                select h.field_id, h.version, h.written_at, h.written_by
                  from nomination_head_history h join nomination n on n.id = h.nomination_id
                 where n.department_id = :department and n.id = :nomination
                 order by h.field_id, h.version""")
            .param("department", department.toString()).param("nomination", nomination.toString())
            .query((row, n) -> new Version(row.getString("field_id"), row.getLong("version"), Instant.ofEpochMilli(row.getLong("written_at")),
                UUID.fromString(row.getString("written_by")))).list();
    }

    /** What a version of a field said. */
    Optional<String> value(UUID department, UUID nomination, String field, long version) {
        return db.sql("""
                select h.value from nomination_head_history h join nomination n on n.id = h.nomination_id
                 where n.department_id = :department and n.id = :nomination and h.field_id = :field and h.version = :version""")
            .param("department", department.toString()).param("nomination", nomination.toString()).param("field", field).param("version", version)
            .query(String.class).optional();
    }

    /**
     * One order of the list.
     *
     * @param version of the list that it made
     * @param verb    what was done, the end of a key of the words
     * @param line    that it was about
     */
    record Order(long version, String verb, Optional<UUID> line, List<Line> lines, Instant at, UUID by) {}

    /** Every order that the list had, oldest first. */
    List<Order> orders(UUID department, UUID nomination) {
        return db.sql("""
                select o.version, o.verb, o.line_id, o.lines, o.changed_at, o.changed_by
                  from nomination_order o join nomination n on n.id = o.nomination_id
                 where n.department_id = :department and n.id = :nomination
                 order by o.version""")
            .param("department", department.toString()).param("nomination", nomination.toString())
            .query((row, n) -> new Order(row.getLong("version"), row.getString("verb"), Optional.of(row.getString("line_id")).filter(id -> !id.isEmpty()).map(UUID::fromString),
                read(row.getString("lines")), Instant.ofEpochMilli(row.getLong("changed_at")), UUID.fromString(row.getString("changed_by")))).list();
    }

    void insert(UUID nomination, Order order) {
        db.sql("""
                insert into nomination_order (nomination_id, version, verb, line_id, lines, changed_at, changed_by)
                values (:nomination, :version, :verb, :line, :lines, :at, :by)""")
            .param("nomination", nomination.toString()).param("version", order.version()).param("verb", order.verb())
            .param("line", order.line().map(UUID::toString).orElse("")).param("lines", written(order.lines())).param("at", order.at().toEpochMilli())
            .param("by", order.by().toString()).update();
    }

    private static String written(List<Line> lines) {
        var all = new ArrayList<String>();
        lines.forEach(line -> all.add((line.stub() ? STUB : "") + line.id()));
        return String.join("\n", all);
    }

    private static List<Line> read(String lines) {
        return lines.lines().map(each -> each.startsWith(STUB) ? new Line(UUID.fromString(each.substring(1)), true) : new Line(UUID.fromString(each), false)).toList();
    }
}
