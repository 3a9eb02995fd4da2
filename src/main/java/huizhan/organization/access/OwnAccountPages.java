package huizhan.organization.access;

import huizhan.kernel.Clocks;
import huizhan.web.Flash;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One's own account: password, second factor, the browsers that are signed in. */
@Controller
class OwnAccountPages {
    private final Credentials credentials;
    private final PasswordChange passwordChange;
    private final SecondFactor secondFactor;
    private final Sessions sessions;
    private final Clocks clocks;

    OwnAccountPages(Credentials credentials, PasswordChange passwordChange, SecondFactor secondFactor, Sessions sessions, Clocks clocks) {
        this.clocks = clocks;
        this.credentials = credentials;
        this.passwordChange = passwordChange;
        this.secondFactor = secondFactor;
        this.sessions = sessions;
    }

    @GetMapping("/account")
    ModelAndView account(Session session) {
        return page(session, Map.of(), HttpStatus.OK);
    }

    /** @param mayDrop whether the second factor may be given up */
    record Own(String username, boolean factor, int recoveryCodes, boolean mayDrop, UUID present, List<Stay> sessions) {}

    /** @param browser browser and system in words, as far as they can be told */
    record Stay(UUID id, Instant createdAt, Instant seenAt, String address, String browser) {}

    private ModelAndView page(Session session, Map<String, String> errors, HttpStatus status) {
        var account = session.actor().account();
        var own = new Own(credentials.username(account).orElse(""), session.enrolled(), credentials.recoveryCodesLeft(account),
            secondFactor.mayDrop(session.actor().roles()), session.id(), sessions.of(account).stream()
            .map(stay -> new Stay(stay.id(), clocks.asShown(stay.createdAt()), clocks.asShown(stay.seenAt()), stay.address(), Agents.word(stay.agent()))).toList());
        return new ModelAndView("organization/account", Map.of("own", own, "errors", errors), status);
    }

    @PostMapping("/account/password")
    ModelAndView password(Session session, Flash flash, @RequestParam(defaultValue = "") String current,
            @RequestParam(name = "password", defaultValue = "") String wanted) {
        var errors = passwordChange.change(session, current, wanted);
        if (!errors.isEmpty()) return page(session, errors, HttpStatus.UNPROCESSABLE_CONTENT);
        flash.good("organization.password.changed");
        return SignInPages.redirect("/account");
    }

    @PostMapping("/account/sessions/{id}/end")
    String end(Session session, @PathVariable UUID id, Flash flash) {
        if (sessions.end(session.actor(), id)) flash.good("organization.session.ended");
        return "redirect:/account";
    }

    @PostMapping("/account/sessions/others/end")
    String endOthers(Session session, Flash flash) {
        sessions.endOthers(session.actor().account(), session.id());
        flash.good("organization.session.others-ended");
        return "redirect:/account";
    }
}
