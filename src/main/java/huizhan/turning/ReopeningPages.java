package huizhan.turning;

import huizhan.achievement.Outcome;
import huizhan.kernel.Actor;
import huizhan.kernel.Lang;
import huizhan.kernel.Text;
import huizhan.organization.Departments;
import huizhan.turning.ReopeningSql.Kind;
import huizhan.turning.ReopeningSql.Step;
import huizhan.web.Flash;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The way back of a stub: the department's page of it, and the organizer's for departments of one person (A4). */
@Controller
class ReopeningPages {
    private static final String PLACE = "/nomination/stubs/{line}";
    private static final String WAITING = "/reopenings";
    private final Reopenings reopenings;
    private final Departments departments;

    ReopeningPages(Reopenings reopenings, Departments departments) {
        this.reopenings = reopenings;
        this.departments = departments;
    }

    /**
     * {@code templates/turning/reopening.html}.
     *
     * @param mine whether the person asked for it
     */
    record Page(UUID line, int rank, Optional<Step> last, String state, boolean mine, boolean alone, String closed, String refused, String typed) {
        public boolean is(String code) {
            return state.equals(code);
        }
    }

    /** {@code templates/turning/reopenings.html}. */
    record Waiting(List<Asked> asked, String refused) {}

    record Asked(Step step, String department) {}

    @GetMapping(PLACE)
    ModelAndView ask(Actor me, Lang lang, @PathVariable("line") UUID line) {
        return page(me, lang, line, Optional.empty(), "");
    }

    @PostMapping(PLACE + "/request")
    ModelAndView ask(Actor me, Lang lang, Flash flash, @PathVariable("line") UUID line, @RequestParam(name = "reason", defaultValue = "") String reason) {
        return done(me, lang, flash, line, reopenings.ask(me, line, reason), "turning.back.asked", reason);
    }

    @PostMapping(PLACE + "/request/withdrawal")
    ModelAndView end(Actor me, Lang lang, Flash flash, @PathVariable("line") UUID line, @RequestParam(name = "step", defaultValue = "0") long step) {
        return done(me, lang, flash, line, reopenings.end(me, line, step), "turning.back.ended", "");
    }

    @PostMapping(PLACE + "/confirmation")
    ModelAndView confirm(Actor me, Lang lang, Flash flash, @PathVariable("line") UUID line, @RequestParam(name = "step", defaultValue = "0") long step) {
        return done(me, lang, flash, line, reopenings.confirm(me, line, step), "turning.back.confirmed", "");
    }

    @PostMapping(PLACE + "/achievement")
    ModelAndView begin(Actor me, Lang lang, @PathVariable("line") UUID line) {
        var outcome = reopenings.begin(me, line);
        if (outcome instanceof Outcome.Refused no) return page(me, lang, line, Optional.of(no.why()), "");
        return new ModelAndView("redirect:/achievements/" + ((Outcome.Done) outcome).achievement());
    }

    private ModelAndView done(Actor me, Lang lang, Flash flash, UUID line, Optional<Text> no, String word, String typed) {
        if (no.isPresent()) return page(me, lang, line, no, typed);
        flash.good(word);
        return new ModelAndView("redirect:/nomination/stubs/" + line);
    }

    private ModelAndView page(Actor me, Lang lang, UUID line, Optional<Text> refused, String typed) {
        var state = reopenings.state(me, line);
        var page = new Page(line, state.rank(), state.last(), state.last().map(step -> step.kind().code()).orElse(""),
            state.is(Kind.ASKED) && state.last().orElseThrow().by().equals(me.account()), state.alone(), said(state.closed(), lang), said(refused, lang), typed);
        return new ModelAndView("turning/reopening", Map.of("page", page), status(refused));
    }

    private static String said(Optional<Text> text, Lang lang) {
        return text.map(each -> each.in(lang)).orElse("");
    }

    private static HttpStatus status(Optional<Text> refused) {
        return refused.isPresent() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK;
    }

    @GetMapping(WAITING)
    ModelAndView waiting(Lang lang) {
        return waiting(lang, Optional.empty());
    }

    private ModelAndView waiting(Lang lang, Optional<Text> refused) {
        var asked = reopenings.waiting().stream().map(step -> new Asked(step, departments.nameOf(step.department()).map(name -> name.in(lang)).orElse(""))).toList();
        return new ModelAndView("turning/reopenings", Map.of("page", new Waiting(asked, said(refused, lang))), status(refused));
    }

    @PostMapping(WAITING + "/{line}/confirmation")
    ModelAndView yes(Actor me, Lang lang, Flash flash, @PathVariable("line") UUID line, @RequestParam(name = "step", defaultValue = "0") long step) {
        return answered(lang, flash, reopenings.answer(me, line, step, true), "turning.back.confirmed");
    }

    @PostMapping(WAITING + "/{line}/refusal")
    ModelAndView no(Actor me, Lang lang, Flash flash, @PathVariable("line") UUID line, @RequestParam(name = "step", defaultValue = "0") long step) {
        return answered(lang, flash, reopenings.answer(me, line, step, false), "turning.back.ended");
    }

    private ModelAndView answered(Lang lang, Flash flash, Optional<Text> no, String word) {
        if (no.isPresent()) return waiting(lang, no);
        flash.good(word);
        return new ModelAndView("redirect:" + WAITING);
    }
}
