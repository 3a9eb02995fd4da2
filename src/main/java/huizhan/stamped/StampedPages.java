package huizhan.stamped;

import huizhan.kernel.Actor;
import huizhan.kernel.Faults;
import huizhan.kernel.Text;
import huizhan.stamped.Paper.Side;
import huizhan.stamped.StampedViews.Refusal;
import huizhan.web.Flash;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A department's stamped papers: scan and original of each beside each other (B16). */
@Controller
class StampedPages {
    static final String HOME = "/nomination/stamped";
    private final Stampings stampings;
    private final StampedViews views;

    StampedPages(Stampings stampings, StampedViews views) {
        this.stampings = stampings;
        this.views = views;
    }

    /**
     * {@code templates/stamped/papers.html}.
     *
     * @param receipt of the sign-off that holds; empty while the list is a draft
     * @param waiting ranks of lines that are back with their units
     * @param refused why something was not taken, and under which key
     */
    record Page(List<StampedView> papers, Stack.Figures figures, boolean open, String receipt, List<Integer> waiting, String accept, Optional<Refused> refused) {}

    record Refused(String key, Text why) {}

    @GetMapping(HOME)
    ModelAndView papers(Actor me) {
        return page(me, Optional.empty(), HttpStatus.OK);
    }

    @PostMapping(HOME + "/{paper}/{item}/{side}")
    ModelAndView change(Actor me, Flash flash, @PathVariable("paper") String kind, @PathVariable("item") String item, @PathVariable("side") String code,
            @RequestParam Map<String, String> form) {
        var paper = Paper.of(kind, item).orElseThrow(Faults.NotThere::new);
        var side = Side.of(code).orElseThrow(Faults.NotThere::new);
        var typed = new Typed(form.getOrDefault("state", ""), form.getOrDefault("note", ""), form.getOrDefault("day", ""), seen(form));
        var no = stampings.change(me, paper, side, typed);
        if (no.isPresent()) {
            return page(me, Optional.of(new Refusal(paper, side, typed, no.get())), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        flash.good("stamped.changed");
        return new ModelAndView("redirect:" + HOME + "#p-" + paper.key());
    }

    private static long seen(Map<String, String> form) {
        var typed = form.getOrDefault("seen", "");
        return typed.matches("[0-9]{1,9}") ? Long.parseLong(typed) : -1;
    }

    private ModelAndView page(Actor me, Optional<Refusal> refusal, HttpStatus status) {
        var stack = stampings.of(me.owner());
        var page = new Page(views.of(stack, stampings.today(), refusal), stack.figures(stampings.today()), stampings.isOpen(me.owner()),
            stack.signed().map(each -> each.receipt()).orElse(""), stack.content().waiting(), StampedUpload.ACCEPT,
            refusal.map(no -> new Refused(no.paper().key(), no.why())));
        return new ModelAndView("stamped/papers", Map.of("page", page), status);
    }
}
