package huizhan.achievement;

import huizhan.kernel.Actor;
import huizhan.kernel.Lang;
import huizhan.web.Flash;
import java.util.HashMap;
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

/** Handing over to the department or the body between, taking back, returning (B7, B16). */
@Controller
class HandoverPages {
    private final Achievements achievements;
    private final Pages pages;

    HandoverPages(Achievements achievements, Pages pages) {
        this.achievements = achievements;
        this.pages = pages;
    }

    /** Everything that is to be said of the unit's part, before it is handed over. */
    @GetMapping("/achievements/{id}/handover")
    ModelAndView ask(Actor me, Lang lang, @PathVariable("id") UUID id) {
        return page(me, id, lang, "", HttpStatus.OK);
    }

    @PostMapping("/achievements/{id}/handover")
    ModelAndView handOver(Actor me, Lang lang, Flash flash, @PathVariable("id") UUID id) {
        var outcome = achievements.handOver(me, id);
        if (outcome instanceof Outcome.Refused no) return page(me, id, lang, no.why().in(lang), HttpStatus.UNPROCESSABLE_CONTENT);
        if (outcome instanceof Outcome.Unfinished) return page(me, id, lang, "", HttpStatus.UNPROCESSABLE_CONTENT);
        var sent = pages.draft(me, id).entry().waits();
        flash.good(me.ofDepartment() ? "achievement.handed.department" : sent ? "achievement.sent.unit" : "achievement.handed.unit");
        return new ModelAndView("redirect:/achievements/" + id);
    }

    @PostMapping("/achievements/{id}/handover/withdrawal")
    ModelAndView takeBack(Actor me, Lang lang, Flash flash, @PathVariable("id") UUID id) {
        return answer(me, id, achievements.takeBack(me, id), "achievement.taken-back", flash, lang);
    }

    @GetMapping("/achievements/{id}/handover/return")
    ModelAndView askBack(Actor me, Lang lang, @PathVariable("id") UUID id) {
        var draft = pages.draft(me, id);
        return new ModelAndView("achievement/return", Map.of("page", pages.maker().returned(me, draft, List.of(), "", "", "", lang)));
    }

    @PostMapping("/achievements/{id}/handover/return")
    ModelAndView giveBack(Actor me, Lang lang, Flash flash, @PathVariable("id") UUID id, @RequestParam(name = "reason", defaultValue = "") String reason,
            @RequestParam(name = "place", required = false) Optional<List<String>> place, @RequestParam(name = "until", defaultValue = "") String until) {
        var places = place.orElse(List.of());
        var outcome = achievements.giveBack(me, id, reason, places, until);
        if (outcome instanceof Outcome.Refused no && !achievements.seen(me, id)) return GonePage.RETURNED.answer(reason, no, lang);
        if (outcome instanceof Outcome.Refused no) {
            var page = pages.maker().returned(me, pages.draft(me, id), places, reason, until, no.why().in(lang), lang);
            return new ModelAndView("achievement/return", Map.of("page", page), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        flash.good("achievement.given-back");
        return new ModelAndView("redirect:/achievements");
    }

    private ModelAndView answer(Actor me, UUID id, Outcome outcome, String key, Flash flash, Lang lang) {
        if (outcome instanceof Outcome.Refused no) return pages.refused(me, id, no.why().in(lang), lang);
        flash.good(key);
        return new ModelAndView("redirect:/achievements/" + id);
    }

    private ModelAndView page(Actor me, UUID id, Lang lang, String refused, HttpStatus status) {
        var model = new HashMap<String, Object>(Map.of("page", pages.maker().page(me, pages.draft(me, id), lang), "refused", refused));
        pages.between(me).ifPresent(body -> model.put("between", body));
        return new ModelAndView("achievement/handover", model, status);
    }
}
