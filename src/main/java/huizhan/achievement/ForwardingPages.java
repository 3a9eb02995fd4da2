package huizhan.achievement;

import huizhan.kernel.Actor;
import huizhan.kernel.Lang;
import huizhan.opening.Forwardings;
import huizhan.opening.OpenCall;
import huizhan.web.Dates;
import huizhan.web.Flash;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A department hands the call on to its units, and sees how far each has come (B7, B26). */
@Controller
class ForwardingPages {
    private final Forwardings forwardings;
    private final UnitProgress progress;
    private final OpenCall open;

    ForwardingPages(Forwardings forwardings, UnitProgress progress, OpenCall open) {
        this.forwardings = forwardings;
        this.progress = progress;
        this.open = open;
    }

    @GetMapping("/forwarding")
    ModelAndView page(Actor me, Lang lang) {
        return page(me, lang, Map.of(), HttpStatus.OK);
    }

    @PostMapping("/forwarding")
    ModelAndView forward(Actor me, Lang lang, Flash flash, @RequestParam(name = "until", defaultValue = "") String until,
            @RequestParam(name = "note", defaultValue = "") String note, @RequestParam(name = "seen", defaultValue = "0") long seen) {
        var no = forwardings.forward(me, until, note, seen);
        if (no.isPresent()) {
            return page(me, lang, Map.of("refused", no.get().in(lang), "until", until, "note", note), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        flash.good("achievement.forwarding.done");
        return new ModelAndView("redirect:/forwarding");
    }

    private ModelAndView page(Actor me, Lang lang, Map<String, String> typed, HttpStatus status) {
        var present = forwardings.of(me.owner());
        var model = new HashMap<String, Object>();
        model.put("refused", "");
        model.put("until", present.until().map(LocalDate::toString).orElse(""));
        model.put("note", present.note());
        model.putAll(typed);
        model.put("seen", present.number());
        model.put("said", present.number() == 0 ? "" : Dates.moment(lang, present.at()));
        model.put("untilWords", present.until().map(day -> Dates.day(lang, day)).orElse(""));
        model.put("first", Dates.dayOf(open.arrived()).toString());
        model.put("last", open.lastDay(me.owner()).toString());
        model.put("lastWords", Dates.day(lang, open.lastDay(me.owner())));
        model.put("lines", progress.of(me.owner()));
        return new ModelAndView("achievement/forwarding", model, status);
    }
}
