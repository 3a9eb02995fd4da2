package huizhan.opening;

import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** From here the organizer runs the call while it is open: what waits, and where. */
@Controller
class DutyPages {
    private final ObjectProvider<Duty> duties;

    DutyPages(ObjectProvider<Duty> duties) {
        this.duties = duties;
    }

    /** {@code templates/opening/duties.html}. */
    record Line(String name, String href, int waiting) {}

    @GetMapping("/opening")
    ModelAndView page() {
        return new ModelAndView("opening/duties", Map.of("lines", lines()));
    }

    private List<Line> lines() {
        return duties.orderedStream().map(each -> new Line(each.name(), each.href(), each.waiting())).toList();
    }
}
