package huizhan.organization;

import huizhan.kernel.Role;
import huizhan.organization.Turnout.Contact;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is there, of all departments at once, in the same few statements however many there are (B10). */
@Service
public class Turnouts {
    private final TurnoutSql sql;

    Turnouts(TurnoutSql sql) {
        this.sql = sql;
    }

    /** Departments with people or units; of all others nobody was invited. */
    @Transactional(readOnly = true)
    public Map<UUID, Turnout> all() {
        var people = new LinkedHashMap<UUID, List<Contact>>();
        sql.members().forEach(each -> add(people.computeIfAbsent(each.department(), id -> new ArrayList<>()), each));
        var turnouts = new HashMap<UUID, Turnout>();
        people.forEach((department, contacts) -> turnouts.put(department, new Turnout(List.copyOf(contacts), 0, 0, 0, 0, 0)));
        sql.units().forEach(each -> turnouts.compute(each.department(), (id, before) -> with(before, each)));
        sql.bodies().forEach(each -> turnouts.compute(each.department(), (id, before) -> with(before, each)));
        return turnouts;
    }

    private static Turnout with(@Nullable Turnout before, TurnoutSql.UnitCount units) {
        var known = before == null ? Turnout.NOBODY : before;
        return new Turnout(known.people(), units.open(), units.invited(), units.joined(), known.bodies(), known.bodiesJoined());
    }

    private static Turnout with(@Nullable Turnout before, TurnoutSql.BodyCount bodies) {
        var known = before == null ? Turnout.NOBODY : before;
        return new Turnout(known.people(), known.units(), known.unitsInvited(), known.unitsJoined(), bodies.open(), bodies.joined());
    }

    /** A person stands once for each role. */
    private static void add(List<Contact> people, TurnoutSql.Member member) {
        var before = people.stream().filter(each -> each.account().equals(member.account())).findFirst();
        var roles = before.map(each -> EnumSet.copyOf(each.roles())).orElse(EnumSet.noneOf(Role.class));
        roles.add(member.role());
        var contact = new Contact(member.account(), member.name(), member.telephone(), member.email(), roles, member.joined());
        before.ifPresentOrElse(each -> people.set(people.indexOf(each), contact), () -> people.add(contact));
    }
}
