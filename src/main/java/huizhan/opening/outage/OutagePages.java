package huizhan.opening.outage;

import huizhan.kernel.Actor;
import huizhan.kernel.Lang;
import huizhan.opening.OpenCall;
import huizhan.opening.Permit;
import huizhan.opening.Permits;
import huizhan.organization.Department;
import huizhan.organization.Departments;
import huizhan.web.Dates;
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

/** The list of outages, and granting time for one of them (B18). */
@Controller
class OutagePages {
    private final Outages outages;
    private final Permits permits;
    private final OpenCall open;
    private final Departments departments;

    OutagePages(Outages outages, Permits permits, OpenCall open, Departments departments) {
        this.outages = outages;
        this.permits = permits;
        this.open = open;
        this.departments = departments;
    }

    /** One line of the list. */
    record Line(Outage outage, boolean near, int granted) {

        /** Whether somebody still has to say what is to be done. */
        public boolean waits() {
            return near && granted == 0 && outage.closing().isEmpty();
        }

        public boolean closable() {
            return granted == 0 && outage.closing().isEmpty();
        }
    }

    /** A department that time can be granted to, with the end that it has now. */
    record Choice(Department department, Optional<Permit> permit, boolean chosen) {}

    @GetMapping("/outages")
    ModelAndView page() {
        var today = Dates.dayOf(open.arrived()).toString();
        return page(Map.of("fromDay", today, "toDay", today), "", HttpStatus.OK);
    }

    @PostMapping("/outages")
    ModelAndView note(Actor me, Lang lang, Flash flash, @RequestParam Map<String, String> form) {
        var times = new Outages.Times(form.getOrDefault("fromDay", ""), form.getOrDefault("fromTime", ""), form.getOrDefault("toDay", ""), form.getOrDefault("toTime", ""));
        var no = outages.note(me, times, form.getOrDefault("reason", ""));
        if (no.isPresent()) return page(form, no.get().in(lang), HttpStatus.UNPROCESSABLE_CONTENT);
        flash.good("opening.outages.noted");
        return new ModelAndView("redirect:/outages");
    }

    private ModelAndView page(Map<String, String> typed, String why, HttpStatus status) {
        var form = new HashMap<>(Map.of("fromDay", "", "fromTime", "", "toDay", "", "toTime", "", "reason", ""));
        typed.forEach((name, value) -> form.computeIfPresent(name, (any, before) -> value));
        var granted = outages.granted();
        var lines = outages.all().stream().map(each -> new Line(each, outages.near(each), granted.getOrDefault(each.id(), 0))).toList();
        return new ModelAndView("opening/outages", Map.of("lines", lines, "form", form, "why", why, "today", Dates.dayOf(open.arrived())), status);
    }

    @GetMapping("/outages/{id}")
    ModelAndView one(@PathVariable("id") UUID id) {
        return one(outages.find(id), Map.of(), List.of(), "", HttpStatus.OK);
    }

    @PostMapping("/outages/{id}/permits")
    ModelAndView grant(Actor me, Lang lang, Flash flash, @PathVariable("id") UUID id, @RequestParam(name = "to", defaultValue = "") String to,
            @RequestParam(name = "department", required = false) Optional<List<UUID>> chosen, @RequestParam Map<String, String> form) {
        var active = departments.active().stream().map(Department::id).toList();
        var some = chosen.orElse(List.of());
        var until = permits.end(form.getOrDefault("day", ""), form.getOrDefault("time", ""));
        var done = outages.grant(me, id, to.equals("all") ? active : active.stream().filter(some::contains).toList(), until, form.getOrDefault("reason", ""));
        if (done.refusal().isPresent()) {
            return one(outages.find(id), form, some, done.refusal().map(text -> text.in(lang)).orElse(""), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        flash.good("opening.outages.granted", done.departments());
        return new ModelAndView("redirect:/outages");
    }

    @PostMapping("/outages/{id}/closing")
    ModelAndView close(Actor me, Lang lang, Flash flash, @PathVariable("id") UUID id, @RequestParam(name = "reason", defaultValue = "") String reason) {
        var no = outages.close(me, id, reason);
        if (no.isPresent()) {
            return one(outages.find(id), Map.of("nothing", reason, "closing", no.get().in(lang)), List.of(), "", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        flash.good("opening.outages.closed");
        return new ModelAndView("redirect:/outages");
    }

    private ModelAndView one(Outage outage, Map<String, String> typed, List<UUID> chosen, String why, HttpStatus status) {
        var reason = outage.byItself() ? "" : outage.reason();
        var form = new HashMap<>(Map.of("to", "all", "day", "", "time", "", "reason", reason, "nothing", "", "closing", ""));
        typed.forEach((name, value) -> form.computeIfPresent(name, (any, before) -> value));
        var standing = permits.standing();
        var choices = departments.active().stream().map(each -> new Choice(each, Optional.ofNullable(standing.get(each.id())), chosen.contains(each.id()))).toList();
        var first = open.call().deadline().day().plusDays(1);
        return new ModelAndView("opening/outage", Map.of("line", new Line(outage, outages.near(outage), outages.granted().getOrDefault(outage.id(), 0)), "form", form,
            "choices", choices, "why", why, "first", first), status);
    }
}
