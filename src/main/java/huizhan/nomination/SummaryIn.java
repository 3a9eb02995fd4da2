package huizhan.nomination;

import huizhan.achievement.Achievements;
import huizhan.achievement.Candidate;
import huizhan.achievement.Intake;
import huizhan.kernel.Actor;
import huizhan.kernel.Disclosure;
import huizhan.kernel.StaleData;
import huizhan.kernel.Text;
import huizhan.material.Achievement;
import huizhan.material.Values;
import huizhan.office.Fold;
import huizhan.organization.Unit;
import huizhan.organization.Units;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** A summary table filled in Word or Excel, taken over for the whole department in one step that can be taken back (B2). */
@Service
class SummaryIn {
    private final Nominations nominations;
    private final Heads heads;
    private final Achievements achievements;
    private final Intake intake;
    private final Units units;

    SummaryIn(Nominations nominations, Heads heads, Achievements achievements, Intake intake, Units units) {
        this.nominations = nominations;
        this.heads = heads;
        this.achievements = achievements;
        this.intake = intake;
        this.units = units;
    }

    /** What the department sees of its achievements, by their names without what two people would write differently. */
    Map<String, Candidate> known(Actor me) {
        return achievements.list(me).stream().filter(each -> !each.name().isBlank())
            .collect(Collectors.toMap(each -> Fold.of(each.name()), Function.identity(), (one, other) -> one));
    }

    Optional<Unit> unit(Actor me, String name) {
        return units.of(me.owner()).stream().filter(each -> each.isOpen() && Fold.of(each.name()).equals(Fold.of(name))).findFirst();
    }

    RankedList list(Actor me) {
        return nominations.of(me.owner());
    }

    Map<String, HeadSql.Written> head(Actor me) {
        return heads.of(list(me));
    }

    /**
     * What is to be taken over.
     *
     * @param head  fields with their texts over the versions that were seen
     * @param rows  achievements to be begun, by field id
     * @param stubs how many non-public ones to add
     * @param order the lines' new order, over the version that was seen; empty to leave it
     */
    record Wish(Map<String, HeadSql.Written> head, List<Map<String, String>> rows, int stubs, List<UUID> order, long version) {}

    /**
     * What was done, so that it can be taken back.
     *
     * @param head   what stood there, with the version that stands there now
     * @param begun  achievements that are new
     * @param before the version of the list before; 0 where it was left alone
     * @param after  the version of the list when it was done
     * @param not    what was not done, and why
     */
    record Done(Map<String, HeadSql.Written> head, List<UUID> begun, long before, long after, List<Text> not) {
        public boolean nothing() {
            return head.isEmpty() && begun.isEmpty() && before == 0;
        }
    }

    /** Each thing through the same door as by hand; what is refused is told, the rest is done. */
    Done take(Actor me, Wish wish) {
        var not = new ArrayList<Text>();
        var before = new LinkedHashMap<String, HeadSql.Written>();
        var standing = head(me);
        wish.head().forEach((field, written) -> {
            var saved = heads.write(me, field, written.value(), written.version());
            if (saved instanceof Heads.Save.Kept kept) {
                before.put(field, new HeadSql.Written(standing.containsKey(field) ? standing.get(field).value() : "", kept.written().version(), kept.written().at()));
            } else {
                not.add(saved instanceof Heads.Save.Refused no ? no.why() : new Text("表头刚被同事改过，没有写入。", "A colleague has just changed the head, so it was not written."));
            }
        });
        var begun = new ArrayList<UUID>();
        var known = known(me).keySet();
        for (var row : wish.rows()) {
            if (known.contains(Fold.of(row.getOrDefault("name", "")))) {
                continue;
            }
            var made = begin(me, row);
            made.id().ifPresent(begun::add);
            made.no().ifPresent(not::add);
        }
        long version = ranked(me, wish, not);
        return new Done(before, begun, version, list(me).version(), not);
    }

    /** What is pressed twice is done once: neither order nor stubs are taken over a version that nobody saw. */
    private long ranked(Actor me, Wish wish, List<Text> not) {
        long seen = list(me).version();
        boolean changed = false;
        if (!wish.order().isEmpty()) {
            var outcome = nominations.order(me, wish.order(), wish.version());
            changed = outcome instanceof Outcome.Done;
            if (outcome instanceof Outcome.Refused no) {
                not.add(no.why());
            }
        }
        if (wish.stubs() > 0 && wish.version() != seen && !(wish.version() == 0 && seen == 1)) {
            not.add(FASTER);
            return changed ? seen : 0;
        }
        try {
            for (int i = 0; i < wish.stubs(); i++) {
                changed |= nominations.addStub(me) instanceof Outcome.Done;
            }
        } catch (StaleData e) {
            not.add(FASTER);
        }
        return changed ? Math.max(1, seen) : 0;
    }

    private static final Text FASTER = new Text("名单刚被同事改过，没有登记非公开成果。请看过最新的名单再加。",
        "A colleague has just changed the list, so no non-public achievement was added. Look at the newest list first.");

    private record Begun(Optional<UUID> id, Optional<Text> no) {}

    private Begun begin(Actor me, Map<String, String> row) {
        var outcome = achievements.begin(me, Disclosure.PUBLIC, unit(me, row.getOrDefault("undertaker", "")).map(Unit::id));
        if (outcome instanceof huizhan.achievement.Outcome.Refused no) {
            return new Begun(Optional.empty(), Optional.of(no.why()));
        }
        var id = ((huizhan.achievement.Outcome.Done) outcome).achievement();
        try {
            intake.fill(me, id, achievement(row), path -> Optional.empty());
            return new Begun(Optional.of(id), Optional.empty());
        } catch (Intake.Unfit e) {
            achievements.erase(me, id);
            return new Begun(Optional.empty(), Optional.of(e.why()));
        }
    }

    private static Achievement achievement(Map<String, String> row) {
        var values = new LinkedHashMap<String, List<String>>();
        row.forEach((field, value) -> {
            if (!value.isBlank()) {
                values.put(field, value.lines().toList());
            }
        });
        return new Achievement(Optional.empty(), 1, "01", Optional.empty(), "public", new Values(values), "", "", List.of(), List.of(), List.of(), "", List.of());
    }

    /** Takes back what was just taken over: texts as they were, the list as it was, what was begun is gone; what others did since stays. */
    List<Text> undo(Actor me, Done done) {
        var not = new ArrayList<Text>();
        done.head().forEach((field, written) -> {
            if (!(heads.write(me, field, written.value(), written.version()) instanceof Heads.Save.Kept)) {
                not.add(new Text("表头刚被同事改过，没有撤回。", "A colleague has just changed the head, so it was not taken back."));
            }
        });
        if (done.before() > 0 && nominations.restore(me, done.before(), done.after()) instanceof Outcome.Refused no) {
            not.add(no.why());
        }
        for (var id : done.begun()) {
            if (!achievements.untouched(me, id)) {
                not.add(new Text("新建的成果里有一项已经有人在填，没有删去。", "One of the new achievements has been worked on since, so it was kept."));
            } else if (achievements.erase(me, id) instanceof huizhan.achievement.Outcome.Refused no) {
                not.add(no.why());
            }
        }
        return not;
    }
}
