package huizhan.organization;

import huizhan.kernel.Actor;
import huizhan.kernel.Faults;
import huizhan.kernel.Role;
import huizhan.organization.InvitationLetters.Answer;
import huizhan.web.Flash;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
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

/** A department's own people, bodies between and units: who is invited, how far each has come, the link to hand on (B7). */
@Controller
class PeoplePages {
    private final Accounts accounts;
    private final Units units;
    private final MiddleBodies bodies;
    private final Invitations invitations;
    private final InvitationLetters letters;
    private final People people;

    PeoplePages(Accounts accounts, Units units, MiddleBodies bodies, Invitations invitations, InvitationLetters letters, People people) {
        this.accounts = accounts;
        this.units = units;
        this.bodies = bodies;
        this.invitations = invitations;
        this.letters = letters;
        this.people = people;
    }

    @GetMapping("/people")
    ModelAndView list(Actor me, HttpServletRequest request) {
        return page(me, request, PersonForm.EMPTY, Map.of(), HttpStatus.OK);
    }

    private ModelAndView page(Actor me, HttpServletRequest request, PersonForm form, Map<String, String> errors, HttpStatus status) {
        var model = new HashMap<String, Object>();
        var body = body(me);
        model.put("page", body.map(own -> people.ofMiddle(me, own, request)).orElseGet(() -> people.of(me, me.owner(), request)));
        body.ifPresent(own -> model.put("body", own));
        model.put("shown", Optional.ofNullable(request.getParameter("through")).orElse(""));
        model.put("form", form);
        model.put("errors", errors);
        model.put("mails", letters.isOpen());
        model.put("given", RoleRules.givenBy(me).stream().filter(Role::isOfDepartment).toList());
        return new ModelAndView(body.isPresent() ? "organization/middle" : "organization/people", model, status);
    }

    private Optional<MiddleBody> body(Actor me) {
        return me.middle().flatMap(id -> bodies.find(me.owner(), id));
    }

    /** Invites one of the department's own people, or with a place one of that unit or body. */
    @PostMapping("/people")
    ModelAndView invite(Actor me, HttpServletRequest request, Flash flash, PersonForm form, @RequestParam(defaultValue = "false") boolean mail) {
        var errors = form.errors();
        var unit = form.unitId().flatMap(id -> units.find(me.owner(), id)).filter(Unit::isOpen);
        var body = form.bodyId().flatMap(id -> bodies.find(me.owner(), id)).filter(MiddleBody::isOpen);
        var placed = unit.isPresent() || body.isPresent();
        if (!placed && (me.middle().isPresent() || form.roleSet().isEmpty())) errors.put(me.middle().isPresent() ? "unit" : "roles", place(me));
        if (!errors.isEmpty()) return page(me, request, form, errors, HttpStatus.UNPROCESSABLE_CONTENT);
        var person = placed ? form.placed(me.department(), unit.map(Unit::id), body.map(MiddleBody::id)) : form.person(me.department(), Optional.empty());
        var answer = letters.invite(me, person, people.wish(mail, request));
        if (answer instanceof Answer.No no) return page(me, request, form, Map.of("unit", no.key()), HttpStatus.UNPROCESSABLE_CONTENT);
        var made = ((Answer.Yes) answer).made();
        flash.good(made.posted() ? "organization.people.invited.mailed" : "organization.people.invited", made.name());
        return new ModelAndView("redirect:/people#p-" + made.link().account());
    }

    private static String place(Actor me) {
        return me.middle().isPresent() ? "organization.people.unit-wanted" : "organization.people.place-wanted";
    }

    @PostMapping("/people/{account}/link")
    String renew(Actor me, HttpServletRequest request, @PathVariable UUID account, @RequestParam(defaultValue = "false") boolean mail, Flash flash) {
        flash.good(letters.renew(me, account, people.wish(mail, request)).orElseThrow(Faults.NotThere::new).word());
        return "redirect:/people#p-" + account;
    }

    @PostMapping("/people/{account}/revocation")
    String revoke(Actor me, @PathVariable UUID account, Flash flash) {
        if (!invitations.revoke(me, account)) throw new Faults.NotThere();
        flash.good("organization.people.link-revoked");
        return "redirect:/people#p-" + account;
    }

    @PostMapping("/people/{account}/switch")
    String switchTo(Actor me, @PathVariable UUID account, @RequestParam boolean on, Flash flash) {
        var found = accounts.find(account).filter(each -> each.department().equals(me.department()))
            .filter(each -> me.middle().isEmpty() || each.through().equals(me.middle())).orElseThrow(Faults.NotThere::new);
        if (accounts.switchTo(me, found, on)) flash.good(on ? "organization.people.switched-on" : "organization.people.switched-off", found.name());
        else flash.bad("organization.people.switch-refused");
        return "redirect:/people#p-" + account;
    }

    /** A unit of the department's, or of a body's own where the department lets it. */
    @PostMapping("/units")
    ModelAndView addUnit(Actor me, HttpServletRequest request, Flash flash, @RequestParam(defaultValue = "") String unitName,
            @RequestParam(defaultValue = "") String middle) {
        var name = unitName.strip();
        var wrong = !Typed.isName(name) ? Optional.of("organization.unit.name-wanted")
            : units.of(me.owner()).stream().anyMatch(each -> each.name().equals(name)) ? Optional.of("organization.unit.there")
            : Optional.<String>empty();
        if (wrong.isPresent()) return page(me, request, PersonForm.EMPTY, Map.of("unitName", wrong.get()), HttpStatus.UNPROCESSABLE_CONTENT);
        var through = body(me, middle, Optional.empty());
        var unit = body(me).map(own -> units.addThrough(me, name, own)).orElseGet(() -> units.add(me, name, through));
        flash.good("organization.unit.added", unit.name());
        return new ModelAndView("redirect:/people#u-" + unit.id());
    }

    @PostMapping("/units/{id}")
    String changeUnit(Actor me, @PathVariable UUID id, Flash flash, @RequestParam(defaultValue = "") String unitName,
            @RequestParam(defaultValue = "") String middle, @RequestParam boolean open) {
        var unit = units.find(me.owner(), id).orElseThrow(Faults.NotThere::new);
        if (!Typed.isName(unitName.strip())) {
            flash.bad("organization.unit.name-wanted");
        } else {
            units.change(me, unit, unitName.strip(), body(me, middle, unit.middle()), open);
            flash.good("organization.unit.changed", unitName.strip());
        }
        return "redirect:/people#u-" + id;
    }

    /** The body that was chosen, or none; a closed one only where it is the unit's already. */
    private Optional<UUID> body(Actor me, String chosen, Optional<UUID> present) {
        if (chosen.isBlank()) return Optional.empty();
        return Optional.of(Typed.id(chosen).flatMap(id -> bodies.find(me.owner(), id)).filter(each -> each.isOpen() || present.equals(Optional.of(each.id())))
            .map(MiddleBody::id).orElseThrow(Faults.NotThere::new));
    }
}
