package huizhan.nomination;

import huizhan.achievement.Achievements;
import huizhan.achievement.Frozen;
import huizhan.audit.Audit;
import huizhan.call.Call;
import huizhan.kernel.Actor;
import huizhan.kernel.Faults;
import huizhan.kernel.Text;
import huizhan.opening.OpenCall;
import huizhan.web.Dates;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A department's list: picked, ranked, with its stubs (A3, A4). Each verb is one transaction with its row in the trail. */
@Service
public class Nominations implements Frozen {
    private final NominationSql sql;
    private final Achievements achievements;
    private final OpenCall open;
    private final Audit audit;
    private final Traces traces;
    private final PastSql past;

    Nominations(NominationSql sql, PastSql past, Achievements achievements, OpenCall open, Audit audit, Traces traces) {
        this.sql = sql;
        this.past = past;
        this.achievements = achievements;
        this.open = open;
        this.audit = audit;
        this.traces = traces;
    }

    Call call() {
        return open.call();
    }

    /** The day on a paper that is printed now. */
    LocalDate today() {
        return Dates.dayOf(open.arrived());
    }

    static String subject(RankedList list) {
        return "nomination:" + list.id();
    }

    /** The department's list; an empty one where nobody has begun. */
    @Transactional(readOnly = true)
    RankedList of(UUID department) {
        return find(department).orElseGet(() -> new RankedList(UUID.randomUUID(), department, 0, List.of(), Optional.empty()));
    }

    private Optional<RankedList> find(UUID department) {
        return sql.find(department, call().id());
    }

    /** Puts a candidate at the end of the list. More than the limit may be picked while it is a draft; the rules say so. */
    @Transactional
    public Outcome pick(Actor me, UUID achievement) {
        if (achievements.candidates(me.owner()).stream().noneMatch(each -> each.id().equals(achievement))) {
            audit.refused(me, "nomination.picked", "achievement:" + achievement, Map.of("reason", "not there"));
            throw new Faults.NotThere();
        }
        return change(me, "picked", achievement.toString(), list -> list.has(achievement) ? list : list.plus(new Line(achievement, false)));
    }

    /** Adds a non-public achievement as a rank and a word; nothing else of it is asked here. */
    @Transactional
    Outcome addStub(Actor me) {
        var stub = new Line(UUID.randomUUID(), true);
        return change(me, "stub-added", stub.id().toString(), list -> list.plus(stub));
    }

    /** The rank of a stub on a department's list; empty where it has none of this id. */
    @Transactional(readOnly = true)
    public Optional<Integer> stub(UUID department, UUID line) {
        return find(department).filter(list -> list.lines().contains(new Line(line, true))).map(list -> list.rank(line));
    }

    /** Puts a public achievement, which need not be ready yet, into the place of a stub. */
    @Transactional
    public Outcome reopen(Actor me, UUID stub, UUID achievement) {
        return change(me, "reopened", achievement.toString(), list -> list.filled(stub, achievement));
    }

    /** Takes a line off the list; its achievement stays a candidate. */
    @Transactional
    Outcome drop(Actor me, UUID line) {
        return change(me, "dropped", line.toString(), list -> list.without(line));
    }

    @Transactional
    Outcome move(Actor me, UUID line, boolean up) {
        return change(me, "moved", line.toString(), list -> list.moved(line, up));
    }

    /** Ranks by the order of the ids, over the version that the person saw. */
    @Transactional
    Outcome order(Actor me, List<UUID> ids, long version) {
        var no = refusal(me, "nomination.ordered");
        if (no.isPresent()) {
            return new Outcome.Refused(no.get());
        }
        var list = begun(me);
        if (list.version() != version) {
            return new Outcome.Refused(FASTER);
        }
        return list.ordered(ids).isEmpty() ? new Outcome.Refused(FASTER) : change(me, "ordered", "", each -> each.ordered(ids).orElse(each));
    }

    private static final Text FASTER = new Text("名单刚被同事改过，这次排序没有保存。页面已载入最新的名单，请在此基础上再排。",
        "A colleague has just changed the list, so this order was not saved. The newest list is shown now; please rank again from there.");

    /** Loads, asks, changes, records; a change that changes nothing leaves no trace. */
    private Outcome change(Actor me, String verb, String line, UnaryOperator<RankedList> step) {
        var no = refusal(me, "nomination." + verb);
        if (no.isPresent()) {
            return new Outcome.Refused(no.get());
        }
        var list = begun(me);
        var changed = step.apply(list);
        if (changed.equals(list)) {
            return new Outcome.Done(list.version());
        }
        write(me, changed, verb, line);
        audit.record(me, "nomination." + verb, subject(list), Map.of("line", line, "lines", changed.lines().size()));
        return new Outcome.Done(list.version() + 1);
    }

    private void write(Actor me, RankedList changed, String verb, String line) {
        sql.update(changed);
        past.insert(changed.id(), new PastSql.Order(changed.version() + 1, verb, Optional.of(line).filter(id -> !id.isEmpty()).map(UUID::fromString),
            changed.lines(), open.arrived(), me.account()));
    }

    /**
     * Puts an earlier order back: of its lines those that can stand on the list today.
     *
     * @param version that the list had then
     * @param present that the person saw
     */
    @Transactional
    Outcome restore(Actor me, long version, long present) {
        var list = of(me.owner());
        var earlier = past.orders(me.owner(), list.id()).stream().filter(each -> each.version() == version).findFirst();
        var no = refusal(me, "nomination.restored").or(() -> earlier.isPresent() ? Optional.empty()
            : Optional.of(new Text("没有那时的名单记录，请手工调整。", "There is no record of the list at that time; please change it by hand.")));
        if (no.isPresent()) {
            return new Outcome.Refused(no.get());
        }
        if (list.version() != present) {
            return new Outcome.Refused(FASTER);
        }
        var handed = achievements.handed(me.owner());
        var lines = earlier.orElseThrow().lines().stream().filter(line -> line.stub() || handed.contains(line.id())).toList();
        return change(me, "restored", "", each -> each.with(lines));
    }

    /** The list to write in, begun if it must be. */
    RankedList begun(Actor me) {
        return find(me.owner()).orElseGet(() -> {
            var list = new RankedList(UUID.randomUUID(), me.owner(), 1, List.of(), Optional.empty());
            sql.insert(list, call().id(), open.arrived(), me.account());
            past.insert(list.id(), new PastSql.Order(list.version(), "begun", Optional.empty(), List.of(), open.arrived(), me.account()));
            return list;
        });
    }

    /** Why a department can't change its list now: too late, or signed off. A refusal stands in the trail. */
    Optional<Text> refusal(Actor me, String what) {
        var late = open.refusal(me, what, "department:" + me.owner());
        if (late.isPresent()) {
            return late;
        }
        var signed = find(me.owner()).flatMap(RankedList::signature).map(Nominations::signedOff);
        signed.ifPresent(why -> audit.refused(me, what, "department:" + me.owner(), Map.of("reason", "signed off")));
        return signed;
    }

    /** The same for a page that shows what can be done; leaves no trace. */
    @Transactional(readOnly = true)
    public Optional<Text> unwritable(UUID department) {
        return open.isOpen(department) ? find(department).flatMap(RankedList::signature).map(Nominations::signedOff) : Optional.of(open.tooLate(department));
    }

    private static Text signedOff(Signature signature) {
        return new Text("名单已经签发（回执号 %s），内容已固定。要修改，请先撤回签发。".formatted(signature.receipt()),
            "The nomination has been signed off (receipt %s) and its content is fixed. To change it, withdraw the sign-off first.".formatted(signature.receipt()));
    }

    /** Only after a sign-off: until then a list is the department's own affair. */
    @Override
    @Transactional(readOnly = true)
    public Map<UUID, Boolean> picked(UUID department, java.util.Collection<UUID> ids) {
        return find(department).filter(list -> list.signature().isPresent())
            .map(list -> ids.stream().collect(java.util.stream.Collectors.toMap(id -> id, list::has))).orElse(Map.of());
    }

    /** The line goes, and so do the words of it that sign-offs withdrawn earlier still hold, with the images made of them. */
    @Override
    @Transactional
    public void erased(Actor me, UUID achievement) {
        leaves(me, achievement, "dropped", list -> list.without(achievement));
    }

    /** It keeps its place as a stub: what is not for the public is a rank and a word here, nothing else (A4). */
    @Override
    @Transactional
    public void turned(Actor me, UUID achievement) {
        leaves(me, achievement, "turned", list -> list.stubbed(achievement));
    }

    private void leaves(Actor me, UUID achievement, String verb, UnaryOperator<RankedList> step) {
        find(me.owner()).ifPresent(list -> {
            if (list.has(achievement)) {
                write(me, step.apply(list), verb, achievement.toString());
                audit.record(me, "nomination." + verb, subject(list), Map.of("line", achievement.toString(), "reason", verb.equals("turned") ? "non-public" : "erased"));
            }
            sql.signatures(list.id()).forEach(signature -> traces.remove(me.owner(), signature.revision(), achievement, call()));
        });
    }

    /** An achievement in a list that is signed off can't change until that is withdrawn. */
    @Override
    @Transactional(readOnly = true)
    public Optional<Text> frozen(UUID department, UUID achievement) {
        return sql.holds(department, achievement)
            ? Optional.of(new Text("部门已签发包含这项成果的推荐名单，内容已固定。要修改，请部门先撤回签发。",
                "Your department has signed off the nomination that contains this achievement, and its content is fixed. To change it, the department must withdraw the sign-off first."))
            : Optional.empty();
    }
}
