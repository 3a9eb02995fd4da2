package huizhan.opening.exceptions;

import huizhan.kernel.Actor;
import huizhan.kernel.Lang;
import huizhan.kernel.Text;
import huizhan.opening.exceptions.ExceptionsPage.About;
import huizhan.opening.exceptions.ExceptionsPage.Form;
import huizhan.organization.Department;
import huizhan.organization.Departments;
import huizhan.organization.Unit;
import huizhan.organization.Units;
import huizhan.rules.Rules;
import huizhan.web.Flash;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The organizer answers requests for exceptions, grants them unasked, revokes them (B24). */
@Controller
class ExceptionPages {
    private final Exceptions exceptions;
    private final Departments departments;
    private final Units units;
    private final CameIn cameIn;

    ExceptionPages(Exceptions exceptions, Departments departments, Units units, CameIn cameIn) {
        this.exceptions = exceptions;
        this.departments = departments;
        this.units = units;
        this.cameIn = cameIn;
    }

    @GetMapping("/exceptions")
    ModelAndView page(Lang lang) {
        return page(ExceptionsPage.EMPTY, Optional.empty(), lang);
    }

    @PostMapping("/exceptions")
    ModelAndView grant(Actor me, Lang lang, Flash flash, @RequestParam(name = "department", defaultValue = "") String department,
            @RequestParam(name = "rule", defaultValue = "") String rule, @RequestParam(name = "item", defaultValue = "") String item,
            @RequestParam(name = "reason", defaultValue = "") String reason) {
        var form = new Form("", department, rule, item, reason);
        var found = departments.active().stream().map(Department::id).filter(id -> id.toString().equals(department)).findFirst();
        var no = found.isEmpty() ? Optional.of(new Text("请选择部门。", "Choose a department.")) : exceptions.grant(me, found.get(), rule, item, reason);
        return answer(no, form, flash, "opening.exceptions.granted", lang);
    }

    @PostMapping("/exceptions/requests/{id}/grant")
    ModelAndView grant(Actor me, Lang lang, Flash flash, @PathVariable("id") UUID id, @RequestParam(name = "reason", defaultValue = "") String reason) {
        return answer(exceptions.grant(me, id, reason), about(id, reason), flash, "opening.exceptions.granted", lang);
    }

    @PostMapping("/exceptions/requests/{id}/refusal")
    ModelAndView refuse(Actor me, Lang lang, Flash flash, @PathVariable("id") UUID id, @RequestParam(name = "reason", defaultValue = "") String reason) {
        return answer(exceptions.refuse(me, id, reason), about(id, reason), flash, "opening.exceptions.refused", lang);
    }

    @PostMapping("/exceptions/{id}/revocation")
    ModelAndView revoke(Actor me, Lang lang, Flash flash, @PathVariable("id") UUID id, @RequestParam(name = "reason", defaultValue = "") String reason) {
        return answer(exceptions.revoke(me, id, reason), about(id, reason), flash, "opening.exceptions.revoked", lang);
    }

    private static Form about(UUID id, String reason) {
        return new Form(id.toString(), "", "", "", reason);
    }

    private ModelAndView answer(Optional<Text> no, Form form, Flash flash, String done, Lang lang) {
        if (no.isPresent()) return page(form, no, lang);
        flash.good(done);
        return new ModelAndView("redirect:/exceptions");
    }

    private ModelAndView page(Form form, Optional<Text> no, Lang lang) {
        var names = departments.all().stream().collect(Collectors.toMap(Department::id, each -> each.name().in(lang)));
        var requests = exceptions.requests();
        var came = cameIn.all();
        var waiting = requests.stream().filter(ExceptionRequest::waits).sorted(Comparator.comparing(ExceptionRequest::at))
            .map(each -> line(each, names, unit(each), About.of(each.what(), each.department(), came, lang))).toList();
        var refused = requests.stream().filter(each -> each.answer().filter(answer -> !answer.granted()).isPresent())
            .map(each -> line(each, names, "", About.of(each.what(), each.department(), came, lang))).toList();
        var grants = exceptions.all().stream().map(each -> new ExceptionsPage.Granted(each, names.getOrDefault(each.department(), ""),
            each.asked().map(asked -> About.of(asked, each.department(), came, lang)))).toList();
        var page = new ExceptionsPage(waiting, grants, refused, departments.active(), Rules.ON_REQUEST, form, no.map(text -> text.in(lang)).orElse(""));
        return new ModelAndView("opening/exceptions", Map.of("page", page), no.isPresent() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
    }

    private static ExceptionsPage.Line line(ExceptionRequest request, Map<UUID, String> names, String unit, About about) {
        return new ExceptionsPage.Line(request, names.getOrDefault(request.department(), ""), unit, about);
    }

    private String unit(ExceptionRequest request) {
        return request.unit().flatMap(id -> units.find(request.department(), id)).map(Unit::name).orElse("");
    }
}
