package huizhan.organization;

import huizhan.kernel.Actor;
import huizhan.kernel.Faults;
import huizhan.kernel.Role;
import huizhan.organization.InvitationLetters.Answer;
import huizhan.organization.PeopleViews.Input;
import huizhan.web.Flash;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
    private final PeopleViews views;

    PeoplePages(Accounts accounts, Units units, MiddleBodies bodies, Invitations invitations, InvitationLetters letters, PeopleViews views) {
        this.accounts = accounts;
        this.units = units;
        this.bodies = bodies;
        this.invitations = invitations;
        this.letters = letters;
        this.views = views;
    }

    @GetMapping("/people")
    ModelAndView list(Actor me, HttpServletRequest request) {
        return views.page(me, request, Input.NONE);
    }

    /** Invites one of the department's own people, or with a place one of that unit or body. */
    @PostMapping("/people")
    ModelAndView invite(Actor me, HttpServletRequest request, Flash flash, PersonForm form, @RequestParam(defaultValue = "false") boolean mail) {
        var errors = form.errors();
        var unit = form.unitId().flatMap(id -> units.find(me.owner(), id)).filter(Unit::isOpen);
        var body = form.bodyId().flatMap(id -> bodies.find(me.owner(), id)).filter(MiddleBody::isOpen);
        var placed = unit.isPresent() || body.isPresent();
        if (!placed && (me.middle().isPresent() || form.roleSet().isEmpty())) errors.put(me.middle().isPresent() ? "unit" : "roles", place(me));
        if (!errors.isEmpty()) return views.page(me, request, Input.of(form, errors));
        var person = placed ? form.placed(me.department(), unit.map(Unit::id), body.map(MiddleBody::id)) : form.person(me.department(), Optional.empty());
        var answer = letters.invite(me, person, views.wish(mail, request));
        if (answer instanceof Answer.No no) return views.page(me, request, Input.of(form, Map.of("unit", no.key())));
        var made = ((Answer.Yes) answer).made();
        flash.good(made.posted() ? "organization.people.invited.mailed" : "organization.people.invited", made.name());
        return new ModelAndView("redirect:/people#p-" + made.link().account());
    }

    private static String place(Actor me) {
        return me.middle().isPresent() ? "organization.people.unit-wanted" : "organization.people.place-wanted";
    }

    @PostMapping("/people/{account}/link")
    String renew(Actor me, HttpServletRequest request, @PathVariable UUID account, @RequestParam(defaultValue = "false") boolean mail, Flash flash) {
        flash.good(letters.renew(me, account, views.wish(mail, request)).orElseThrow(Faults.NotThere::new).word());
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
        var wrong = !Typed.isName(name) ? "organization.unit.name-wanted" : units.of(me.owner()).stream().anyMatch(each -> each.name().equals(name)) ? "organization.unit.there" : "";
        if (!wrong.isEmpty()) {
            units.refused(me, Optional.empty(), wrong);
            return views.page(me, request, Input.of(Map.of("unitName", name, "middle", middle), "unitName", wrong, ""));
        }
        var through = body(me, middle, Optional.empty());
        var unit = views.body(me).map(own -> units.addThrough(me, name, own)).orElseGet(() -> units.add(me, name, through));
        flash.good("organization.unit.added", unit.name());
        return new ModelAndView("redirect:/people#u-" + unit.id());
    }

    @PostMapping("/units/{id}")
    ModelAndView changeUnit(Actor me, HttpServletRequest request, @PathVariable UUID id, Flash flash, @RequestParam(defaultValue = "") String unitName,
            @RequestParam(defaultValue = "") String middle, @RequestParam boolean open) {
        var unit = units.find(me.owner(), id).orElseThrow(Faults.NotThere::new);
        var name = unitName.strip();
        if (!Typed.isName(name)) {
            var wrong = "organization.unit.name-wanted";
            units.refused(me, Optional.of(id), wrong);
            return views.page(me, request, Input.of(Map.of("n-" + id, name, "t-" + id, middle), "n-" + id, wrong, ""));
        }
        units.change(me, unit, name, body(me, middle, unit.middle()), open);
        flash.good("organization.unit.changed", name);
        return new ModelAndView("redirect:/people#u-" + id);
    }

    /** The body that was chosen, or none; a closed one only where it is the unit's already. */
    private Optional<UUID> body(Actor me, String chosen, Optional<UUID> present) {
        if (chosen.isBlank()) return Optional.empty();
        return Optional.of(Typed.id(chosen).flatMap(id -> bodies.find(me.owner(), id)).filter(each -> each.isOpen() || present.equals(Optional.of(each.id())))
            .map(MiddleBody::id).orElseThrow(Faults.NotThere::new));
    }
}
