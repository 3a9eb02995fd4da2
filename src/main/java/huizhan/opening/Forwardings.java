package huizhan.opening;

import huizhan.audit.Audit;
import huizhan.kernel.Actor;
import huizhan.kernel.Lang;
import huizhan.kernel.Text;
import huizhan.organization.MiddleBodies;
import huizhan.organization.MiddleBody;
import huizhan.web.Dates;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.transaction.annotation.Transactional;

/**
 * Handing the call on: a department tells its units what it wants, and by when, before its own end comes (B26). Where a body stands between,
 * it says the same to its own units: its day is never later than the department's, and the department's never later than the end.
 */
public class Forwardings {
    private static final int LONGEST_NOTE = 2_000;
    private final ForwardingSql sql;
    private final OpenCall open;
    private final MiddleBodies bodies;
    private final Audit audit;

    Forwardings(ForwardingSql sql, OpenCall open, MiddleBodies bodies, Audit audit) {
        this.sql = sql;
        this.open = open;
        this.bodies = bodies;
        this.audit = audit;
    }

    /** What a department says to all its units. */
    public Forwarding of(UUID department) {
        return all(department).getOrDefault(Optional.<UUID>empty(), Forwarding.NONE);
    }

    /** What a body between says to its own units. */
    public Forwarding of(UUID department, UUID middle) {
        return all(department).getOrDefault(Optional.of(middle), Forwarding.NONE);
    }

    /** The word of a department and of each of its bodies, by the body; the department's own without one. */
    public Map<Optional<UUID>, Forwarding> all(UUID department) {
        return sql.newest(department, open.call().id());
    }

    /** Which departments have handed the call on. */
    public Set<UUID> departments() {
        return sql.departments(open.call().id());
    }

    /**
     * What reaches a unit.
     *
     * @param body that it reports through, with what that says
     */
    public record Heard(Forwarding department, Optional<MiddleBody> body, Forwarding ofBody) {}

    public Heard heard(UUID department, UUID unit) {
        var all = all(department);
        var body = bodies.ofUnit(department, unit);
        return new Heard(all.getOrDefault(Optional.<UUID>empty(), Forwarding.NONE), body,
            body.map(each -> all.getOrDefault(Optional.of(each.id()), Forwarding.NONE)).orElse(Forwarding.NONE));
    }

    /** Why a unit can't write or hand over any more, while its department still can; empty while it may. */
    public Optional<Text> tooLateForUnit(UUID department, UUID unit) {
        var today = Dates.dayOf(open.arrived());
        var all = all(department);
        if (all.values().stream().noneMatch(each -> each.until().filter(today::isAfter).isPresent())) return Optional.empty();
        var own = all.getOrDefault(Optional.<UUID>empty(), Forwarding.NONE).until().filter(today::isAfter).map(Forwardings::over);
        return own.or(() -> bodies.ofUnit(department, unit).flatMap(body -> Optional.ofNullable(all.get(Optional.of(body.id()))).flatMap(Forwarding::until)
            .filter(today::isAfter).map(day -> over(body, day))));
    }

    private static Text over(LocalDate day) {
        return new Text("推荐部门要求各单位于 %s 前交出，现在已经过了。如需补报，请联系您的推荐部门：由部门延后日期，或把这项成果退回给您。".formatted(Dates.day(Lang.ZH, day)),
            "Your department asked its units to hand over by %s, which has passed. Ask the department to move the date, or to return this achievement to you."
                .formatted(Dates.day(Lang.EN, day)));
    }

    private static Text over(MiddleBody body, LocalDate day) {
        return new Text("%s要求所属各单位于 %s 前交出，现在已经过了。如需补报，请联系%s：由它或推荐部门延后日期，或把这项成果退回给您。".formatted(body.name(), Dates.day(Lang.ZH, day), body.name()),
            "%s asked its units to hand over by %s, which has passed. Ask it or the department to move the date, or to return this achievement to you."
                .formatted(body.name(), Dates.day(Lang.EN, day)));
    }

    /** The last day that a department, or a body between, can name for its units. */
    public LocalDate lastDay(UUID department, boolean ofBody) {
        var end = open.lastDay(department);
        return ofBody ? of(department).until().filter(end::isAfter).orElse(end) : end;
    }

    /**
     * Hands the call on, or changes what was said before: a department to all its units, a body's person to the body's own.
     *
     * @param until as ISO writes it; empty for the call's own end
     * @param seen  the number that the person has seen
     * @return why not, and what to do; empty where it was done
     */
    @Transactional
    public Optional<Text> forward(Actor me, String until, String note, long seen) {
        return forward(me, me.middle(), until, note, seen);
    }

    /** A department says it in the name of one of its bodies, whose people may not have signed in. */
    @Transactional
    public Optional<Text> forward(Actor me, MiddleBody body, String until, String note, long seen) {
        return forward(me, Optional.of(body.id()), until, note, seen);
    }

    private Optional<Text> forward(Actor me, Optional<UUID> middle, String until, String note, long seen) {
        var subject = middle.map(id -> "middle:" + id).orElse("department:" + me.owner());
        var late = open.refusal(me, "call.forwarded", subject);
        if (late.isPresent()) return late;
        var day = open.dayAhead(me.owner(), until);
        var no = unfit(note).or(() -> outOfBounds(me.owner(), middle, until, day)).or(() -> overtaken(me.owner(), middle, seen));
        if (no.isPresent()) return no;
        var next = new Forwarding(seen + 1, day, note.strip(), open.arrived());
        sql.insert(me.owner(), middle, open.call().id(), next, me.account());
        audit.record(me, "call.forwarded", subject, Map.of("number", next.number(), "until", day.map(LocalDate::toString).orElse("")));
        return Optional.empty();
    }

    private static Optional<Text> unfit(String note) {
        if (note.codePointCount(0, note.length()) <= LONGEST_NOTE) return Typed.mark(note);
        return Optional.of(new Text("要求太长，最多 " + LONGEST_NOTE + " 字。请删减，或作为附件另发。", "The note is too long, at most " + LONGEST_NOTE + " characters."));
    }

    private Optional<Text> outOfBounds(UUID department, Optional<UUID> middle, String until, Optional<LocalDate> day) {
        if (until.isBlank()) return Optional.empty();
        if (middle.isPresent() && day.isPresent() && all(department).getOrDefault(middle, Forwarding.NONE).until().equals(day)) return Optional.empty();
        var last = lastDay(department, middle.isPresent());
        if (day.isEmpty() || day.get().isAfter(last)) return Optional.of(notInTime(last, last.isBefore(open.lastDay(department))));
        var later = middle.isPresent() ? List.<String>of() : later(department, day.get());
        return later.isEmpty() ? Optional.empty() : Optional.of(new Text(
            "下列归口单位给所属单位定的日期晚于这一天：%s。请先改早它们的日期，或者把这一天定晚一些。".formatted(String.join("、", later)),
            "These bodies have given their units a later day than this one: %s. Move their days forward first, or choose a later day.".formatted(String.join(", ", later))));
    }

    /** The bodies whose own day is later than a day, by name. */
    private List<String> later(UUID department, LocalDate day) {
        var all = all(department);
        return bodies.of(department).stream().filter(MiddleBody::isOpen)
            .filter(body -> Optional.ofNullable(all.get(Optional.of(body.id()))).flatMap(Forwarding::until).filter(day::isBefore).isPresent())
            .map(MiddleBody::name).toList();
    }

    private Optional<Text> overtaken(UUID department, Optional<UUID> middle, long seen) {
        if (all(department).getOrDefault(middle, Forwarding.NONE).number() == seen) return Optional.empty();
        return Optional.of(new Text("同事刚刚改过。下面是最新的内容，请看过再改。", "A colleague has just changed this. The newest stands below; look at it before you change it."));
    }

    private static Text notInTime(LocalDate last, boolean ofDepartment) {
        var why = ofDepartment ? new Text("（推荐部门给各单位定的最后一天，含当日）", ", the last day that the department has given its units") : new Text("", "");
        return new Text("日期应在今天之后、%s 之前%s。请改一个日期，或者不填。".formatted(Dates.day(Lang.ZH, last), why.zh()),
            "The date must lie between today and %s%s. Choose another, or leave it empty.".formatted(Dates.day(Lang.EN, last), why.en()));
    }
}
