package huizhan.achievement;

import huizhan.kernel.Actor;
import huizhan.kernel.Faults;
import huizhan.kernel.Lang;
import huizhan.opening.exceptions.AskPage;
import huizhan.opening.exceptions.Exceptions;
import huizhan.web.Flash;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Asking for an exception from an achievement's finding (B24); a finding that was mended meanwhile is not there. */
@Controller
class AskingPages {
    private final Exceptions exceptions;
    private final Pages pages;

    AskingPages(Exceptions exceptions, Pages pages) {
        this.exceptions = exceptions;
        this.pages = pages;
    }

    @GetMapping("/achievements/{id}/exceptions")
    ModelAndView ask(Actor me, Lang lang, @PathVariable("id") UUID id, @RequestParam(name = "rule", defaultValue = "") String rule,
            @RequestParam(name = "item", defaultValue = "") String item) {
        return page(me, id, rule, item, lang).shown();
    }

    @PostMapping("/achievements/{id}/exceptions")
    ModelAndView send(Actor me, Lang lang, Flash flash, @PathVariable("id") UUID id, @RequestParam(name = "rule", defaultValue = "") String rule,
            @RequestParam(name = "item", defaultValue = "") String item, @RequestParam(name = "reason", defaultValue = "") String reason) {
        var page = page(me, id, rule, item, lang);
        var no = exceptions.ask(me, page.what(), reason);
        if (no.isPresent()) return page.refused(no.get().in(lang), reason);
        flash.good("opening.exception.done");
        return new ModelAndView("redirect:" + page.back());
    }

    private AskPage page(Actor me, UUID id, String rule, String item, Lang lang) {
        var draft = pages.draft(me, id);
        var finding = pages.maker().finding(draft, rule, item).orElseThrow(Faults.NotThere::new);
        var place = "/achievements/" + id;
        return AskPage.of(place + "/exceptions", place, pages.maker().asked(draft, finding), finding, lang);
    }
}
