package huizhan.opening;

import huizhan.audit.Audit;
import huizhan.kernel.Actor;
import huizhan.kernel.Lang;
import huizhan.kernel.Text;
import huizhan.web.Dates;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.transaction.annotation.Transactional;

/** Handing the call on: a department tells its units what it wants, and by when, before its own end comes (B26). */
public class Forwardings {
    private static final int LONGEST_NOTE = 2_000;
    private final ForwardingSql sql;
    private final OpenCall open;
    private final Audit audit;

    Forwardings(ForwardingSql sql, OpenCall open, Audit audit) {
        this.sql = sql;
        this.open = open;
        this.audit = audit;
    }

    public Forwarding of(UUID department) {
        return sql.newest(department, open.call().id()).orElse(Forwarding.NONE);
    }

    /** Which departments have handed the call on. */
    public Set<UUID> departments() {
        return sql.departments(open.call().id());
    }

    /** Why a unit can't write or hand over any more, while its department still can; empty while it may. */
    public Optional<Text> tooLateForUnits(UUID department) {
        return of(department).until().filter(Dates.dayOf(open.arrived())::isAfter).map(day -> new Text(
            "推荐部门要求各单位于 %s 前交出，现在已经过了。如需补报，请联系您的推荐部门：由部门延后日期，或把这项成果退回给您。".formatted(Dates.day(Lang.ZH, day)),
            "Your department asked its units to hand over by %s, which has passed. Ask the department to move the date, or to return this achievement to you."
                .formatted(Dates.day(Lang.EN, day))));
    }

    /**
     * Hands the call on, or changes what was said before.
     *
     * @param until as ISO writes it; empty for the call's own end
     * @param seen  the number that the person has seen
     * @return why not, and what to do; empty where it was done
     */
    @Transactional
    public Optional<Text> forward(Actor me, String until, String note, long seen) {
        var late = open.refusal(me, "call.forwarded", "department:" + me.owner());
        if (late.isPresent()) return late;
        if (note.codePointCount(0, note.length()) > LONGEST_NOTE) {
            return Optional.of(new Text("要求太长，最多 " + LONGEST_NOTE + " 字。请删减，或作为附件另发。", "The note is too long, at most " + LONGEST_NOTE + " characters."));
        }
        var day = open.dayAhead(me.owner(), until);
        if (!until.isBlank() && day.isEmpty()) return Optional.of(notInTime(me));
        var present = of(me.owner());
        if (present.number() != seen) {
            return Optional.of(new Text("同事刚刚改过。下面是最新的内容，请看过再改。", "A colleague has just changed this. The newest stands below; look at it before you change it."));
        }
        var next = new Forwarding(seen + 1, day, note.strip(), open.arrived());
        sql.insert(me.owner(), open.call().id(), next, me.account());
        audit.record(me, "call.forwarded", "department:" + me.owner(), Map.of("number", next.number(), "until", day.map(LocalDate::toString).orElse("")));
        return Optional.empty();
    }

    private Text notInTime(Actor me) {
        return new Text("日期应在今天之后、%s 之前。请改一个日期，或者不填。".formatted(Dates.day(Lang.ZH, open.lastDay(me.owner()))),
            "The date must lie between today and %s. Choose another, or leave it empty.".formatted(Dates.day(Lang.EN, open.lastDay(me.owner()))));
    }
}
