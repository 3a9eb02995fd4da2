package huizhan.achievement;

import huizhan.kernel.Actor;
import huizhan.kernel.Faults;
import huizhan.kernel.Lang;
import huizhan.opening.Forwarding;
import huizhan.opening.Forwardings;
import huizhan.opening.OpenCall;
import huizhan.organization.MiddleBodies;
import huizhan.organization.MiddleBody;
import huizhan.web.Dates;
import huizhan.web.Flash;
import java.time.LocalDate;
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

/** A department, or a body between, hands the call on to its units, and sees how far each has come (B7, B26). */
@Controller
class ForwardingPages {
    private final Forwardings forwardings;
    private final MiddleBodies bodies;
    private final UnitProgress progress;
    private final OpenCall open;

    ForwardingPages(Forwardings forwardings, MiddleBodies bodies, UnitProgress progress, OpenCall open) {
        this.forwardings = forwardings;
        this.bodies = bodies;
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
        flash.good(me.middle().isPresent() ? "achievement.forwarding.done.middle" : "achievement.forwarding.done");
        return new ModelAndView("redirect:/forwarding");
    }

    /** The department in the name of one of its bodies. */
    @PostMapping("/forwarding/{body}")
    ModelAndView forward(Actor me, Lang lang, Flash flash, @PathVariable("body") UUID id, @RequestParam(name = "until", defaultValue = "") String until,
            @RequestParam(name = "note", defaultValue = "") String note, @RequestParam(name = "seen", defaultValue = "0") long seen) {
        var body = bodies.find(me.owner(), id).filter(MiddleBody::isOpen).orElseThrow(Faults.NotThere::new);
        var no = forwardings.forward(me, body, until, note, seen);
        if (no.isPresent()) {
            return page(me, lang, Map.of("refused", no.get().in(lang), "body", id.toString(), "bodyUntil", until, "bodyNote", note), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        flash.good("achievement.forwarding.done.body", body.name());
        return new ModelAndView("redirect:/forwarding#b-" + id);
    }

    private ModelAndView page(Actor me, Lang lang, Map<String, String> typed, HttpStatus status) {
        var all = forwardings.all(me.owner());
        var present = all.getOrDefault(me.middle(), Forwarding.NONE);
        var last = forwardings.lastDay(me.owner(), me.middle().isPresent());
        var lines = progress.of(me);
        var model = new HashMap<String, Object>();
        model.put("refused", "");
        model.put("body", "");
        model.put("until", iso(present));
        model.put("note", present.note());
        model.putAll(typed);
        model.put("seen", present.number());
        model.put("said", present.number() == 0 ? "" : Dates.moment(lang, present.at()));
        model.put("first", Dates.dayOf(open.arrived()).toString());
        model.put("last", last.toString());
        model.put("lastWords", Dates.day(lang, last));
        model.put("lines", lines);
        model.put("waits", lines.stream().anyMatch(line -> !line.through().isEmpty()));
        if (me.middle().isPresent()) model.put("above", all.getOrDefault(Optional.<UUID>empty(), Forwarding.NONE));
        else model.put("between", between(me, all, lines, lang));
        return new ModelAndView("achievement/forwarding", model, status);
    }

    private static String iso(Forwarding said) {
        return said.until().map(LocalDate::toString).orElse("");
    }

    /**
     * A body between, as the department sees it.
     *
     * @param day   its own, in words; empty for none
     * @param until the same as ISO writes it
     * @param last  the last day that it may have; {@code lastWords} the same in words
     */
    record Between(UnitProgress.Between of, String day, String until, String note, long seen, String last, String lastWords) {}

    private List<Between> between(Actor me, Map<Optional<UUID>, Forwarding> all, List<UnitProgress.Line> lines, Lang lang) {
        var last = forwardings.lastDay(me.owner(), true);
        return progress.between(me.owner(), lines).stream().map(each -> {
            var said = all.getOrDefault(Optional.of(each.id()), Forwarding.NONE);
            return new Between(each, said.until().map(day -> Dates.day(lang, day)).orElse(""), iso(said), said.note(), said.number(), last.toString(), Dates.day(lang, last));
        }).toList();
    }
}
