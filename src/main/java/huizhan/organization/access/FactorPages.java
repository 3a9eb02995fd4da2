package huizhan.organization.access;

import huizhan.kernel.Actor;
import huizhan.web.Flash;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Setting up the second factor: on the way in for those who must have one, from one's own account for those who want one. */
@Controller
class FactorPages {
    private static final String ISSUER = "荟展 Huizhan";
    private static final String ON_THE_WAY_IN = "/sign-in/enrolment";
    private static final String OWN = "/account/factor";
    private final SignIn signIn;
    private final FactorRemoval removal;
    private final Credentials credentials;

    FactorPages(SignIn signIn, FactorRemoval removal, Credentials credentials) {
        this.signIn = signIn;
        this.removal = removal;
        this.credentials = credentials;
    }

    @GetMapping(ON_THE_WAY_IN)
    ModelAndView onTheWayIn(HttpServletRequest request, @RequestParam(name = "return", defaultValue = "/") String back) {
        return SignInPages.pending(request).flatMap(session -> page(session, ON_THE_WAY_IN, Returns.orHome(back), false))
            .orElseGet(() -> SignInPages.redirect("/sign-in"));
    }

    @GetMapping(OWN)
    ModelAndView own(Session session) {
        return page(session, OWN, "/account", false).orElseGet(() -> SignInPages.redirect("/account"));
    }

    /** The page with the QR code; empty for someone who has a second factor. */
    private Optional<ModelAndView> page(Session session, String place, String back, boolean wrong) {
        return credentials.enrolment(session.actor().account()).map(secret -> new ModelAndView("organization/enrolment",
            Map.of("form", new Form(place, back, grouped(Totp.base32(secret)), wrong)), wrong ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK));
    }

    /** @param secret for those who can't scan, in groups of four */
    record Form(String place, String back, String secret, boolean wrong) {}

    private static String grouped(String base32) {
        return base32.replaceAll("(.{4})(?!$)", "$1 ");
    }

    @PostMapping(ON_THE_WAY_IN)
    ModelAndView onTheWayIn(HttpServletRequest request, HttpServletResponse response, @RequestParam(defaultValue = "") String code,
            @RequestParam(name = "return", defaultValue = "/") String back) {
        return SignInPages.pending(request).map(session -> confirm(session, request, response, ON_THE_WAY_IN, Returns.orHome(back), code))
            .orElseGet(() -> SignInPages.redirect("/sign-in"));
    }

    @PostMapping(OWN)
    ModelAndView own(Session session, HttpServletRequest request, HttpServletResponse response, @RequestParam(defaultValue = "") String code) {
        return confirm(session, request, response, OWN, "/account", code);
    }

    private ModelAndView confirm(Session session, HttpServletRequest request, HttpServletResponse response, String place, String back, String code) {
        var enrolled = signIn.enrol(session, code, SignInPages.origin(request));
        if (enrolled.isEmpty()) return page(session, place, back, true).orElseGet(() -> SignInPages.redirect("/sign-in"));
        SignInPages.admit(response, enrolled.get().token());
        return new ModelAndView("organization/recovery", Map.of("codes", enrolled.get().recoveryCodes(), "back", back));
    }

    @GetMapping(ON_THE_WAY_IN + "/qr.svg")
    ResponseEntity<String> onTheWayIn(HttpServletRequest request) {
        return qr(SignInPages.pending(request));
    }

    @GetMapping(OWN + "/qr.svg")
    ResponseEntity<String> ownCode(Session session) {
        return qr(Optional.of(session));
    }

    private ResponseEntity<String> qr(Optional<Session> session) {
        return session.map(each -> each.actor().account())
            .flatMap(account -> credentials.enrolment(account)
                .map(secret -> Totp.address(secret, ISSUER, credentials.username(account).orElse(""))))
            .map(address -> ResponseEntity.ok().contentType(new MediaType("image", "svg+xml")).body(QrSvg.of(address)))
            .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @PostMapping(OWN + "/removal")
    String remove(Actor me, Flash flash, @RequestParam(defaultValue = "") String password) {
        if (removal.remove(me, password)) flash.good("organization.factor.removed");
        else flash.bad("organization.factor.kept");
        return "redirect:/account";
    }
}
