package huizhan.organization;

import huizhan.kernel.Clocks;
import huizhan.kernel.Faults;
import huizhan.organization.Invitation.Purpose;
import huizhan.organization.Invitations.Accepted;
import huizhan.organization.Invitations.Waiting;
import huizhan.web.Flash;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page behind a link. */
@Controller
class InvitationPages {
    private final Invitations invitations;
    private final Departments departments;
    private final Units units;
    private final MiddleBodies bodies;
    private final Clocks clocks;

    InvitationPages(Invitations invitations, Departments departments, Units units, MiddleBodies bodies, Clocks clocks) {
        this.bodies = bodies;
        this.clocks = clocks;
        this.invitations = invitations;
        this.departments = departments;
        this.units = units;
    }

    @GetMapping("/invitation/{token}")
    ModelAndView open(@PathVariable String token) {
        return invitations.open(token).map(waiting -> page(token, waiting, "", Map.of(), HttpStatus.OK)).orElseGet(InvitationPages::gone);
    }

    @PostMapping("/invitation/{token}")
    ModelAndView accept(@PathVariable String token, Flash flash, @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String password, @RequestParam(defaultValue = "") String repeated) {
        var waiting = invitations.open(token);
        if (waiting.isEmpty()) return gone();
        if (!password.equals(repeated)) {
            return page(token, waiting.get(), username, Map.of("repeated", "organization.password.differ"), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var accepted = invitations.accept(token, username, password);
        if (accepted instanceof Accepted.Refused refused) return page(token, waiting.get(), username, refused.faults(), HttpStatus.UNPROCESSABLE_CONTENT);
        if (accepted instanceof Accepted.Gone) return gone();
        flash.good(waiting.get().invitation().purpose() == Purpose.JOIN ? "organization.invitation.joined" : "organization.invitation.password-set");
        return new ModelAndView("redirect:/sign-in");
    }

    private ModelAndView page(String token, Waiting waiting, String username, Map<String, String> errors, HttpStatus status) {
        var model = new HashMap<String, Object>();
        model.put("token", token);
        model.put("account", waiting.account());
        model.put("joining", waiting.invitation().purpose() == Purpose.JOIN);
        model.put("expiresAt", clocks.asShown(waiting.invitation().expiresAt()));
        model.put("username", username);
        model.put("errors", errors);
        waiting.account().department().flatMap(departments::nameOf).ifPresent(name -> model.put("department", name));
        waiting.account().department().flatMap(department -> unit(department, waiting)).ifPresent(unit -> model.put("unit", unit.name()));
        waiting.account().department().flatMap(department -> waiting.account().middle().flatMap(id -> bodies.find(department, id)))
            .ifPresent(body -> model.put("unit", body.name()));
        return new ModelAndView("organization/invitation", model, status);
    }

    private java.util.Optional<Unit> unit(UUID department, Waiting waiting) {
        return waiting.account().unit().flatMap(unit -> units.find(department, unit));
    }

    private static ModelAndView gone() {
        return new ModelAndView("organization/invitation-gone", Map.of("code", Faults.NOT_THERE.code()), HttpStatus.GONE);
    }
}
