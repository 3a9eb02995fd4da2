package huizhan.organization;

import huizhan.audit.Audit;
import huizhan.audit.Personal;
import huizhan.kernel.Actor;
import huizhan.kernel.Clocks;
import huizhan.kernel.Role;
import huizhan.kernel.StaleData;
import huizhan.kernel.Text;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The one person of a desk (C1): there from the first start, without any right until the desk has its call kit. */
@Service
@ConditionalOnProperty(name = "huizhan.zone", havingValue = "desk")
public class LocalPerson implements InitializingBean {
    private static final String NOBODY_YET = "本机";
    private final AccountSql sql;
    private final Departments departments;
    private final Units units;
    private final Audit audit;
    private final Clocks clocks;
    private final TransactionTemplate writing;

    LocalPerson(AccountSql sql, Departments departments, Units units, Audit audit, Clocks clocks, PlatformTransactionManager transactions) {
        this.sql = sql;
        this.departments = departments;
        this.units = units;
        this.audit = audit;
        this.clocks = clocks;
        this.writing = new TransactionTemplate(transactions);
    }

    @Override public void afterPropertiesSet() {
        if (!sql.isEmpty()) return;
        writing.executeWithoutResult(status -> sql.insert(new Account(UUID.randomUUID(), NOBODY_YET, "", "", Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.empty(), clocks.business().instant(), Optional.empty(), Optional.empty(), false, Set.of(), Optional.empty(), 1), Actor.PROGRAM));
    }

    private Account account() {
        return sql.page("%", 0, 1).get(0);
    }

    public Actor actor() {
        return account().actor();
    }

    /** What the person's unit is called; empty at a department's desk, and before there is a place. */
    public Optional<String> unit() {
        var me = actor();
        return me.unit().flatMap(id -> units.find(me.owner(), id)).map(Unit::name);
    }

    /** Whether a name can stand in lists and on papers. */
    public static boolean isName(String typed) {
        return Typed.isName(typed);
    }

    /**
     * Gives the person its place, once.
     *
     * @param code       the department's, which is added where this desk doesn't know it
     * @param department as the organizer calls it
     * @param unit       the unit's name; empty for the department's own desk, where one person drafts and signs off
     */
    @Transactional public Actor settle(String name, String code, Text department, Optional<String> unit) {
        var account = account();
        if (account.department().isPresent()) throw new StaleData("the desk has its place already");
        var me = account.actor();
        var home = department(me, code, department);
        var inDepartment = new Actor(me.account(), name, Set.of(), Optional.of(home), Optional.empty());
        var made = unit.map(called -> units.add(inDepartment, called, Optional.empty()).id());
        StaleData.unlessOne("account " + account.id(), sql.place(account.id(), name, home, made));
        var roles = unit.isPresent() ? Set.of(Role.UNIT) : Set.of(Role.DRAFTER, Role.APPROVER);
        for (var role : roles) sql.grant(account.id(), role, Actor.PROGRAM, clocks.business().instant());
        audit.record(me, "desk.settled", Accounts.subject(account.id()), Map.of("name", new Personal(name), "roles", Invitations.sorted(roles),
            "department", home.toString(), "unit", made.map(UUID::toString).orElse("")));
        return account().actor();
    }

    private UUID department(Actor me, String code, Text name) {
        var known = departments.all().stream().filter(each -> each.code().equals(code)).findFirst();
        if (known.isEmpty()) return departments.add(me, code, name, "", departments.today()).orElseThrow().id();
        if (!known.get().name().equals(name)) departments.rename(me, known.get().id(), name, departments.today());
        return known.get().id();
    }
}
