package huizhan.outcome;

import huizhan.kernel.Actor;
import huizhan.nomination.SignOffs;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** What became of a department's own achievements, as far as it came back (B29). */
@Controller
class OwnOutcomePages {
    static final String HOME = "/nomination/results";
    private final Homecoming homecoming;

    OwnOutcomePages(Homecoming homecoming) {
        this.homecoming = homecoming;
    }

    /** One result, {@code templates/outcome/own.html}. */
    record Row(int rank, String name, Verdict verdict) {}

    @GetMapping(HOME)
    ModelAndView own(Actor me) {
        homecoming.require();
        return new ModelAndView("outcome/own", "rows", rows(me.owner()));
    }

    private List<Row> rows(UUID department) {
        return homecoming.of(department).entrySet().stream().map(each -> row(each.getKey(), each.getValue())).sorted(Comparator.comparing(Row::rank)).toList();
    }

    private static Row row(SignOffs.Line line, Verdict verdict) {
        return new Row(line.rank(), line.name(), verdict);
    }
}
