package huizhan.achievement;

import huizhan.call.Call;
import huizhan.call.Field;
import huizhan.kernel.Actor;
import huizhan.kernel.Faults;
import huizhan.opening.OpenCall;
import huizhan.web.Spell;
import huizhan.web.Versions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What became of an achievement, by whom and when: compared, and put back (B4). Each side sees its own work in full, and of the other's
 * what was handed to it: how often a unit rewrote a sentence before that is the unit's business.
 */
class History {
    private final HistorySql sql;
    private final Guard guard;
    private final Filling filling;
    private final OpenCall open;

    History(HistorySql sql, Guard guard, Filling filling, OpenCall open) {
        this.sql = sql;
        this.guard = guard;
        this.filling = filling;
        this.open = open;
    }

    /** Everything that the person may see of it, each in the order in which it happened. */
    record Past(List<Spell> spells, List<HistorySql.Stay> stays, List<HistorySql.Taken> steps, boolean ofDepartment) {

        /** The steps by which the person's side let it go or got it: its content stood still from there until the next. */
        List<Step> handed() {
            return steps.stream().map(HistorySql.Taken::step).filter(step -> ofDepartment ? step.arrives() : step.leavesUnit()).toList();
        }
    }

    Past of(Actor me, UUID id) {
        var entry = guard.see(me, id);
        var steps = sql.steps(entry.department(), id).stream().map(each -> me.unit().isPresent() ? each.forUnit() : each).toList();
        var spells = Spell.of(sql.versions(entry.department(), id).stream().filter(each -> guard.own(me, entry, each.field())).toList(), cuts(steps));
        var stays = entry.filledBy(me) ? sql.stays(entry.department(), id) : List.<HistorySql.Stay>of();
        return new Past(spells, stays, steps, me.ofDepartment());
    }

    /**
     * One field's versions.
     *
     * @throws Faults.NotThere where nobody has written it, or it is the other side's
     */
    Versions.Past of(Actor me, UUID id, String field) {
        var entry = guard.see(me, id);
        var versions = sql.versions(entry.department(), id).stream().filter(each -> each.field().equals(field)).toList();
        if (versions.isEmpty() || !guard.own(me, entry, field)) throw new Faults.NotThere();
        return new Versions.Past(versions, cuts(sql.steps(entry.department(), id)));
    }

    private static List<Instant> cuts(List<HistorySql.Taken> steps) {
        return steps.stream().map(each -> each.step().at()).toList();
    }

    /** A version with its text; one that nobody has written is empty. */
    Written version(Actor me, UUID id, String field, long number) {
        var entry = guard.see(me, id);
        if (!guard.own(me, entry, field)) throw new Faults.NotThere();
        return sql.version(entry.department(), id, field, number).orElse(Written.NEVER);
    }

    /** Writes an earlier text as the newest, through the same door as if it had been typed; what stood there stays in the history. */
    Saved restore(Actor me, UUID id, String field, long number, long present) {
        var earlier = version(me, id, field, number);
        if (earlier.version() != number) throw new Faults.NotThere();
        return filling.write(me, id, field, earlier.value(), present);
    }

    /** A field that isn't the same at two moments. */
    record Changed(String field, String before, String after) {}

    /**
     * What became of it between two moments.
     *
     * @param added   files and objects that came, a file by its stored file
     * @param removed what went
     */
    record Changes(List<Changed> fields, List<HistorySql.Stay> added, List<HistorySql.Stay> removed) {
        boolean none() {
            return fields.isEmpty() && added.isEmpty() && removed.isEmpty();
        }
    }

    /** Between an earlier hand-over and a later one, or now, in the order of the call's fields. */
    Changes changes(Actor me, UUID id, Step from, Optional<Step> to) {
        var entry = guard.see(me, id);
        var until = to.map(Step::at).orElse(Instant.ofEpochMilli(Long.MAX_VALUE));
        var before = sql.at(entry.department(), id, from.at());
        var after = sql.at(entry.department(), id, until);
        var stays = sql.stays(entry.department(), id);
        return new Changes(changed(me, before, after), stays.stream().filter(each -> !each.there(from.at()) && each.there(until)).toList(),
            stays.stream().filter(each -> each.there(from.at()) && !each.there(until)).toList());
    }

    private List<Changed> changed(Actor me, Map<String, Written> before, Map<String, Written> after) {
        var all = new LinkedHashMap<String, Changed>();
        Stream.concat(before.keySet().stream(), after.keySet().stream()).collect(java.util.stream.Collectors.toCollection(TreeSet::new))
            .forEach(field -> all.put(field, new Changed(field, text(before, field), text(after, field))));
        var order = new ArrayList<>(call().fields().stream().map(Field::id).toList());
        return all.values().stream().filter(each -> !each.before.equals(each.after) && told(me, each.field))
            .sorted(Comparator.comparingInt(each -> order.contains(each.field) ? order.indexOf(each.field) : order.size())).toList();
    }

    /** What the department writes isn't part of what was handed over, nor of what came back. */
    private boolean told(Actor me, String field) {
        return call().field(field).filter(each -> each.by() == Field.By.DEPARTMENT).isEmpty();
    }

    private static String text(Map<String, Written> fields, String field) {
        return fields.getOrDefault(field, Written.NEVER).value();
    }

    Call call() {
        return open.call();
    }
}
