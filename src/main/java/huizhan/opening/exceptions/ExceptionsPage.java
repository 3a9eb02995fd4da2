package huizhan.opening.exceptions;

import huizhan.kernel.Lang;
import huizhan.organization.Department;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

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

    /**
     * What it is about. The name and the rule's sentence, which may speak of the material or count what isn't public, only once its department has
     * signed it off (C7).
     *
     * @param number the achievement's; empty where it is about the nomination
     * @param rank   on the list that was signed off; 0 before that
     */
    record About(String number, int rank, String name, String finding) {

        /** @param came what came in with a sign-off that holds */
        static About of(Asked what, UUID department, Map<UUID, CameIn.Line> came, Lang lang) {
            if (what.achievement().isEmpty()) {
                boolean signed = came.values().stream().anyMatch(line -> line.department().equals(department));
                return new About("", 0, "", signed ? what.finding().in(lang) : "");
            }
            var id = what.achievement().get();
            var line = Optional.ofNullable(came.get(id));
            return new About(id.toString(), line.map(CameIn.Line::rank).orElse(0), line.map(CameIn.Line::name).orElse(""), line.map(any -> what.finding().in(lang)).orElse(""));
        }
    }

    /** @param unit empty where the department itself asks */
    record Line(ExceptionRequest request, String department, String unit, About about) {}

    /** @param about absent for one granted unasked */
    record Granted(Grant grant, String department, Optional<About> about) {}

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
