package huizhan.progress;

import huizhan.kernel.Lang;
import huizhan.mail.Outbox;
import huizhan.nomination.Tabs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The organizer's matrix: departments down, steps across (B10). */
@Controller
class ProgressPages {
    private final Matrix matrix;
    private final Figures figures;
    private final DepartmentView department;
    private final Outbox outbox;
    private final Tabs tabs;

    ProgressPages(Matrix matrix, Figures figures, DepartmentView department, Outbox outbox, Tabs tabs) {
        this.matrix = matrix;
        this.figures = figures;
        this.department = department;
        this.outbox = outbox;
        this.tabs = tabs;
    }

    /**
     * {@code templates/progress/matrix.html}.
     *
     * @param troubles how many letters want a person
     */
    record Page(List<Row> rows, Choice choice, List<Narrow> states, List<String> groups, int all, long signed, List<String> steps, long troubles) {}

    /** @param state empty for all */
    record Narrow(String state, long departments, boolean here) {}

    @GetMapping("/progress")
    ModelAndView matrix(@RequestParam(defaultValue = "") String state, @RequestParam(name = "group", defaultValue = "") String grouping, @RequestParam(defaultValue = "") String q) {
        var all = matrix.rows();
        var choice = Choice.of(state, grouping, q, Optional.empty());
        var counts = Matrix.counts(all);
        var states = new ArrayList<>(List.of(new Narrow("", all.size(), choice.state().isEmpty())));
        counts.forEach((each, departments) -> states.add(new Narrow(each.code(), departments, each.code().equals(choice.state()))));
        var groups = all.stream().map(row -> row.department().grouping()).distinct().sorted().toList();
        return new ModelAndView("progress/matrix", Map.of("page", new Page(all.stream().filter(choice::takes).toList(), choice, states, groups, all.size(),
            counts.getOrDefault(Row.State.SIGNED, 0L), Row.STEPS, outbox.troubles()), "tabs", tabs.all()));
    }

    @GetMapping("/progress/figures")
    ModelAndView figures(Lang lang) {
        return new ModelAndView("progress/figures", Map.of("page", figures.page(matrix.rows(), lang), "tabs", tabs.all()));
    }

    @GetMapping("/progress/{id}")
    ModelAndView one(Lang lang, @PathVariable("id") UUID id) {
        return new ModelAndView("progress/department", Map.of("page", department.page(matrix.row(id), lang), "refused", "", "note", ""));
    }
}
