package huizhan.reception;

import huizhan.call.Contact;
import huizhan.kernel.Actor;
import huizhan.kernel.Faults;
import huizhan.kernel.Zone;
import huizhan.nomination.Content;
import huizhan.nomination.SignOffs;
import huizhan.opening.OpenCall;
import huizhan.organization.Department;
import huizhan.organization.Departments;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is expected of each department and what came (B10). */
@Service
class Checklists {
    private final ReceptionSql sql;
    private final SignOffs signOffs;
    private final SlipSql slips;
    private final Departments departments;
    private final OpenCall open;
    private final Zone zone;

    Checklists(ReceptionSql sql, SignOffs signOffs, SlipSql slips, Departments departments, OpenCall open, Zone zone) {
        this.sql = sql;
        this.signOffs = signOffs;
        this.slips = slips;
        this.departments = departments;
        this.open = open;
        this.zone = zone;
    }

    Reach reach(Actor me) {
        return Reach.of(me, zone);
    }

    /** All of it, whoever reads: for the use cases, which ask for themselves who may what. */
    @Transactional(readOnly = true)
    Checklist of(UUID department) {
        if (departments.find(department).isEmpty()) {
            throw new Faults.NotThere();
        }
        var call = open.call().id();
        var signed = signOffs.all().stream().filter(each -> each.department().equals(department)).findFirst();
        var noted = new Checklist.Noted(sql.steps(department, call), sql.parcels(department, call),
            ends(call).getOrDefault(department, open.call().deadline().end()));
        return Checklist.of(department, signed, signed.flatMap(each -> signOffs.content(each.revision())), noted, zone);
    }

    /** By which lateness is told: time to correct something makes no parcel timely that was late before. */
    private Map<UUID, Instant> ends(String call) {
        return open.endsWithout(slips.permits(call));
    }

    /** What a department's own people may see. */
    Reach own() {
        return Reach.own(zone);
    }

    /** A department's own. */
    @Transactional(readOnly = true)
    Checklist own(Actor me) {
        return of(me.owner()).within(own());
    }

    /** Whom a department asks about its parcels (A16). */
    Contact contact() {
        return open.call().contact();
    }

    /** @throws Faults.NotThere where there is no such department */
    @Transactional(readOnly = true)
    Checklist of(Actor me, UUID department) {
        return of(department).within(reach(me));
    }

    /** Of every department that takes part, in the same few statements however many there are; of each item only the last step is in them. */
    @Transactional(readOnly = true)
    Map<Department, Checklist> all(Actor me) {
        var call = open.call();
        var signed = signOffs.all().stream().collect(Collectors.toMap(SignOffs.Standing::department, Function.identity(), (one, other) -> other));
        Map<UUID, Content> contents = signOffs.contents(signed.values().stream().map(SignOffs.Standing::revision).toList());
        var steps = sql.last(call.id()).stream().collect(Collectors.groupingBy(ReceptionSql.Taken::department, Collectors.mapping(ReceptionSql.Taken::step, Collectors.toList())));
        var parcels = sql.parcels(call.id()).stream().collect(Collectors.groupingBy(Parcel::department));
        var ends = ends(call.id());
        var all = new LinkedHashMap<Department, Checklist>();
        for (var each : departments.active()) {
            var own = Optional.ofNullable(signed.get(each.id()));
            var noted = new Checklist.Noted(steps.getOrDefault(each.id(), List.of()), parcels.getOrDefault(each.id(), List.of()),
                ends.getOrDefault(each.id(), call.deadline().end()));
            all.put(each, Checklist.of(each.id(), own, own.map(one -> contents.get(one.revision())), noted, zone).within(reach(me)));
        }
        return all;
    }
}
