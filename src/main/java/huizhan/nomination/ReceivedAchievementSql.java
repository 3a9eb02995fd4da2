package huizhan.nomination;

import huizhan.call.Call;
import huizhan.kernel.Disclosure;
import huizhan.opening.exceptions.CameIn;
import huizhan.organization.Department;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** The lines of sign-offs that hold, of all departments: for the organizer alone. */
@Repository
class ReceivedAchievementSql {
    /** By which columns each order goes before it falls back on the departments' own, which an index keeps. */
    private static final Map<String, String> ORDERS = Map.of(ReceivedFilter.DEPARTMENT, "", "rank", "a.place, ", "name", "a.name_order, ",
        "direction", "a.direction_order, ", "form", "a.form_order, ", "kind", "a.kind_order, ", "disclosure", "a.disclosure, ");
    private static final String LINES = """
        select a.line_id, a.revision_id, a.department_id, a.place, a.disclosure, a.name, a.undertaker, a.foreign_partner, a.kind,
               a.directions, a.fields, a.exhibit_forms, r.receipt
          from received_achievement a
          join nomination_revision r on r.id = a.revision_id
         where a.call_id = :call
           and (:words = '' or a.words like :wordsLike escape '!' or a.department_id in (:named))
           and (:direction = '' or a.directions like :directionLike) and (:form = '' or a.exhibit_forms like :formLike)
           and (:kind = '' or a.kind = :kind) and (:field = '' or a.fields like :fieldLike)
           and (:disclosure = '' or a.disclosure = :disclosure)
         order by %sa.department_code, a.place
         limit :size offset :offset""";
    private static final Map<String, String> ORDERED = ORDERS.entrySet().stream()
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, order -> LINES.formatted(order.getValue())));
    private final JdbcClient db;

    ReceivedAchievementSql(JdbcClient db) {
        this.db = db;
    }

    /** A line with where it came from. */
    record Received(ReceivedAchievement achievement, UUID department, UUID revision, String receipt) {}

    /** Written once; another node that was faster has written the same. */
    void insert(UUID revision, Department department, ReceivedAchievement line, Call call) {
        db.sql("""
                insert into received_achievement (revision_id, line_id, call_id, department_id, department_code, place, disclosure, name, name_order,
                       undertaker, foreign_partner, words, kind, kind_order, directions, direction_order, fields, exhibit_forms, form_order)
                values (:revision, :line, :call, :department, :code, :place, :disclosure, :name, :nameOrder,
                       :undertaker, :partner, :words, :kind, :kindOrder, :directions, :directionOrder, :fields, :forms, :formOrder)
                on conflict do nothing""")
            .param("revision", revision.toString()).param("line", line.id().toString()).param("call", call.id()).param("department", department.id().toString())
            .param("code", department.code()).param("place", line.rank()).param("disclosure", line.disclosure().code()).param("name", line.name())
            .param("nameOrder", line.nameOrder()).param("undertaker", line.undertaker()).param("partner", line.foreignPartner())
            .param("words", line.words()).param("kind", line.kind()).param("kindOrder", line.kindOrder(call))
            .param("directions", codes(line.directions())).param("directionOrder", line.directionOrder(call)).param("fields", codes(line.fields()))
            .param("forms", codes(line.forms())).param("formOrder", line.formOrder(call)).update();
    }

    void delete(UUID revision) {
        db.sql("delete from received_achievement where revision_id = :revision").param("revision", revision.toString()).update();
    }

    /** Sign-offs that hold and whose lines are not here yet. */
    List<UUID> missing(String call) {
        return db.sql("""
                select r.id from nomination_revision r
                  join nomination n on n.id = r.nomination_id
                 where n.call_id = :call
                   and not exists (select 1 from withdrawal w where w.revision_id = r.id)
                   and not exists (select 1 from received_achievement a where a.revision_id = r.id)""")
            .param("call", call).query((row, n) -> UUID.fromString(row.getString("id"))).list();
    }

    /** Department, rank and name of each line that came in. */
    Map<UUID, CameIn.Line> cameIn(String call) {
        var lines = new HashMap<UUID, CameIn.Line>();
        db.sql("select line_id, department_id, place, name from received_achievement where call_id = :call").param("call", call)
            .query(row -> {
                lines.put(UUID.fromString(row.getString("line_id")), new CameIn.Line(UUID.fromString(row.getString("department_id")), row.getInt("place"), row.getString("name")));
            });
        return lines;
    }

    /** Each line that came in. */
    List<SignOffs.Line> standing(String call) {
        return db.sql("select line_id, department_id, place, disclosure, name from received_achievement where call_id = :call").param("call", call)
            .query((row, n) -> new SignOffs.Line(UUID.fromString(row.getString("line_id")), UUID.fromString(row.getString("department_id")), row.getInt("place"),
                Disclosure.of(row.getString("disclosure")).orElseThrow(), row.getString("name"))).list();
    }

    /** How many there are, whatever is looked for. */
    long all(String call) {
        return db.sql("select count(*) from received_achievement where call_id = :call").param("call", call).query(Long.class).single();
    }

    /** @param named departments whose name has what is looked for */
    long count(String call, ReceivedFilter filter, Collection<UUID> named) {
        return bind(db.sql("""
                select count(*) from received_achievement a
                 where a.call_id = :call
                   and (:words = '' or a.words like :wordsLike escape '!' or a.department_id in (:named))
                   and (:direction = '' or a.directions like :directionLike) and (:form = '' or a.exhibit_forms like :formLike)
                   and (:kind = '' or a.kind = :kind) and (:field = '' or a.fields like :fieldLike)
                   and (:disclosure = '' or a.disclosure = :disclosure)"""), call, filter, named).query(Long.class).single();
    }

    List<Received> lines(String call, ReceivedFilter filter, Collection<UUID> named, long offset, int size) {
        return bind(db.sql(Objects.requireNonNull(ORDERED.get(filter.sort()))), call, filter, named).param("size", size).param("offset", offset)
            .query(ReceivedAchievementSql::received).list();
    }

    private static StatementSpec bind(StatementSpec statement, String call, ReceivedFilter filter, Collection<UUID> named) {
        // a list in a statement can't be empty
        var departments = named.isEmpty() ? List.of("") : named.stream().map(UUID::toString).toList();
        return statement.param("call", call).param("words", filter.words()).param("wordsLike", "%" + escaped(filter.folded()) + "%")
            .param("named", departments).param("direction", filter.direction()).param("directionLike", one(filter.direction()))
            .param("form", filter.form()).param("formLike", one(filter.form())).param("kind", filter.kind())
            .param("field", filter.field()).param("fieldLike", one(filter.field())).param("disclosure", filter.disclosure());
    }

    private static String escaped(String typed) {
        return typed.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    private static String one(String code) {
        return "%|" + code + "|%";
    }

    private static String codes(List<String> codes) {
        return codes.isEmpty() ? "" : codes.stream().collect(Collectors.joining("|", "|", "|"));
    }

    private static List<String> codes(String column) {
        return column.isEmpty() ? List.of() : List.of(column.substring(1, column.length() - 1).split("\\|"));
    }

    /** Columns by their places in {@link #LINES}: each page reads a hundred rows. */
    private static Received received(ResultSet row, int n) throws SQLException {
        var line = new ReceivedAchievement(UUID.fromString(row.getString(1)), row.getInt(4), Disclosure.of(row.getString(5)).orElseThrow(), row.getString(6),
            row.getString(7), row.getString(8), row.getString(9), codes(row.getString(10)), codes(row.getString(11)), codes(row.getString(12)));
        return new Received(line, UUID.fromString(row.getString(3)), UUID.fromString(row.getString(2)), row.getString(13));
    }
}
