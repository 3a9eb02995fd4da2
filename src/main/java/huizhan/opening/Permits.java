package huizhan.opening;

import huizhan.audit.Audit;
import huizhan.kernel.Actor;
import huizhan.kernel.Faults;
import huizhan.kernel.Lang;
import huizhan.kernel.Text;
import huizhan.opening.DecisionLetters.Said;
import huizhan.organization.Departments;
import huizhan.web.Dates;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.transaction.annotation.Transactional;

/** Granting a department more time, and taking it back (B18). A permit is never changed: a longer one stands beside it. */
public class Permits {
    private static final Text NO_REASON = new Text("请写明理由：对方会看到。", "Give a reason; the department will read it.");
    private final PermitSql sql;
    private final OpenCall open;
    private final Departments departments;
    private final Audit audit;
    private final DecisionLetters letters;

    Permits(PermitSql sql, OpenCall open, Departments departments, Audit audit, DecisionLetters letters) {
        this.sql = sql;
        this.open = open;
        this.departments = departments;
        this.audit = audit;
        this.letters = letters;
    }

    List<Permit> all() {
        return sql.all(open.call().id());
    }

    /** What each department goes by now that may hand in later than the call says. */
    public Map<UUID, Permit> standing() {
        return all().stream().filter(each -> each.stands() && each.until().isAfter(open.call().deadline().end()))
            .collect(Collectors.toMap(Permit::department, each -> each, (one, other) -> one.until().isBefore(other.until()) ? other : one));
    }

    /** How many departments hold time that was granted for it, by outage. */
    public Map<UUID, Integer> ofOutages() {
        return sql.ofOutages(open.call().id()).stream().collect(Collectors.toMap(PermitSql.OfOutage::outage, PermitSql.OfOutage::departments));
    }

    /**
     * The first instant that is too late, as it was typed in the call's own time zone.
     *
     * @param day  as ISO writes it
     * @param time the same; empty for the whole day
     */
    public Optional<Instant> end(String day, String time) {
        try {
            var zone = open.call().deadline().zone();
            var date = LocalDate.parse(day.strip());
            var end = time.isBlank() ? date.plusDays(1).atStartOfDay() : date.atTime(LocalTime.parse(time.strip()));
            return Optional.of(end.atZone(zone).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** Why an end can't be granted to a department; empty where it can. */
    Optional<Text> refusal(UUID department, Optional<Instant> until) {
        return refusal(until).or(() -> later(department, until.orElseThrow()));
    }

    /** Why an end can't be granted to anybody; empty where it can. */
    public Optional<Text> refusal(Optional<Instant> until) {
        if (until.isEmpty()) {
            return Optional.of(new Text("请填写延至哪一天；时刻可以不填，填时写成 17:30 这样。", "Give the day until which more time is granted; a time, if there is one, is written as 17:30."));
        }
        if (until.filter(end -> end.isAfter(open.call().deadline().end()) && end.isAfter(open.arrived())).isEmpty()) {
            return Optional.of(new Text("延期的截止时间应晚于征集原定的 %s，也应晚于现在。请改一个日期。".formatted(moment(Lang.ZH, open.call().deadline().end())),
                "The new end must lie after the call's own (%s) and after now. Choose another.".formatted(moment(Lang.EN, open.call().deadline().end()))));
        }
        return Optional.empty();
    }

    /** Whether a department may already hand in until then. */
    public boolean holds(UUID department, Instant until) {
        return open.extension(department).filter(held -> !until.isAfter(held.until())).isPresent();
    }

    private Optional<Text> later(UUID department, Instant until) {
        return open.extension(department).filter(held -> !until.isAfter(held.until())).map(held -> new Text(
            "该部门已获准延期至 %s，不早于这个时间。要缩短，请先收回那一次延期。".formatted(moment(Lang.ZH, held.until())),
            "The department already has until %s. To shorten that, take that extension back first.".formatted(moment(Lang.EN, held.until()))));
    }

    private static String moment(Lang lang, Instant end) {
        return Dates.moment(lang, Dates.last(end));
    }

    /** Why a reason can't be kept; empty where it can. */
    static Typed reason(String typed) {
        return Typed.of(typed, Typed.REASON, NO_REASON);
    }

    /**
     * Grants one department more time, also after its end.
     *
     * @return why not and what to do; empty where it was done
     * @throws Faults.NotThere where there is no such department
     */
    @Transactional
    public Optional<Text> grant(Actor me, UUID department, Optional<Instant> until, String reason) {
        var typed = reason(reason);
        var no = refusal(department, until).or(typed::refusal);
        if (no.isPresent()) return no;
        write(me, department, until.orElseThrow(), typed.text(), "");
        return Optional.empty();
    }

    /** Grants it without asking again: what a wish was checked for, and the outage that is the reason, or empty. */
    public UUID write(Actor me, UUID department, Instant until, String reason, String outage) {
        if (departments.find(department).isEmpty()) throw new Faults.NotThere();
        var permit = new Permit(UUID.randomUUID(), department, until, reason, open.arrived(), Optional.empty());
        sql.insert(permit, open.call().id(), outage, me.account());
        audit.record(me, "permit.granted", "department:" + department,
            Map.of("permit", permit.id().toString(), "until", until.toString(), "reason", reason, "outage", outage));
        letters.put(me, department, DecisionLetters.Readers.OF_TIME, Said.PERMIT, Decisions.last(open.end(department)));
        return permit.id();
    }

    /** Takes a permit back from now on; what was handed in under it stays. */
    @Transactional
    public Optional<Text> withdraw(Actor me, UUID id, String reason) {
        var permit = sql.find(id, open.call().id()).orElseThrow(Faults.NotThere::new);
        var typed = reason(reason);
        if (typed.refusal().isPresent()) return typed.refusal();
        sql.withdraw(id, new Permit.Withdrawal(typed.text(), open.arrived()), me.account());
        audit.record(me, "permit.withdrawn", "department:" + permit.department(), Map.of("permit", id.toString(), "reason", typed.text()));
        letters.put(me, permit.department(), DecisionLetters.Readers.OF_TIME, Said.PERMIT_BACK, Decisions.last(open.end(permit.department())));
        return Optional.empty();
    }
}
