package huizhan.organization;

import huizhan.kernel.Text;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL on departments. The name is the newest that has begun on the day asked for, or the first one before all. */
@Repository
class DepartmentSql {
    private final JdbcClient db;

    DepartmentSql(JdbcClient db) {
        this.db = db;
    }

    List<Department> all(LocalDate day) {
        return db.sql("""
                select d.id, d.code, d.grouping, d.valid_from, d.valid_to, d.successor, d.active, d.version, n.name_zh, n.name_en
                  from department d join department_name n on n.department = d.id
                 where n.since = (select coalesce(max(case when m.since <= :day then m.since end), min(m.since))
                                    from department_name m where m.department = d.id)
                 order by d.code""")
            .param("day", day.toString()).query(DepartmentSql::row).list();
    }

    Optional<Department> find(UUID id, LocalDate day) {
        return db.sql("""
                select d.id, d.code, d.grouping, d.valid_from, d.valid_to, d.successor, d.active, d.version, n.name_zh, n.name_en
                  from department d join department_name n on n.department = d.id
                 where d.id = :id
                   and n.since = (select coalesce(max(case when m.since <= :day then m.since end), min(m.since))
                                    from department_name m where m.department = d.id)""")
            .param("id", id.toString()).param("day", day.toString()).query(DepartmentSql::row).optional();
    }

    /** Those of them that there are, as they are called on a day. */
    Map<UUID, Text> named(Collection<UUID> ids, LocalDate day) {
        var names = new HashMap<UUID, Text>();
        if (ids.isEmpty()) return names;
        db.sql("""
                select n.department, n.name_zh, n.name_en
                  from department_name n
                 where n.department in (:ids)
                   and n.since = (select coalesce(max(case when m.since <= :day then m.since end), min(m.since))
                                    from department_name m where m.department = n.department)""")
            .param("ids", ids.stream().map(UUID::toString).toList()).param("day", day.toString())
            .query(row -> {
                names.put(UUID.fromString(row.getString("department")), new Text(row.getString("name_zh"), row.getString("name_en")));
            });
        return names;
    }

    boolean isCode(String code) {
        return db.sql("select 1 from department where code = :code").param("code", code).query(Integer.class).optional().isPresent();
    }

    boolean isEmpty() {
        return db.sql("select count(*) from department").query(Long.class).single() == 0;
    }

    void insert(Department department) {
        db.sql("""
                insert into department (id, code, grouping, valid_from, valid_to, successor, active, version)
                values (:id, :code, :grouping, :from, :to, :successor, :active, 1)""")
            .param("id", department.id().toString()).param("code", department.code()).param("grouping", department.grouping())
            .param("from", department.validFrom().toString()).param("to", department.validTo().map(LocalDate::toString).orElse(""))
            .param("successor", department.successor().orElse("")).param("active", department.active()).update();
        name(department.id(), department.validFrom(), department.name());
    }

    /** The name from a day on; a second name for the same day replaces the first. */
    void name(UUID id, LocalDate since, Text name) {
        db.sql("""
                insert into department_name (department, since, name_zh, name_en) values (:id, :since, :zh, :en)
                on conflict (department, since) do update set name_zh = excluded.name_zh, name_en = excluded.name_en""")
            .param("id", id.toString()).param("since", since.toString()).param("zh", name.zh()).param("en", name.en()).update();
    }

    record Name(LocalDate since, Text name) {}

    /** A name that a department has or had. */
    record Called(UUID department, Text name) {}

    List<Called> everyName() {
        return db.sql("select department, name_zh, name_en from department_name")
            .query((row, n) -> new Called(UUID.fromString(row.getString("department")), new Text(row.getString("name_zh"), row.getString("name_en")))).list();
    }

    List<Name> names(UUID id) {
        return db.sql("select since, name_zh, name_en from department_name where department = :id order by since")
            .param("id", id.toString())
            .query((row, n) -> new Name(LocalDate.parse(row.getString("since")), new Text(row.getString("name_zh"), row.getString("name_en")))).list();
    }

    int update(Department department) {
        return db.sql("""
                update department set active = :active, valid_to = :to, successor = :successor, version = version + 1
                 where id = :id and version = :version""")
            .param("active", department.active()).param("to", department.validTo().map(LocalDate::toString).orElse(""))
            .param("successor", department.successor().orElse("")).param("id", department.id().toString())
            .param("version", department.version()).update();
    }

    private static Department row(ResultSet row, int n) throws SQLException {
        return new Department(UUID.fromString(row.getString("id")), row.getString("code"),
            new Text(row.getString("name_zh"), row.getString("name_en")), row.getString("grouping"), LocalDate.parse(row.getString("valid_from")),
            Optional.of(row.getString("valid_to")).filter(day -> !day.isEmpty()).map(LocalDate::parse),
            Optional.of(row.getString("successor")).filter(code -> !code.isEmpty()), row.getBoolean("active"), row.getInt("version"));
    }
}
