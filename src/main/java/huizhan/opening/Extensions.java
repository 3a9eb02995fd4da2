package huizhan.opening;

import huizhan.audit.Audit;
import huizhan.kernel.Actor;
import huizhan.kernel.Faults;
import huizhan.kernel.Text;
import huizhan.web.Dates;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.transaction.annotation.Transactional;

/** A department asks for more time, also when it is too late, and the organizer answers (B18). */
public class Extensions {
    private static final Text NO_REASON = new Text("请写明需要延期的理由。", "Say why more time is needed.");
    private static final Text ANSWERED = new Text("这份申请已经答复过。", "This request has been answered already.");
    private final ExtensionSql sql;
    private final Permits permits;
    private final OpenCall open;
    private final Audit audit;
    private final DecisionLetters letters;

    Extensions(ExtensionSql sql, Permits permits, OpenCall open, Audit audit, DecisionLetters letters) {
        this.sql = sql;
        this.permits = permits;
        this.open = open;
        this.audit = audit;
        this.letters = letters;
    }

    List<Extension> of(UUID department) {
        return sql.of(department, open.call().id());
    }

    List<Extension> all() {
        return sql.all(open.call().id());
    }

    int waiting() {
        return sql.waiting(open.call().id());
    }

    /**
     * Asks. One request at a time; a deadline that has passed is no hindrance.
     *
     * @param wanted the last day wished for, as ISO writes it; empty where the organizer is to say
     * @return why not and what to do; empty where it was done
     */
    @Transactional
    public Optional<Text> ask(Actor me, String wanted, String reason) {
        var subject = "department:" + me.owner();
        if (of(me.owner()).stream().anyMatch(each -> each.answer().isEmpty())) {
            audit.refused(me, "extension.requested", subject, Map.of("reason", "one is waiting"));
            return Optional.of(new Text("已有一份申请在等答复，答复前不能再申请。", "One request is waiting for its answer; until then there can't be another."));
        }
        var day = day(me.owner(), wanted);
        if (!wanted.isBlank() && day.isEmpty()) {
            return Optional.of(new Text("希望延到的日期应晚于您现在的截止日期和今天。请改一个日期，或者不填。",
                "The day must lie after your present deadline and after today. Choose another, or leave it empty."));
        }
        var typed = Typed.of(reason, Typed.REASON, NO_REASON);
        if (typed.refusal().isPresent()) return typed.refusal();
        var asked = new Extension(UUID.randomUUID(), me.owner(), day, typed.text(), open.arrived(), me.account(), Optional.empty());
        sql.insert(asked, open.call().id());
        audit.record(me, "extension.requested", subject, Map.of("request", asked.id().toString(), "wanted", wanted, "reason", typed.text()));
        return Optional.empty();
    }

    /** After today, and after the last day that the department has already. */
    private Optional<LocalDate> day(UUID department, String typed) {
        try {
            return Optional.of(LocalDate.parse(typed.strip())).filter(day -> !day.isBefore(first(department)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** The first day that can be asked for. */
    LocalDate first(UUID department) {
        var today = Dates.dayOf(open.arrived());
        var last = open.lastDay(department);
        return (today.isAfter(last) ? today : last).plusDays(1);
    }

    /** Grants what was asked, with an end and a word of the organizer's own. */
    @Transactional
    public Optional<Text> grant(Actor me, UUID id, Optional<Instant> until, String word) {
        var asked = find(id);
        var typed = Permits.reason(word);
        var no = answered(me, asked, "permit.granted").or(() -> permits.refusal(asked.department(), until)).or(typed::refusal);
        if (no.isPresent()) return no;
        answer(me, asked, permits.write(me, asked.department(), until.orElseThrow(), typed.text(), "").toString(), typed.text());
        return Optional.empty();
    }

    /** Refuses with a word. */
    @Transactional
    public Optional<Text> refuse(Actor me, UUID id, String word) {
        var asked = find(id);
        var typed = Permits.reason(word);
        var no = answered(me, asked, "extension.refused").or(typed::refusal);
        if (no.isPresent()) return no;
        answer(me, asked, "", typed.text());
        audit.record(me, "extension.refused", "department:" + asked.department(), Map.of("request", id.toString(), "reason", typed.text()));
        letters.put(me, asked.department(), DecisionLetters.Readers.OF_TIME, DecisionLetters.Said.PERMIT_REFUSED, Decisions.last(open.end(asked.department())));
        return Optional.empty();
    }

    private Extension find(UUID id) {
        return all().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow(Faults.NotThere::new);
    }

    private Optional<Text> answered(Actor me, Extension asked, String what) {
        if (asked.answer().isEmpty()) return Optional.empty();
        audit.refused(me, what, "department:" + asked.department(), Map.of("request", asked.id().toString(), "reason", "answered"));
        return Optional.of(ANSWERED);
    }

    private void answer(Actor me, Extension asked, String permit, String word) {
        sql.answer(asked.id(), permit, word, open.arrived(), me.account());
    }
}
