package huizhan.reception;

import huizhan.kernel.Text;
import huizhan.organization.Accounts;
import huizhan.organization.Departments;
import huizhan.reception.Item.Kind;
import org.springframework.stereotype.Component;

/** Puts sheets in the words of a page. */
@Component
class SlipViews {
    private final Departments departments;
    private final Accounts accounts;

    SlipViews(Departments departments, Accounts accounts) {
        this.departments = departments;
        this.accounts = accounts;
    }

    /** @param list of the same department, as far as the reader may see it */
    SlipView of(Slip slip, Checklist list, String home) {
        var lines = slip.lines().stream().map(each -> line(each, slip.part(), list)).toList();
        var parcels = list.counting().filter(each -> each.channel().part() == slip.part() && !each.at().isAfter(slip.at())).toList();
        return new SlipView(slip, departments.nameOf(slip.department()).orElse(Text.same("")), lines, parcels, accounts.nameOf(slip.by()).orElse(""), home);
    }

    private static SlipView.Line line(Slip.Line line, Part part, Checklist list) {
        var standing = list.find(line.item(part));
        var now = standing.map(each -> each.state().map(Step.State::code).orElse("none")).filter(each -> !each.equals(line.state()));
        var due = standing.map(Standing::due).orElseGet(() -> new Due(line.item(part), line.rank(), "", false));
        return new SlipView.Line(line, line.kind() == Kind.DISC ? "disc" : ChecklistViews.label(due), due.name(), now);
    }

    /** Whether everything that went back is here by now. */
    static boolean settled(Slip.Return back, Checklist list) {
        return back.lines().stream().allMatch(each -> list.find(each.item(back.part())).map(Standing::settled).orElse(true));
    }

    /** A return in a list. */
    record Back(Slip.Return slip, boolean settled, boolean overdue) {
        static Back of(Slip.Return back, Checklist list, java.time.LocalDate today) {
            boolean done = SlipViews.settled(back, list);
            return new Back(back, done, !done && today.isAfter(back.due()));
        }

        public String tone() {
            return settled ? "good" : overdue ? "bad" : "open";
        }

        public String word() {
            return settled ? "settled" : overdue ? "overdue" : "waiting";
        }
    }
}
