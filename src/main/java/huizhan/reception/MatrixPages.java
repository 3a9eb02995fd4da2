package huizhan.reception;

import huizhan.kernel.Actor;
import huizhan.kernel.Role;
import huizhan.nomination.SignOffs;
import huizhan.nomination.Tab;
import huizhan.nomination.Tabs;
import huizhan.opening.OpenCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The receiving matrix: departments down, what came across (B10, B27). */
@Controller
class MatrixPages {
    static final String HOME = "/reception";
    private final Checklists checklists;
    private final OpenCall open;
    private final Tabs tabs;

    MatrixPages(Checklists checklists, OpenCall open, Tabs tabs) {
        this.checklists = checklists;
        this.open = open;
        this.tabs = tabs;
    }

    /**
     * {@code templates/reception/matrix.html}.
     *
     * @param all     how many departments there are
     * @param nothing whether the reader has nothing to note on this server
     */
    record Page(List<MatrixRow> rows, MatrixChoice choice, List<Narrow> states, List<String> groups, List<String> orders, int all, long complete, long late,
                boolean nothing) {}

    /** @param state empty for all */
    record Narrow(String state, long departments, boolean here) {}

    @GetMapping(HOME)
    ModelAndView matrix(Actor me, @RequestParam Map<String, String> asked) {
        var choice = MatrixChoice.of(asked);
        var deadline = open.call().deadline();
        var all = checklists.all(me).entrySet().stream().map(each -> new MatrixRow(each.getKey(),
            each.getValue().signed().map(SignOffs.Standing::receipt).orElse(""), each.getValue().figures(deadline))).toList();
        var page = new Page(all.stream().filter(choice::takes).sorted(MatrixRow.order(choice.sort())).toList(), choice, states(all, choice),
            all.stream().map(row -> row.department().grouping()).distinct().sorted().toList(), MatrixRow.orders(), all.size(),
            all.stream().filter(row -> row.state() == MatrixRow.State.COMPLETE).count(),
            all.stream().filter(row -> row.figures().late() + row.figures().undecided() > 0).count(), checklists.reach(me).parts().isEmpty());
        return new ModelAndView("reception/matrix", Map.of("page", page, "tabs", me.is(Role.ORGANIZER) ? tabs.all() : List.<Tab>of()));
    }

    private static List<Narrow> states(List<MatrixRow> all, MatrixChoice choice) {
        var states = new ArrayList<>(List.of(new Narrow("", all.size(), choice.state().isEmpty())));
        for (var state : MatrixRow.State.values()) {
            states.add(new Narrow(state.code(), all.stream().filter(row -> row.state() == state).count(), state.code().equals(choice.state())));
        }
        return states;
    }
}
