package huizhan.stamped;

import huizhan.kernel.Text;
import huizhan.nomination.Tabs;
import huizhan.organization.Department;
import huizhan.organization.Departments;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The organizer's view of stamped papers: a row for each department that has signed off, and each with its papers (B10, B16). */
@Controller
class StampedReceivedPages {
    static final String HOME = "/nominations/stamped";
    private final ReceivedStacks received;
    private final Stampings stampings;
    private final StampedViews views;
    private final Departments departments;
    private final Tabs tabs;

    StampedReceivedPages(ReceivedStacks received, Stampings stampings, StampedViews views, Departments departments, Tabs tabs) {
        this.received = received;
        this.stampings = stampings;
        this.views = views;
        this.departments = departments;
        this.tabs = tabs;
    }

    /** A line of {@code templates/stamped/received.html}. */
    record Line(UUID department, String code, Text name, String receipt, UUID revision, Stack.Figures figures) {}

    /** {@code templates/stamped/department.html}. */
    record Page(Text department, String receipt, UUID revision, List<StampedView> papers, Stack.Figures figures) {}

    @GetMapping(HOME)
    ModelAndView list() {
        var known = departments.all().stream().collect(Collectors.toMap(Department::id, Function.identity()));
        var today = stampings.today();
        var lines = received.all().entrySet().stream().filter(each -> known.containsKey(each.getKey())).map(each -> {
            var signed = each.getValue().signed().orElseThrow();
            var department = known.get(each.getKey());
            return new Line(each.getKey(), department.code(), department.name(), signed.receipt(), signed.revision(), each.getValue().figures(today));
        }).sorted(java.util.Comparator.comparing(Line::code)).toList();
        return new ModelAndView("stamped/received", Map.of("lines", lines, "tabs", tabs.all()));
    }

    @GetMapping(HOME + "/{department}")
    ModelAndView department(@PathVariable("department") UUID id) {
        var stack = received.of(id);
        var signed = stack.signed().orElseThrow();
        var page = new Page(departments.nameOf(id).orElse(Text.same("")), signed.receipt(), signed.revision(),
            views.of(stack, stampings.today(), Optional.empty()), stack.figures(stampings.today()));
        return new ModelAndView("stamped/department", Map.of("page", page, "department", id));
    }
}
