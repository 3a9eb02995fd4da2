package huizhan.progress;

import huizhan.kernel.Actor;
import huizhan.kernel.Text;
import huizhan.progress.Reminders.Outcome;
import huizhan.progress.Wording.Words;
import huizhan.web.Flash;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A reminder before it is sent: who gets it, how it reads, who is to be called instead (B21). */
@Controller
class ReminderPages {
    private final Matrix matrix;
    private final Reminders reminders;

    ReminderPages(Matrix matrix, Reminders reminders) {
        this.matrix = matrix;
        this.reminders = reminders;
    }

    /**
     * {@code templates/progress/reminder.html}.
     *
     * @param sample how it reads for the first recipient, or null where there is none
     */
    record Page(Choice choice, UUID batch, Wording wording, Recipients to, long letters, @Nullable Sample sample, boolean open, List<Text> names) {}

    record Sample(String to, Text subject, Text body) {}

    @GetMapping("/progress/reminder")
    ModelAndView ask(@RequestParam(defaultValue = "") String state, @RequestParam(name = "group", defaultValue = "") String grouping, @RequestParam(defaultValue = "") String q,
            @RequestParam Optional<List<String>> d) {
        return page(Choice.of(state, grouping, q, d), UUID.randomUUID(), reminders.proposed(), Optional.empty(), HttpStatus.OK);
    }

    private ModelAndView page(Choice choice, UUID batch, Wording wording, Optional<Wording.Refusal> refused, HttpStatus status) {
        var to = Recipients.of(matrix.rows(choice));
        var sample = to.written().stream().findFirst().map(row -> {
            var values = reminders.values(row, row.reachable().get(0).name());
            return new Sample(row.reachable().get(0).name(), wording.subject(values), wording.body(values));
        });
        var page = new Page(choice, batch, wording, to, to.letters(), sample.orElse(null), reminders.isOpen(), Wording.NAMES);
        return new ModelAndView("progress/reminder", Map.of("page", page, "refused", refused.map(Wording.Refusal::key).orElse(""),
            "about", refused.map(Wording.Refusal::about).orElse("")), status);
    }

    /** A reminder as typed. */
    record Form(@Nullable String state, @Nullable String group, @Nullable String q, @Nullable List<String> d, @Nullable UUID batch, @Nullable String subject,
                @Nullable String body, @Nullable String subjectEn, @Nullable String bodyEn) {

        Form {
            batch = batch == null ? UUID.randomUUID() : batch;
        }

        /** Exactly the departments that the page named; where it named none, none: nothing picked would else be everybody. */
        Choice choice() {
            return Choice.of(text(state), text(group), text(q), Optional.of(d == null || d.isEmpty() ? List.of("") : d));
        }

        Wording wording() {
            return new Wording(new Words(line(subject), text(body)), new Words(line(subjectEn), text(bodyEn)));
        }

        private static String line(@Nullable String typed) {
            return text(typed).replaceAll("\\s+", " ");
        }

        private static String text(@Nullable String typed) {
            return typed == null ? "" : typed.replace("\r\n", "\n").strip();
        }
    }

    /** Shows how the typed words read; nothing is sent. */
    @PostMapping("/progress/reminder")
    ModelAndView show(Form form) {
        var refused = form.wording().refusal();
        return page(form.choice(), form.batch(), form.wording(), refused, refused.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping("/progress/reminders")
    ModelAndView send(Actor me, Flash flash, Form form) {
        var outcome = reminders.send(me, form.batch(), form.choice(), form.wording());
        if (outcome instanceof Outcome.Refused no) return page(form.choice(), form.batch(), form.wording(), Optional.of(no.why()), HttpStatus.UNPROCESSABLE_CONTENT);
        if (outcome instanceof Outcome.Sent sent) flash.good("progress.reminder.sent", sent.departments(), sent.letters());
        else flash.warn("progress.reminder.before");
        return new ModelAndView("redirect:" + new Choice(form.choice().state(), form.choice().grouping(), form.choice().q(), List.of()).address("/progress"));
    }
}
