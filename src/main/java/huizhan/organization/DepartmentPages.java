package huizhan.organization;

import huizhan.kernel.Actor;
import huizhan.kernel.Faults;
import huizhan.kernel.Role;
import huizhan.kernel.StaleData;
import huizhan.kernel.Text;
import huizhan.organization.InvitationLetters.Answer;
import huizhan.web.Flash;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.LinkedHashMap;
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

/** The organizer's list of departments, and the first people of each. */
@Controller
class DepartmentPages {
    /** The groups in the order of the list. */
    static final List<String> GROUPS = List.of("province", "planned-city", "sub-provincial-city", "corps", "ministry", "special", "direct", "office",
        "institution", "bureau", "other");
    private final Departments departments;
    private final Invitations invitations;
    private final InvitationLetters letters;
    private final People people;

    DepartmentPages(Departments departments, Invitations invitations, InvitationLetters letters, People people) {
        this.departments = departments;
        this.invitations = invitations;
        this.letters = letters;
        this.people = people;
    }

    /** A department as typed. */
    record Form(String code, String zh, String en, String grouping, String from) {}

    @GetMapping("/departments")
    ModelAndView list(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "on") String show) {
        return list(q, show, new Form("", "", "", "province", departments.today().toString()), Map.of(), HttpStatus.OK);
    }

    private ModelAndView list(String q, String show, Form form, Map<String, String> errors, HttpStatus status) {
        var today = departments.today();
        var all = departments.all();
        var found = all.stream().filter(each -> show.equals("all") || each.takesPartOn(today))
            .filter(each -> q.isBlank() || matches(each, q.strip())).toList();
        var groups = new LinkedHashMap<String, List<Department>>();
        for (var group : GROUPS) {
            var members = found.stream().filter(each -> each.grouping().equals(group)).toList();
            if (!members.isEmpty()) groups.put(group, members);
        }
        var model = new HashMap<String, Object>();
        model.put("groups", groups);
        model.put("all", GROUPS);
        model.put("taking", all.stream().filter(each -> each.takesPartOn(today)).count());
        model.put("total", all.size());
        model.put("today", today);
        model.put("q", q);
        model.put("show", show);
        model.put("form", form);
        model.put("errors", errors);
        return new ModelAndView("organization/departments", model, status);
    }

    private static boolean matches(Department department, String q) {
        var lower = q.toLowerCase(java.util.Locale.ROOT);
        return department.name().zh().contains(q) || department.name().en().toLowerCase(java.util.Locale.ROOT).contains(lower)
            || department.code().equalsIgnoreCase(q);
    }

    @PostMapping("/departments")
    ModelAndView add(Actor me, Flash flash, @RequestParam(defaultValue = "") String code, @RequestParam(defaultValue = "") String zh,
            @RequestParam(defaultValue = "") String en, @RequestParam(defaultValue = "other") String grouping, @RequestParam(defaultValue = "") String from) {
        var form = new Form(code.strip(), zh.strip(), en.strip(), grouping, from.strip());
        var errors = new LinkedHashMap<>(nameErrors(form.zh(), form.en(), form.from()));
        if (!Typed.isCode(form.code())) errors.put("code", "organization.department.code-form");
        if (!GROUPS.contains(grouping)) errors.put("grouping", "organization.department.group-wanted");
        if (errors.isEmpty()) {
            var added = departments.add(me, form.code(), new Text(form.zh(), form.en()), grouping, Typed.day(form.from()).orElseThrow());
            if (added.isPresent()) {
                flash.good("organization.department.added", form.zh());
                return new ModelAndView("redirect:/departments/" + added.get().id());
            }
            errors.put("code", "organization.department.code-taken");
        }
        return list("", "on", form, errors, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static Map<String, String> nameErrors(String zh, String en, String day) {
        var errors = new LinkedHashMap<String, String>();
        if (!Typed.isName(zh)) errors.put("zh", "organization.department.name-wanted");
        if (!Typed.isName(en)) errors.put("en", "organization.department.name-wanted");
        if (Typed.day(day).isEmpty()) errors.put("from", "organization.day.form");
        return errors;
    }

    @GetMapping("/departments/{id}")
    ModelAndView one(Actor me, HttpServletRequest request, @PathVariable UUID id) {
        return one(me, request, id, PersonForm.EMPTY, Map.of(), HttpStatus.OK);
    }

    private ModelAndView one(Actor me, HttpServletRequest request, UUID id, PersonForm form, Map<String, String> errors, HttpStatus status) {
        var page = people.of(me, id, request);
        var model = new HashMap<String, Object>();
        model.put("page", page);
        model.put("department", page.department());
        model.put("names", departments.names(id));
        model.put("successors", departments.all().stream().filter(each -> !each.id().equals(id)).toList());
        model.put("takesPart", page.department().takesPartOn(departments.today()));
        model.put("today", departments.today());
        model.put("form", form);
        model.put("errors", errors);
        model.put("given", List.of(Role.APPROVER, Role.DRAFTER));
        model.put("mails", letters.isOpen());
        return new ModelAndView("organization/department", model, status);
    }

    @PostMapping("/departments/{id}/name")
    ModelAndView rename(Actor me, HttpServletRequest request, @PathVariable UUID id, Flash flash, @RequestParam(defaultValue = "") String zh,
            @RequestParam(defaultValue = "") String en, @RequestParam(defaultValue = "") String from) {
        var found = find(id);
        var errors = nameErrors(zh.strip(), en.strip(), from);
        if (!errors.isEmpty()) return one(me, request, id, PersonForm.EMPTY, errors, HttpStatus.UNPROCESSABLE_CONTENT);
        departments.rename(me, found.id(), new Text(zh.strip(), en.strip()), Typed.day(from).orElseThrow());
        flash.good("organization.department.renamed", from);
        return new ModelAndView("redirect:/departments/" + id);
    }

    @PostMapping("/departments/{id}/switch")
    String switchTo(Actor me, @PathVariable UUID id, @RequestParam boolean active, @RequestParam int version, Flash flash) {
        departments.switchTo(me, read(id, version), active);
        flash.good(active ? "organization.department.switched-on" : "organization.department.switched-off");
        return "redirect:/departments/" + id;
    }

    @PostMapping("/departments/{id}/end")
    ModelAndView end(Actor me, HttpServletRequest request, @PathVariable UUID id, @RequestParam int version, @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String successor, Flash flash) {
        var day = Typed.day(to);
        if (day.isEmpty() && !to.isBlank()) {
            return one(me, request, id, PersonForm.EMPTY, Map.of("to", "organization.day.form"), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (!departments.end(me, read(id, version), day, Optional.of(successor.strip()).filter(code -> !code.isEmpty()))) {
            return one(me, request, id, PersonForm.EMPTY, Map.of("successor", "organization.department.no-successor"), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        flash.good("organization.department.end-kept");
        return new ModelAndView("redirect:/departments/" + id);
    }

    /** Invites a department's first people. */
    @PostMapping("/departments/{id}/people")
    ModelAndView invite(Actor me, HttpServletRequest request, @PathVariable UUID id, Flash flash, PersonForm form,
            @RequestParam(defaultValue = "false") boolean mail) {
        find(id);
        var errors = form.errors();
        if (form.roleSet().isEmpty()) errors.put("roles", "organization.people.role-wanted");
        if (!errors.isEmpty()) return one(me, request, id, form, errors, HttpStatus.UNPROCESSABLE_CONTENT);
        var answer = letters.invite(me, form.person(Optional.of(id), Optional.empty()), people.wish(mail, request));
        if (answer instanceof Answer.No no) return one(me, request, id, form, Map.of("roles", no.key()), HttpStatus.UNPROCESSABLE_CONTENT);
        var made = ((Answer.Yes) answer).made();
        flash.good(made.posted() ? "organization.people.invited.mailed" : "organization.people.invited", made.name());
        return new ModelAndView("redirect:/departments/" + id + "#p-" + made.link().account());
    }

    @PostMapping("/departments/{id}/people/{account}/link")
    String renew(Actor me, HttpServletRequest request, @PathVariable UUID id, @PathVariable UUID account, @RequestParam(defaultValue = "false") boolean mail,
            Flash flash) {
        flash.good(letters.renew(me, account, people.wish(mail, request)).orElseThrow(Faults.NotThere::new).word());
        return "redirect:/departments/" + id + "#p-" + account;
    }

    @PostMapping("/departments/{id}/people/{account}/revocation")
    String revoke(Actor me, @PathVariable UUID id, @PathVariable UUID account, Flash flash) {
        if (!invitations.revoke(me, account)) throw new Faults.NotThere();
        flash.good("organization.people.link-revoked");
        return "redirect:/departments/" + id + "#p-" + account;
    }

    private Department find(UUID id) {
        return departments.find(id).orElseThrow(Faults.NotThere::new);
    }

    private Department read(UUID id, int version) {
        var found = find(id);
        if (found.version() != version) throw new StaleData("department " + id);
        return found;
    }
}
