package huizhan.achievement;

import huizhan.kernel.Actor;
import huizhan.kernel.Disclosure;
import huizhan.kernel.Lang;
import huizhan.kernel.Zone;
import huizhan.web.Flash;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** My achievements, beginning one, and its page. */
@Controller
class EntryPages {
    private final Achievements achievements;
    private final Erasing erasing;
    private final Pages pages;
    private final Names names;
    private final Zone zone;

    EntryPages(Achievements achievements, Erasing erasing, Pages pages, Names names, Zone zone) {
        this.achievements = achievements;
        this.erasing = erasing;
        this.pages = pages;
        this.names = names;
        this.zone = zone;
    }

    @GetMapping("/achievements")
    ModelAndView list(Actor me, Lang lang) {
        if (me.middle().isPresent()) return new ModelAndView("achievement/middle", Map.of("list", MiddlePage.of(me, achievements, pages.maker(), lang)));
        return new ModelAndView("achievement/list", Map.of("list", ListPage.of(me, achievements, pages.maker(), lang)));
    }

    @GetMapping("/achievements/new")
    ModelAndView ask(Actor me) {
        return begin(me, Map.of(), HttpStatus.OK);
    }

    @PostMapping("/achievements")
    ModelAndView begin(Actor me, Lang lang, @RequestParam(name = "disclosure", defaultValue = "") String disclosure,
            @RequestParam(name = "unit", defaultValue = "") String unit) {
        var chosen = Disclosure.of(disclosure);
        if (chosen.isEmpty()) return begin(me, Map.of("missing", true, "unit", unit), HttpStatus.UNPROCESSABLE_CONTENT);
        var outcome = achievements.begin(me, chosen.get(), unit(unit));
        if (outcome instanceof Outcome.Refused no) {
            return begin(me, Map.of("refused", no.why().in(lang), "chosen", disclosure, "unit", unit), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return new ModelAndView("redirect:/achievements/" + ((Outcome.Done) outcome).achievement());
    }

    private static Optional<UUID> unit(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw new huizhan.kernel.Faults.NotThere();
        }
    }

    private ModelAndView begin(Actor me, Map<String, ?> more, HttpStatus status) {
        var model = new HashMap<String, @Nullable Object>(more);
        model.put("units", me.unit().isPresent() ? Map.of() : names.openUnits(me.owner()));
        model.put("disclosures", Disclosure.values());
        model.put("here", zone.mayHold(Disclosure.NON_PUBLIC));
        return new ModelAndView("achievement/new", model, status);
    }

    @GetMapping("/achievements/{id}")
    ModelAndView page(Actor me, Lang lang, @PathVariable("id") UUID id) {
        return pages.page(me, id, lang);
    }

    @PostMapping("/achievements/{id}/erasure")
    ModelAndView erase(Actor me, Lang lang, Flash flash, @PathVariable("id") UUID id) {
        var outcome = erasing.erase(me, id);
        if (outcome instanceof Outcome.Refused no) return pages.refused(me, id, no.why().in(lang), lang);
        flash.good("achievement.erased");
        return new ModelAndView("redirect:/achievements");
    }
}
