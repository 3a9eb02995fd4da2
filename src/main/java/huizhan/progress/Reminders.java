package huizhan.progress;

import huizhan.audit.Audit;
import huizhan.kernel.Actor;
import huizhan.kernel.Lang;
import huizhan.kernel.Text;
import huizhan.mail.Letter;
import huizhan.mail.Outbox;
import huizhan.opening.OpenCall;
import huizhan.organization.Turnout.Contact;
import huizhan.web.Dates;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reminders by mail (B21): all letters of one sending in one transaction, and each sending once. */
@Service
class Reminders {
    private final Matrix matrix;
    private final ProgressSql sql;
    private final Outbox outbox;
    private final OpenCall open;
    private final Audit audit;

    Reminders(Matrix matrix, ProgressSql sql, Outbox outbox, OpenCall open, Audit audit) {
        this.matrix = matrix;
        this.sql = sql;
        this.outbox = outbox;
        this.open = open;
        this.audit = audit;
    }

    /** What came of a sending. */
    sealed interface Outcome {
        record Sent(int letters, int departments) implements Outcome {}

        /** This very sending was made before; nothing was sent again. */
        record Before() implements Outcome {}

        record Refused(Wording.Refusal why) implements Outcome {}
    }

    /** The wording that a reminder begins with. */
    Wording proposed() {
        var zh = Wording.NAMES.stream().map(name -> "{" + name.zh() + "}").toArray();
        var en = Wording.NAMES.stream().map(name -> "{" + name.en() + "}").toArray();
        return new Wording(new Wording.Words(outbox.say("progress.reminder.subject", zh).zh(), outbox.say("progress.reminder.body", zh).zh()),
            new Wording.Words(outbox.say("progress.reminder.subject", en).en(), outbox.say("progress.reminder.body", en).en()));
    }

    /** Whether this server writes letters. */
    boolean isOpen() {
        return outbox.isOpen();
    }

    /**
     * Puts a letter to each person with an address of each chosen department that has not signed off into the outbox.
     *
     * @param batch made with the preview that the person saw
     */
    @Transactional
    Outcome send(Actor me, UUID batch, Choice choice, Wording wording) {
        var no = wording.refusal();
        if (no.isPresent()) {
            audit.refused(me, "reminder.sent", "reminder:" + batch, Map.of("reason", no.get().key()));
            return new Outcome.Refused(no.get());
        }
        var recipients = Recipients.of(matrix.rows(choice));
        var rows = recipients.written();
        if (rows.isEmpty() || !isOpen()) return new Outcome.Refused(new Wording.Refusal(recipients.nobody(), ""));
        var reminder = new Reminder(batch, wording.zh().subject().strip(), open.arrived(), me.account(), me.name());
        if (!sql.insert(reminder, open.call().id())) return new Outcome.Before();
        int letters = 0;
        for (var row : rows) {
            var put = (int) row.reachable().stream().filter(each -> outbox.put(me, letter(batch, row, each, wording)).isPresent()).count();
            sql.insert(batch, row.department().id(), put);
            letters += put;
        }
        audit.record(me, "reminder.sent", "reminder:" + batch, Map.of("letters", letters, "state", choice.state(),
            "departments", rows.stream().map(row -> row.department().code()).toList()));
        return new Outcome.Sent(letters, rows.size());
    }

    private Letter letter(UUID batch, Row row, Contact to, Wording wording) {
        var values = values(row, to.name());
        return new Letter(Letter.Kind.REMINDER, new Letter.Recipient(Optional.of(to.account()), to.name(), to.email()), wording.subject(values), wording.body(values),
            "reminder:" + batch, Optional.of(row.department().id()));
    }

    /** What stands in the place of each name, for one person of a department. */
    Map<String, Text> values(Row row, String name) {
        var last = Dates.last(row.end());
        var days = Math.max(0, ChronoUnit.DAYS.between(Dates.dayOf(open.arrived()), Dates.dayOf(last)));
        return Map.of("姓名", Text.same(name), "部门", row.department().name(), "截止日期", new Text(Dates.day(Lang.ZH, last), Dates.day(Lang.EN, last)),
            "剩余天数", Text.same(String.valueOf(days)), "尚缺", missing(row));
    }

    private Text missing(Row row) {
        List<Text> words = row.missing().stream().map(each -> outbox.say("progress.missing." + each)).toList();
        return new Text(words.stream().map(Text::zh).collect(Collectors.joining("；")), words.stream().map(Text::en).collect(Collectors.joining("; ")));
    }
}
