package huizhan.organization;

import huizhan.audit.Audit;
import huizhan.kernel.Actor;
import huizhan.kernel.Clocks;
import huizhan.kernel.FileNames;
import huizhan.kernel.StaleData;
import huizhan.kernel.Text;
import huizhan.web.Dates;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The recommending departments: a dated list that the organizer keeps. */
@Service
public class Departments {
    private final DepartmentSql sql;
    private final Audit audit;
    private final Clocks clocks;

    Departments(DepartmentSql sql, DepartmentSeed seed, Audit audit, Clocks clocks) {
        java.util.Objects.requireNonNull(seed, "the list is there before anyone reads it");
        this.sql = sql;
        this.audit = audit;
        this.clocks = clocks;
    }

    /** Today by the business clock, in the time of the notice. */
    LocalDate today() {
        return Dates.dayOf(clocks.business().instant());
    }

    /** All of them, ended and switched-off ones too, by code. */
    public List<Department> all() {
        return sql.all(today());
    }

    /** Those that take part today, by code. */
    public List<Department> active() {
        var today = today();
        return sql.all(today).stream().filter(each -> each.takesPartOn(today)).toList();
    }

    public Optional<Department> find(UUID id) {
        return sql.find(id, today());
    }

    /** What some are called today, by id. */
    public Map<UUID, Text> names(Collection<UUID> ids) {
        return sql.named(ids, today());
    }

    /** As it is called today. */
    public Optional<Text> nameOf(UUID id) {
        return find(id).map(Department::name);
    }

    /** Those that are or ever were called so; blanks and the width of letters don't matter. */
    public List<Department> called(String name) {
        var folded = FileNames.folded(name);
        var ids = sql.everyName().stream().filter(each -> !folded.isEmpty() && (FileNames.folded(each.name().zh()).equals(folded) || FileNames.folded(each.name().en()).equals(folded)))
            .map(DepartmentSql.Called::department).distinct().toList();
        return all().stream().filter(each -> ids.contains(each.id())).toList();
    }

    List<DepartmentSql.Name> names(UUID id) {
        return sql.names(id);
    }

    /** Adds one that takes part from a day on; empty when the code is taken. */
    @Transactional public Optional<Department> add(Actor by, String code, Text name, String grouping, LocalDate from) {
        if (sql.isCode(code)) return Optional.empty();
        var department = new Department(UUID.randomUUID(), code, name, grouping, from, Optional.empty(), Optional.empty(), true, 1);
        sql.insert(department);
        audit.record(by, "department.added", subject(department.id()), Map.of("code", code, "zh", name.zh(), "en", name.en(), "from", from));
        return Optional.of(department);
    }

    /** Calls it differently from a day on. */
    @Transactional public void rename(Actor by, UUID id, Text name, LocalDate since) {
        sql.name(id, since, name);
        audit.record(by, "department.renamed", subject(id), Map.of("zh", name.zh(), "en", name.en(), "since", since));
    }

    /** Switches taking part on or off. */
    @Transactional public void switchTo(Actor by, Department department, boolean active) {
        write(new Department(department.id(), department.code(), department.name(), department.grouping(), department.validFrom(),
            department.validTo(), department.successor(), active, department.version()));
        audit.record(by, active ? "department.switched-on" : "department.switched-off", subject(department.id()), Map.of());
    }

    /** Ends it on a day, in favour of a successor; both empty take the end back. False when there is no such successor. */
    @Transactional public boolean end(Actor by, Department department, Optional<LocalDate> to, Optional<String> successor) {
        if (successor.isPresent() && (!sql.isCode(successor.get()) || successor.get().equals(department.code()))) return false;
        write(new Department(department.id(), department.code(), department.name(), department.grouping(), department.validFrom(), to,
            successor, department.active(), department.version()));
        audit.record(by, "department.ended", subject(department.id()),
            Map.of("to", to.map(LocalDate::toString).orElse(""), "successor", successor.orElse("")));
        return true;
    }

    private void write(Department department) {
        StaleData.unlessOne("department " + department.id(), sql.update(department));
    }

    static String subject(UUID id) {
        return "department:" + id;
    }
}
