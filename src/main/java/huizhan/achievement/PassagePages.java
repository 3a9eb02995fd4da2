package huizhan.achievement;

import huizhan.kernel.Actor;
import huizhan.kernel.Lang;
import huizhan.web.Dates;
import huizhan.web.Flash;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The body between passes on to the department, or the department takes over from it (B7, B16). */
@Controller
class PassagePages {
    private final Passages passages;
    private final Pages pages;

    PassagePages(Passages passages, Pages pages) {
        this.passages = passages;
        this.pages = pages;
    }

    @GetMapping("/achievements/{id}/handover/passage")
    ModelAndView ask(Actor me, Lang lang, @PathVariable("id") UUID id) {
        return ask(me, id, lang, "", "", HttpStatus.OK);
    }

    private ModelAndView ask(Actor me, UUID id, Lang lang, String opinion, String refused, HttpStatus status) {
        var draft = pages.draft(me, id);
        var closed = passages.closed(draft.entry()).map(text -> text.in(lang)).orElse("");
        return new ModelAndView("achievement/passage",
            Map.of("page", pages.maker().page(me, draft, lang), "opinion", opinion, "refused", refused, "closed", closed,
                "over", passages.over(me).map(text -> text.in(lang)).orElse("")), status);
    }

    @PostMapping("/achievements/{id}/handover/passage")
    ModelAndView pass(Actor me, Lang lang, Flash flash, @PathVariable("id") UUID id, @RequestParam(name = "opinion", defaultValue = "") String opinion) {
        var outcome = passages.pass(me, id, opinion);
        if (outcome instanceof Outcome.Refused no && !passages.open(me, id)) return GonePage.PASSED.answer(opinion, no, lang);
        if (outcome instanceof Outcome.Refused no) return ask(me, id, lang, opinion, no.why().in(lang), HttpStatus.UNPROCESSABLE_CONTENT);
        flash.good("achievement.passed");
        return new ModelAndView("redirect:/achievements");
    }

    @GetMapping("/achievements/{id}/handover/takeover")
    ModelAndView askOver(Actor me, Lang lang, @PathVariable("id") UUID id) {
        return askOver(me, id, lang, "", "", HttpStatus.OK);
    }

    private ModelAndView askOver(Actor me, UUID id, Lang lang, String word, String refused, HttpStatus status) {
        var page = passages.waiting(me, id);
        var closed = page.closed().map(text -> text.in(lang)).orElse("");
        return new ModelAndView("achievement/takeover",
            Map.of("page", page, "since", Dates.moment(lang, page.since()), "word", word, "refused", refused, "closed", closed), status);
    }

    @PostMapping("/achievements/{id}/handover/takeover")
    ModelAndView takeOver(Actor me, Lang lang, Flash flash, @PathVariable("id") UUID id, @RequestParam(name = "word", defaultValue = "") String word) {
        var outcome = passages.takeOver(me, id, word);
        if (outcome instanceof Outcome.Refused no && !passages.open(me, id)) return GonePage.TAKEN_OVER.answer(word, no, lang);
        if (outcome instanceof Outcome.Refused no) return askOver(me, id, lang, word, no.why().in(lang), HttpStatus.UNPROCESSABLE_CONTENT);
        flash.good("achievement.taken-over");
        return new ModelAndView("redirect:/achievements/" + id);
    }

    /** Everything that waits at a body where nobody acts. */
    @PostMapping("/middle-bodies/{id}/takeover")
    String takeOverAll(Actor me, Lang lang, Flash flash, @PathVariable("id") UUID id) {
        var taken = passages.takeOverAll(me, id, "");
        if (taken.no().isPresent()) flash.bad("achievement.taken-over.refused", taken.no().get().in(lang));
        else flash.good("achievement.taken-over.all", taken.count());
        return "redirect:/achievements";
    }
}
