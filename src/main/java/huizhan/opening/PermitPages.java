package huizhan.opening;

import huizhan.kernel.Actor;
import huizhan.kernel.Lang;
import huizhan.kernel.Text;
import huizhan.opening.PermitsPage.Form;
import huizhan.organization.Accounts;
import huizhan.organization.Department;
import huizhan.organization.Departments;
import huizhan.web.Dates;
import huizhan.web.Flash;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** More time for one department: granted, refused, taken back by the organizer (B18). */
@Controller
class PermitPages {
    private static final String HOME = "redirect:/permits";
    private final Permits permits;
    private final Extensions extensions;
    private final OpenCall open;
    private final Departments departments;
    private final Accounts accounts;

    PermitPages(Permits permits, Extensions extensions, OpenCall open, Departments departments, Accounts accounts) {
        this.permits = permits;
        this.extensions = extensions;
        this.open = open;
        this.departments = departments;
        this.accounts = accounts;
    }

    @GetMapping("/permits")
    ModelAndView page(Lang lang) {
        return page(PermitsPage.EMPTY, Optional.empty(), lang);
    }

    @PostMapping("/permits")
    ModelAndView grant(Actor me, Lang lang, Flash flash, @RequestParam(name = "department", defaultValue = "") String department,
            @RequestParam(name = "day", defaultValue = "") String day, @RequestParam(name = "time", defaultValue = "") String time,
            @RequestParam(name = "reason", defaultValue = "") String reason) {
        var form = new Form("", department, day, time, reason);
        var found = departments.active().stream().filter(each -> each.id().toString().equals(department)).findFirst();
        if (found.isEmpty()) return page(form, Optional.of(new Text("请选择部门。", "Choose a department.")), lang);
        var no = permits.grant(me, found.get().id(), permits.end(day, time), reason);
        return answer(no, form, flash, "opening.permits.granted", lang);
    }

    @PostMapping("/permits/{id}/withdrawal")
    ModelAndView withdraw(Actor me, Lang lang, Flash flash, @PathVariable("id") UUID id, @RequestParam(name = "reason", defaultValue = "") String reason) {
        return answer(permits.withdraw(me, id, reason), new Form(id.toString(), "", "", "", reason), flash, "opening.permits.withdrawn", lang);
    }

    /** Grants what a department asked for. */
    @PostMapping("/extensions/{id}/permit")
    ModelAndView grant(Actor me, Lang lang, Flash flash, @PathVariable("id") UUID id, @RequestParam(name = "day", defaultValue = "") String day,
            @RequestParam(name = "time", defaultValue = "") String time, @RequestParam(name = "reason", defaultValue = "") String reason) {
        var no = extensions.grant(me, id, permits.end(day, time), reason);
        return answer(no, new Form(id.toString(), "", day, time, reason), flash, "opening.permits.granted", lang);
    }

    @PostMapping("/extensions/{id}/refusal")
    ModelAndView refuse(Actor me, Lang lang, Flash flash, @PathVariable("id") UUID id, @RequestParam(name = "day", defaultValue = "") String day,
            @RequestParam(name = "time", defaultValue = "") String time, @RequestParam(name = "reason", defaultValue = "") String reason) {
        return answer(extensions.refuse(me, id, reason), new Form(id.toString(), "", day, time, reason), flash, "opening.permits.refused", lang);
    }

    private ModelAndView answer(Optional<Text> no, Form form, Flash flash, String done, Lang lang) {
        if (no.isPresent()) return page(form, no, lang);
        flash.good(done);
        return new ModelAndView(HOME);
    }

    private ModelAndView page(Form form, Optional<Text> no, Lang lang) {
        var names = departments.all().stream().collect(Collectors.toMap(Department::id, Function.identity()));
        var asked = extensions.all().stream().map(each -> new PermitsPage.Asked(each, names.get(each.department()).name().in(lang),
            each.answer().isPresent() ? "" : accounts.nameOf(each.by()).orElse(""))).toList();
        var granted = permits.all();
        var lines = granted.stream().map(each -> new PermitsPage.Line(each, names.get(each.department()).name().in(lang), counts(each, granted))).toList();
        var waiting = asked.stream().filter(each -> each.request().answer().isEmpty())
            .sorted(Comparator.comparing((PermitsPage.Asked each) -> each.request().at())).toList();
        var refused = asked.stream().filter(each -> each.request().answer().filter(answer -> answer.until().isEmpty()).isPresent()).toList();
        var page = new PermitsPage(waiting, lines, refused, departments.active(), first(), form, no.map(text -> text.in(lang)).orElse(""));
        return new ModelAndView("opening/permits", Map.of("page", page), no.isPresent() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
    }

    private static boolean counts(Permit permit, List<Permit> all) {
        return permit.stands() && all.stream().noneMatch(each -> each.stands() && each.department().equals(permit.department())
            && each.until().isAfter(permit.until()));
    }

    private String first() {
        var today = Dates.dayOf(open.arrived());
        var last = open.call().deadline().day().plusDays(1);
        return (today.isAfter(last) ? today : last).toString();
    }
}
