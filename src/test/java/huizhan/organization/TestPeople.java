package huizhan.organization;

import huizhan.kernel.Actor;
import huizhan.kernel.Role;
import huizhan.organization.Invitations.Accepted;
import huizhan.organization.Invitations.Invited;
import huizhan.organization.Invitations.Link;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The cast of the tests: made the way the program makes people, by invitation, grant and acceptance. */
public final class TestPeople {
    private static final Map<TestServer, TestPeople> KNOWN = new WeakHashMap<>();
    private final AtomicInteger number = new AtomicInteger();
    private final TestServer server;
    private final Map<Role, Person> administrators = new EnumMap<>(Role.class);

    private TestPeople(TestServer server) {
        this.server = server;
        server.get(SetUp.class).begin(List.of("宋安", "秦澜", "白露")).orElseThrow()
            .forEach((role, link) -> administrators.put(role, join(link, role.name().toLowerCase(java.util.Locale.ROOT))));
    }

    static synchronized TestPeople of(TestServer server) {
        return KNOWN.computeIfAbsent(server, TestPeople::new);
    }

    /** A person with what signs him in. */
    public record Person(Actor actor, String username, String password) {}

    /** One of the three administrators. */
    public Person administrator(Role role) {
        return administrators.get(role);
    }

    /** A person of the organizer. */
    public Person organizer() {
        return granted("组织方 " + number.incrementAndGet(), Role.ORGANIZER);
    }

    /** A person with roles outside departments, made by the system and granted by the security administrator. */
    public Person granted(String name, Role... roles) {
        var link = server.get(Accounts.class).create(administrator(Role.SYSADMIN).actor(), name, "", "", Optional.empty());
        var refusal = server.get(Grants.class).set(administrator(Role.SECADMIN).actor(), link.account(), Set.of(roles));
        if (refusal.isPresent()) throw new AssertionError(refusal.get());
        return join(link, "person" + number.incrementAndGet());
    }

    /** The department with a code: 11, 4403, B18, Y02. */
    public Department department(String code) {
        return server.get(Departments.class).all().stream().filter(each -> each.code().equals(code)).findFirst().orElseThrow();
    }

    /** A person of a department. */
    public Person of(Department department, Role... roles) {
        return invited(organizer().actor(), department, Optional.empty(), roles);
    }

    /** A new unit of a department. */
    public Unit unit(Person drafter, String name) {
        return server.get(Units.class).add(drafter.actor(), name, Optional.empty());
    }

    /** A new body between a department and its units. */
    public MiddleBody body(Person drafter, String name) {
        return server.get(MiddleBodies.class).add(drafter.actor(), name);
    }

    /** A new unit that reports through a body. */
    public Unit unit(Person drafter, String name, MiddleBody body) {
        return server.get(Units.class).add(drafter.actor(), name, Optional.of(body.id()));
    }

    /** A person of a body. */
    public Person of(Person drafter, MiddleBody body) {
        return join(invited(drafter, body), "person" + number.incrementAndGet());
    }

    /** One who was invited into a body and has not joined. */
    public Link invited(Person drafter, MiddleBody body) {
        var person = new Invitations.Person("人员 " + number.incrementAndGet(), "", "", drafter.actor().department(), Optional.empty(), Optional.of(body.id()), Set.of(Role.MIDDLE));
        var invited = server.get(Invitations.class).invite(drafter.actor(), person);
        if (invited instanceof Invited.Refused no) throw new AssertionError(no.key());
        return ((Invited.Sent) invited).link();
    }

    /** A person of a unit. */
    public Person of(Person drafter, Unit unit) {
        var department = server.get(Departments.class).find(unit.department()).orElseThrow();
        return invited(drafter.actor(), department, Optional.of(unit.id()), Role.UNIT);
    }

    /** One of a department who can be written to. */
    public Person reachable(Department department, String email, Role... roles) {
        return invited(organizer().actor(), department, Optional.empty(), email, roles);
    }

    /** One of a unit who can be written to. */
    public Person reachable(Person drafter, Unit unit, String email) {
        return invited(drafter.actor(), server.get(Departments.class).find(unit.department()).orElseThrow(), Optional.of(unit.id()), email, Role.UNIT);
    }

    private Person invited(Actor by, Department department, Optional<UUID> unit, Role... roles) {
        return invited(by, department, unit, "", roles);
    }

    private Person invited(Actor by, Department department, Optional<UUID> unit, String email, Role... roles) {
        var person = new Invitations.Person("人员 " + number.incrementAndGet(), email, "", Optional.of(department.id()), unit, Set.of(roles));
        var invited = server.get(Invitations.class).invite(by, person);
        if (invited instanceof Invited.Refused no) throw new AssertionError(no.key());
        return join(((Invited.Sent) invited).link(), "person" + number.incrementAndGet());
    }

    private Person join(Link link, String username) {
        var password = "violet kettle " + username.length() + " on the roof";
        var accepted = server.get(Invitations.class).accept(link.token(), username, password);
        if (!(accepted instanceof Accepted.Done)) throw new AssertionError(accepted);
        return new Person(server.get(Accounts.class).find(link.account()).orElseThrow().actor(), username, password);
    }
}
