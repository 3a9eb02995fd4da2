package huizhan.organization;

import huizhan.audit.Audit;
import huizhan.kernel.Actor;
import huizhan.kernel.Faults;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page of the first start; not there once it is done. */
@Controller
class SetUpPages {
    private final SetUp setUp;
    private final Audit audit;
    private final Links links;

    SetUpPages(SetUp setUp, Audit audit, Links links) {
        this.setUp = setUp;
        this.audit = audit;
        this.links = links;
    }

    /** What was typed. */
    record Form(String code, List<String> names) {}

    @GetMapping("/set-up")
    ModelAndView form() {
        if (!setUp.isOpen()) throw new Faults.NotThere();
        return page(new Form("", List.of("", "", "")), Map.of(), HttpStatus.OK);
    }

    @PostMapping("/set-up")
    ModelAndView begin(HttpServletRequest request, @RequestParam(defaultValue = "") String code, @RequestParam(defaultValue = "") String system,
            @RequestParam(defaultValue = "") String security, @RequestParam(defaultValue = "") String audits) {
        if (!setUp.isOpen()) throw new Faults.NotThere();
        var names = List.of(system.strip(), security.strip(), audits.strip());
        var errors = errors(code, names);
        if (!errors.isEmpty()) return page(new Form(code, names), errors, HttpStatus.UNPROCESSABLE_CONTENT);
        var made = setUp.begin(names).orElseThrow(Faults.NotThere::new);
        var shown = made.entrySet().stream().map(each -> links.shown(request, names.get(SetUp.ADMINISTRATORS.indexOf(each.getKey())),
            each.getKey(), each.getValue())).toList();
        return new ModelAndView("organization/set-up-done", Map.of("links", shown));
    }

    private Map<String, String> errors(String code, List<String> names) {
        var errors = new LinkedHashMap<String, String>();
        if (!setUp.isCode(code)) {
            audit.refused(Actor.nobody(), "set-up.refused", "server", Map.of());
            errors.put("code", "organization.set-up.code-wrong");
        }
        var fields = List.of("system", "security", "audits");
        for (var i = 0; i < fields.size(); i++) {
            var name = names.get(i);
            if (!Typed.isName(name)) errors.put(fields.get(i), "organization.name.wanted");
            else if (names.indexOf(name) != i) errors.put(fields.get(i), "organization.set-up.same-person");
        }
        return errors;
    }

    private static ModelAndView page(Form form, Map<String, String> errors, HttpStatus status) {
        return new ModelAndView("organization/set-up", Map.of("form", form, "errors", errors), status);
    }
}
