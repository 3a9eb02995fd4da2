package huizhan.opening;

import huizhan.organization.Department;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The organizer's page of more time, {@code templates/opening/permits.html}.
 *
 * @param waiting     requests without an answer, the oldest first
 * @param permits     all that were granted, the newest first
 * @param refused     requests that were refused, the newest first
 * @param departments those that one can be granted to
 * @param first       the first day that can be granted, as ISO writes it
 * @param form        as typed, after a refusal
 * @param why         why it was refused, or empty
 */
record PermitsPage(List<Asked> waiting, List<Line> permits, List<Asked> refused, List<Department> departments, String first, Form form, String why) {
    static final Form EMPTY = new Form("", "", "", "", "");

    /** @param about the request or permit whose form it is; empty for the one that grants unasked */
    record Form(String about, String department, String day, String time, String reason) {}

    /** @param by who asked, empty where that account is gone */
    record Asked(Extension request, String department, String by) {

        /** What stands in the field before anything is typed. */
        public String day() {
            return request.wanted().map(LocalDate::toString).orElse("");
        }
    }

    /** @param counts whether it is what the department goes by now */
    record Line(Permit permit, String department, boolean counts) {}

    /** Why something was refused whose form is no longer there: a colleague was faster. */
    public String astray() {
        boolean there = form.about().isEmpty() || waiting.stream().anyMatch(each -> typed(each.request().id()) != null)
            || permits.stream().anyMatch(each -> typed(each.permit().id()) != null);
        return there ? "" : why;
    }

    /** The form that belongs to a request or a permit, if it was the one refused. */
    public @Nullable Form typed(UUID about) {
        return form.about().equals(about.toString()) ? form : null;
    }

    public Optional<String> refusal(String about) {
        return Optional.of(why).filter(text -> !text.isEmpty() && form.about().equals(about));
    }
}
