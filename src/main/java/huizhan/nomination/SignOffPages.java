package huizhan.nomination;

import huizhan.kernel.Actor;
import huizhan.kernel.Lang;
import huizhan.web.Flash;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page on which a nomination is signed off, and the way back. */
@Controller
class SignOffPages {
    private final SignOff signOff;
    private final NominationPageMaker maker;

    SignOffPages(SignOff signOff, NominationPageMaker maker) {
        this.signOff = signOff;
        this.maker = maker;
    }

    @GetMapping("/nomination/sign-off")
    ModelAndView page(Actor me, Lang lang) {
        return new ModelAndView("nomination/sign-off", Map.of("page", maker.list(me, lang)));
    }

    @PostMapping("/nomination/signature")
    Object sign(Actor me, Lang lang, Flash flash, @RequestParam("seen") String seen,
                @RequestParam(name = "declared", defaultValue = "") List<UUID> declared) {
        var outcome = signOff.sign(me, seen, new HashSet<>(declared));
        if (outcome instanceof Outcome.Signed signed) {
            flash.good("nomination.signed");
            return "redirect:/nomination/receipts/" + signed.revision();
        }
        return refused(me, lang, outcome instanceof Outcome.Refused no ? no.why().in(lang) : "");
    }

    private ModelAndView refused(Actor me, Lang lang, String why) {
        return new ModelAndView("nomination/sign-off", Map.of("page", maker.list(me, lang), "refusal", why), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping("/nomination/withdrawal")
    Object withdraw(Actor me, Lang lang, Flash flash, @RequestParam("reason") String reason) {
        var no = signOff.withdraw(me, reason);
        if (no.isPresent()) {
            return refused(me, lang, no.get().in(lang));
        }
        flash.good("nomination.withdrawn");
        return "redirect:/nomination";
    }
}
