package huizhan.organization;

import huizhan.kernel.Actor;
import huizhan.kernel.Faults;
import huizhan.kernel.Role;
import huizhan.web.Flash;
import huizhan.web.Paging;
import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
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

/** The system administrator's accounts, and the security administrator's grants over the same list. */
@Controller
class AccountPages {
    private static final int LINES = 50;
    private final Accounts accounts;
    private final Grants grants;
    private final Departments departments;
    private final InvitationLetters letters;
    private final People people;

    AccountPages(Accounts accounts, Grants grants, Departments departments, InvitationLetters letters, People people) {
        this.accounts = accounts;
        this.grants = grants;
        this.departments = departments;
        this.letters = letters;
        this.people = people;
    }

    @GetMapping("/accounts")
    ModelAndView list(Actor me, HttpServletRequest request, @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "1") int page) {
        return list(me, request, q, page, "organization/accounts", PersonForm.EMPTY, Map.of(), HttpStatus.OK);
    }

    private ModelAndView list(Actor me, HttpServletRequest request, String q, int page, String view, PersonForm form, Map<String, String> errors,
            HttpStatus status) {
        var paging = Paging.of(page, LINES, accounts.count(q));
        var names = new HashMap<UUID, huizhan.kernel.Text>();
        departments.all().forEach(each -> names.put(each.id(), each.name()));
        var model = new HashMap<String, Object>();
        model.put("lines", people.lines(me, accounts.page(q, paging.offset(), LINES), request));
        model.put("departments", names);
        model.put("active", departments.active());
        model.put("paging", paging);
        model.put("q", q);
        model.put("form", form);
        model.put("errors", errors);
        model.put("mails", letters.isOpen());
        model.put("grantable", List.of(Role.values()));
        return new ModelAndView(view, model, status);
    }

    @PostMapping("/accounts")
    ModelAndView create(Actor me, HttpServletRequest request, Flash flash, PersonForm form, @RequestParam(defaultValue = "") String department,
            @RequestParam(defaultValue = "false") boolean mail) {
        var errors = form.errors();
        var chosen = Typed.id(department).flatMap(departments::find);
        if (!department.isBlank() && chosen.isEmpty()) errors.put("department", "organization.account.no-department");
        if (!errors.isEmpty()) return list(me, request, "", 1, "organization/accounts", form, errors, HttpStatus.UNPROCESSABLE_CONTENT);
        var made = letters.create(me, form.person(chosen.map(Department::id), Optional.empty()), people.wish(mail, request));
        flash.good(made.posted() ? "organization.account.made.mailed" : "organization.account.made", made.name());
        return new ModelAndView("redirect:/accounts#p-" + made.link().account());
    }

    @PostMapping("/accounts/{account}/link")
    String renew(Actor me, HttpServletRequest request, @PathVariable UUID account, @RequestParam(defaultValue = "false") boolean mail, Flash flash) {
        var made = letters.renew(me, account, people.wish(mail, request));
        if (made.isPresent()) flash.good(made.get().word());
        else flash.bad("organization.account.not-yours");
        return "redirect:/accounts#p-" + account;
    }

    @PostMapping("/accounts/{account}/switch")
    String switchTo(Actor me, @PathVariable UUID account, @RequestParam boolean on, Flash flash) {
        var found = accounts.find(account).orElseThrow(Faults.NotThere::new);
        if (accounts.switchTo(me, found, on)) flash.good(on ? "organization.people.switched-on" : "organization.people.switched-off", found.name());
        else flash.bad("organization.people.switch-refused");
        return "redirect:/accounts#p-" + account;
    }

    @GetMapping("/grants")
    ModelAndView grants(Actor me, HttpServletRequest request, @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "1") int page) {
        return list(me, request, q, page, "organization/grants", PersonForm.EMPTY, Map.of(), HttpStatus.OK);
    }

    @PostMapping("/grants/{account}")
    String grant(Actor me, @PathVariable UUID account, @RequestParam(required = false) List<String> roles, Flash flash) {
        var wanted = EnumSet.noneOf(Role.class);
        wanted.addAll(new PersonForm("", "", "", "", roles).roleSet());
        var refusal = grants.set(me, account, wanted);
        if (refusal.isEmpty()) flash.good("organization.grant.done", accounts.nameOf(account).orElse(""));
        else flash.bad(refusal.get());
        return "redirect:/grants#p-" + account;
    }

    @PostMapping("/grants/{account}/factor-removal")
    String dropFactor(Actor me, @PathVariable UUID account, Flash flash) {
        if (grants.dropFactor(me, account)) flash.good("organization.grant.factor-removed");
        else flash.bad("organization.roles.not-oneself");
        return "redirect:/grants#p-" + account;
    }
}
