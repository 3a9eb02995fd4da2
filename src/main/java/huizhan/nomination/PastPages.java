package huizhan.nomination;

import huizhan.kernel.Actor;
import huizhan.kernel.Lang;
import huizhan.web.Flash;
import huizhan.web.Versions;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The history of annex 1: its head field by field, and each order of the list; compared and put back (B4). */
@Controller
class PastPages {
    private final Past past;

    PastPages(Past past) {
        this.past = past;
    }

    @GetMapping("/nomination/history")
    ModelAndView all(Actor me, Lang lang, @RequestParam(name = "page", defaultValue = "1") int page) {
        return new ModelAndView("nomination/history", Map.of("page", past.of(me, page, lang), "refused", ""));
    }

    @PostMapping("/nomination/history/orders/{version}/restoration")
    ModelAndView restore(Actor me, Lang lang, Flash flash, @PathVariable("version") long version, @RequestParam("present") long present) {
        var outcome = past.restoreOrder(me, version, present);
        if (outcome instanceof Outcome.Refused no) {
            return new ModelAndView("nomination/history", Map.of("page", past.of(me, 1, lang), "refused", no.why().in(lang)), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        flash.good("nomination.history.restored");
        return new ModelAndView("redirect:/nomination");
    }

    @GetMapping("/nomination/history/{field}")
    ModelAndView field(Actor me, Lang lang, @PathVariable("field") String field, @RequestParam(name = "from", required = false) Optional<Long> from,
            @RequestParam(name = "to", required = false) Optional<Long> to,
            @RequestParam(name = "each", defaultValue = "false") boolean each) {
        return field(me, lang, field, new Versions.Wanted(from, to, each), "", HttpStatus.OK);
    }

    private ModelAndView field(Actor me, Lang lang, String field, Versions.Wanted wanted, String refused, HttpStatus status) {
        return new ModelAndView("nomination/field-history", Map.of("view", past.field(me, field, wanted, lang), "field", field, "refused", refused), status);
    }

    /** An earlier text becomes the newest one. */
    @PostMapping("/nomination/history/{field}/restoration")
    ModelAndView restore(Actor me, Lang lang, Flash flash, @PathVariable("field") String field, @RequestParam("version") long version,
            @RequestParam("present") long present) {
        var no = past.restore(me, field, version, present);
        if (no.isPresent()) {
            return field(me, lang, field, new Versions.Wanted(Optional.of(version), Optional.empty(), false), no.get().in(lang), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        flash.good("nomination.history.restored");
        return new ModelAndView("redirect:/nomination/history/" + field);
    }
}
