package huizhan.opening.outage;

import huizhan.audit.Audit;
import huizhan.kernel.Actor;
import huizhan.kernel.Clocks;
import huizhan.kernel.Faults;
import huizhan.kernel.Text;
import huizhan.opening.OpenCall;
import huizhan.opening.Permits;
import huizhan.opening.Typed;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.transaction.annotation.Transactional;

/** Outages noted by the program and by the organizer, and the time that is granted for them (B18). */
class Outages {
    /** A gap between two heartbeats that is longer than this is one in which nobody could work. */
    static final Duration LONGEST_GAP = Duration.ofMinutes(3);
    /** So long before the end of the call an outage matters to everybody. */
    static final Duration NEAR = Duration.ofDays(3);
    private final OutageSql sql;
    private final Permits permits;
    private final OpenCall open;
    private final Audit audit;
    private final Clocks clocks;

    Outages(OutageSql sql, Permits permits, OpenCall open, Audit audit, Clocks clocks) {
        this.sql = sql;
        this.permits = permits;
        this.open = open;
        this.audit = audit;
        this.clocks = clocks;
    }

    /** When it began and ended, as typed. */
    record Times(String fromDay, String fromTime, String toDay, String toTime) {}

    /** What became of a grant for many departments. */
    record Granted(Optional<Text> refusal, int departments) {}

    List<Outage> all() {
        return sql.all(open.call().id());
    }

    Outage find(UUID id) {
        return all().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow(Faults.NotThere::new);
    }

    /** Around the call's end: what happens long after it takes nobody's time. */
    boolean near(Outage outage) {
        var end = open.call().deadline().end();
        return outage.ended().isAfter(end.minus(NEAR)) && outage.began().isBefore(end.plus(NEAR));
    }

    /** How many departments hold time that was granted for it, by outage. */
    Map<UUID, Integer> granted() {
        return permits.ofOutages();
    }

    /** How many near the end nobody has had time for yet, and nobody has said that none is to be granted. */
    int waiting() {
        var granted = granted();
        return (int) all().stream().filter(each -> near(each) && each.closing().isEmpty() && !granted.containsKey(each.id())).count();
    }

    /** Notes that the program is here, and the gap where it was not. Of several nodes the one that beats first notes it. */
    @Transactional
    public void beat() {
        var now = clocks.system().instant();
        var last = sql.beat();
        boolean first = last.map(before -> sql.beat(before, now)).orElseGet(() -> sql.begin(now));
        if (first && last.filter(before -> Duration.between(before, now).compareTo(LONGEST_GAP) > 0).isPresent()) {
            write(Actor.program(), clocks.asShown(last.get()), clocks.asShown(now), "");
        }
    }

    private void write(Actor by, Instant began, Instant ended, String reason) {
        var outage = new Outage(UUID.randomUUID(), began, ended, reason, open.arrived(), Optional.empty());
        sql.insert(outage, open.call().id(), by.account());
        audit.record(by, "outage.noted", "outage:" + outage.id(), Map.of("began", began.toString(), "ended", ended.toString(), "reason", reason));
    }

    /** Enters one by hand: of a network, of the power, of a region. */
    @Transactional
    public Optional<Text> note(Actor me, Times times, String reason) {
        var began = moment(times.fromDay(), times.fromTime());
        var ended = moment(times.toDay(), times.toTime());
        if (began.isEmpty() || ended.isEmpty() || !began.get().isBefore(ended.get()) || ended.get().isAfter(open.arrived())) {
            return Optional.of(new Text("请核对起止时间：结束应晚于开始，也不晚于现在。", "Check the times: the end lies after the beginning, and not after now."));
        }
        var typed = Typed.of(reason, Typed.REASON, new Text("请写明发生了什么、涉及哪里。", "Say what happened, and where."));
        if (typed.refusal().isPresent()) return typed.refusal();
        write(me, began.get(), ended.get(), typed.text());
        return Optional.empty();
    }

    private Optional<Instant> moment(String day, String time) {
        try {
            return Optional.of(LocalDate.parse(day.strip()).atTime(LocalTime.parse(time.strip())).atZone(open.call().deadline().zone()).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /**
     * Says that no time is to be granted for it; time can be granted later all the same.
     *
     * @return why not and what to do; empty where it was done
     */
    @Transactional
    public Optional<Text> close(Actor me, UUID id, String reason) {
        var outage = find(id);
        if (outage.closing().isPresent() || granted().containsKey(id)) {
            audit.refused(me, "outage.closed", "outage:" + id, Map.of("reason", "dealt with"));
            return Optional.of(new Text("这次中断已经处理过。", "This outage has been dealt with already."));
        }
        var typed = Typed.of(reason, Typed.REASON, new Text("请写明为什么无需延期。", "Say why no time is to be granted."));
        if (typed.refusal().isPresent()) return typed.refusal();
        sql.close(id, new Outage.Closing(typed.text(), open.arrived()), me.account());
        audit.record(me, "outage.closed", "outage:" + id, Map.of("reason", typed.text()));
        return Optional.empty();
    }

    /** Grants the same end to each of the departments; who holds a later one keeps that. */
    @Transactional
    public Granted grant(Actor me, UUID id, Collection<UUID> departments, Optional<Instant> until, String reason) {
        var outage = find(id);
        var typed = Typed.of(reason, Typed.REASON, new Text("请写明理由：各部门和单位会看到。", "Give a reason; departments and units will read it."));
        var no = permits.refusal(until).or(typed::refusal);
        if (no.isPresent()) return new Granted(no, 0);
        if (departments.isEmpty()) return new Granted(Optional.of(new Text("请选择部门。", "Choose departments.")), 0);
        var gaining = departments.stream().filter(each -> !permits.holds(each, until.orElseThrow())).toList();
        gaining.forEach(each -> permits.write(me, each, until.orElseThrow(), typed.text(), outage.id().toString()));
        return new Granted(Optional.empty(), gaining.size());
    }
}
