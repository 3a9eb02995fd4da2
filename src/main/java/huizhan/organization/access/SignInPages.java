package huizhan.organization.access;

import huizhan.kernel.Clocks;
import huizhan.kernel.Zone;
import huizhan.organization.access.SignIn.Outcome;
import huizhan.web.Dates;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Signing in by name and password, the one-time code after it, and signing out. */
@Controller
class SignInPages {
    private final SignIn signIn;
    private final Clocks clocks;
    private final Zone zone;

    SignInPages(SignIn signIn, Clocks clocks, Zone zone) {
        this.zone = zone;
        this.signIn = signIn;
        this.clocks = clocks;
    }

    @GetMapping("/sign-in")
    ModelAndView form(HttpServletRequest request, @RequestParam(name = "return", defaultValue = "/") String back) {
        if (zone == Zone.DESK) return redirect(LocalDoor.PATH);
        if (session(request).filter(Session::complete).isPresent()) return redirect(Returns.orHome(back));
        return page(new Form("", Returns.orHome(back), ""), HttpStatus.OK);
    }

    /** @param fault the key's last part of what went wrong, empty at first */
    record Form(String username, String back, String fault) {}

    @PostMapping("/sign-in")
    ModelAndView attempt(HttpServletRequest request, HttpServletResponse response, @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String password, @RequestParam(name = "return", defaultValue = "/") String back) {
        var target = Returns.orHome(back);
        var outcome = signIn.attempt(username, password, origin(request));
        if (outcome instanceof Outcome.In in) {
            session(request).ifPresent(signIn::out);
            admit(response, in.token());
            SessionCookie.DEVICE.write(response, in.device());
            return redirect(target);
        }
        return refused("organization/sign-in", outcome, response, fault -> new Form(username, target, fault));
    }

    private ModelAndView refused(String view, Outcome outcome, HttpServletResponse response, java.util.function.Function<String, Object> form) {
        if (outcome instanceof Outcome.Wait wait) {
            var seconds = wait.left().toSeconds() + 1;
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
            return new ModelAndView(view, Map.of("form", form.apply("wait"), "seconds", seconds, "until", Dates.time(clocks.asShown(clocks.system().instant().plusSeconds(seconds)))),
                HttpStatus.TOO_MANY_REQUESTS);
        }
        if (outcome instanceof Outcome.Busy) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "10");
            return new ModelAndView(view, Map.of("form", form.apply("busy")), HttpStatus.SERVICE_UNAVAILABLE);
        }
        return new ModelAndView(view, Map.of("form", form.apply("wrong")), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static ModelAndView page(Form form, HttpStatus status) {
        return new ModelAndView("organization/sign-in", Map.of("form", form), status);
    }

    @GetMapping("/sign-in/code")
    ModelAndView code(HttpServletRequest request, @RequestParam(name = "return", defaultValue = "/") String back) {
        return pending(request).filter(Session::enrolled)
            .map(session -> new ModelAndView("organization/code", Map.of("form", new Form("", Returns.orHome(back), ""))))
            .orElseGet(() -> redirect("/sign-in"));
    }

    @PostMapping("/sign-in/code")
    ModelAndView code(HttpServletRequest request, HttpServletResponse response, @RequestParam(defaultValue = "") String code,
            @RequestParam(name = "return", defaultValue = "/") String back) {
        var session = pending(request).filter(Session::enrolled);
        if (session.isEmpty()) return redirect("/sign-in");
        var outcome = signIn.code(session.get(), code, origin(request));
        if (outcome instanceof Outcome.In in) {
            admit(response, in.token());
            SessionCookie.DEVICE.write(response, in.device());
            return redirect(Returns.orHome(back));
        }
        return refused("organization/code", outcome, response, fault -> new Form("", Returns.orHome(back), fault));
    }

    @PostMapping("/sign-out")
    String out(Session session, HttpServletResponse response) {
        signIn.out(session);
        SessionCookie.SESSION.remove(response);
        return "redirect:/sign-in";
    }

    static void admit(HttpServletResponse response, String token) {
        SessionCookie.SESSION.write(response, token);
        SessionCookie.FORM.remove(response);
    }

    static SignIn.Origin origin(HttpServletRequest request) {
        return new SignIn.Origin(request.getRemoteAddr(), Optional.ofNullable(request.getHeader(HttpHeaders.USER_AGENT)).orElse(""),
            SessionCookie.DEVICE.read(request));
    }

    static Optional<Session> session(HttpServletRequest request) {
        return Optional.ofNullable((Session) request.getAttribute(Session.NAME));
    }

    /** The session of someone who gave the password and still owes the second factor. */
    static Optional<Session> pending(HttpServletRequest request) {
        return session(request).filter(each -> !each.complete());
    }

    static ModelAndView redirect(String path) {
        return new ModelAndView("redirect:" + path);
    }
}
