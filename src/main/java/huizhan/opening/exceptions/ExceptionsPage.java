package huizhan.opening.exceptions;

import huizhan.organization.Department;
import java.util.List;
import java.util.Optional;

/**
 * The organizer's page of exceptions, {@code templates/opening/exceptions.html}.
 *
 * @param waiting     requests without an answer, the oldest first
 * @param grants      all that were granted, the newest first
 * @param refused     requests that were refused, the newest first
 * @param departments those that one can be granted to
 * @param rules       those that may be passed
 * @param form        as typed, after a refusal
 * @param why         why it was refused, or empty
 */
record ExceptionsPage(List<Line> waiting, List<Granted> grants, List<Line> refused, List<Department> departments, List<String> rules, Form form, String why) {
    static final Form EMPTY = new Form("", "", "", "", "");

    /** @param about the request or grant whose form it is; empty for the one that grants unasked */
    record Form(String about, String department, String rule, String item, String reason) {}

    /** @param unit empty where the department itself asks */
    record Line(ExceptionRequest request, String department, String unit, String finding) {}

    /** @param finding what the rule said when it was asked; empty for one granted unasked */
    record Granted(Grant grant, String department, String finding) {}

    /** Why something was refused whose form is no longer there: a colleague was faster. */
    public String astray() {
        boolean there = form.about().isEmpty() || waiting.stream().anyMatch(each -> touched(each.request().id()))
            || grants.stream().anyMatch(each -> touched(each.grant().id()));
        return there ? "" : why;
    }

    /** The reason that was typed into the form of a request or a grant, or what stands there before. */
    public String reason(Object about, String before) {
        return form.about().equals(about.toString()) ? form.reason() : before;
    }

    public boolean touched(Object about) {
        return form.about().equals(about.toString()) && !why.isEmpty();
    }

    public Optional<String> refusal(Object about) {
        return touched(about) ? Optional.of(why) : Optional.empty();
    }
}
