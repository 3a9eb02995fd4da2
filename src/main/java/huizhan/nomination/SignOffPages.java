package huizhan.nomination;

import huizhan.kernel.Actor;
import huizhan.kernel.Lang;
import huizhan.kernel.Text;
import huizhan.web.Flash;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page on which a nomination is put before the approver, sent back, signed off (B16), and taken back again. */
@Controller
class SignOffPages {
    private static final String HERE = "redirect:/nomination/sign-off";
    private final SignOff signOff;
    private final Approvals approvals;
    private final NominationPageMaker maker;
    private final ToDos toDos;

    SignOffPages(SignOff signOff, Approvals approvals, NominationPageMaker maker, ToDos toDos) {
        this.signOff = signOff;
        this.approvals = approvals;
        this.maker = maker;
        this.toDos = toDos;
    }

    @GetMapping("/nomination/sign-off")
    ModelAndView page(Actor me, Lang lang) {
        return new ModelAndView("nomination/sign-off", Map.of("page", maker.list(me, lang), "toDos", toDos.of(me.owner()),
            "typed", Map.of(), "declared", Set.of()));
    }

    @PostMapping("/nomination/signature")
    Object sign(Actor me, Lang lang, Flash flash, @RequestParam("seen") String seen,
                @RequestParam(name = "declared", defaultValue = "") List<UUID> declared) {
        var outcome = signOff.sign(me, seen, new HashSet<>(declared));
        if (outcome instanceof Outcome.Signed signed) {
            flash.good("nomination.signed");
            return "redirect:/nomination/receipts/" + signed.revision();
        }
        return refused(me, lang, "nomination.sign.refused", outcome instanceof Outcome.Refused no ? no.why().in(lang) : "", Map.of(), new HashSet<>(declared));
    }

    /** Puts the list before the approver. */
    @PostMapping("/nomination/submission")
    Object submit(Actor me, Lang lang, Flash flash, @RequestParam("seen") String seen, @RequestParam(name = "note", defaultValue = "") String note) {
        var outcome = approvals.submit(me, seen, note);
        if (outcome instanceof Outcome.Done) {
            flash.good("nomination.submitted");
            return HERE;
        }
        return refused(me, lang, "nomination.submission.refused", outcome instanceof Outcome.Refused no ? no.why().in(lang) : "", Map.of("submission", note), Set.of());
    }

    @PostMapping("/nomination/submission/withdrawal")
    Object takeBack(Actor me, Lang lang, Flash flash) {
        return done(me, lang, approvals.takeBack(me), flash, "nomination.taken-back", "nomination.submission.kept", Map.of());
    }

    @PostMapping("/nomination/submission/return")
    Object sendBack(Actor me, Lang lang, Flash flash, @RequestParam(name = "note", defaultValue = "") String note,
            @RequestParam(name = "step", defaultValue = "0") long step) {
        return done(me, lang, approvals.sendBack(me, note, step), flash, "nomination.sent-back", "nomination.return.refused", Map.of("back", note));
    }

    private Object done(Actor me, Lang lang, Optional<Text> no, Flash flash, String word, String undone, Map<String, String> typed) {
        if (no.isPresent()) {
            return refused(me, lang, undone, no.get().in(lang), typed, Set.of());
        }
        flash.good(word);
        return HERE;
    }

    @PostMapping("/nomination/two-people")
    String twoPeople(Actor me, Flash flash, @RequestParam(name = "wanted", defaultValue = "false") boolean wanted) {
        approvals.twoPeople(me, wanted);
        flash.good(wanted ? "nomination.two-people.on" : "nomination.two-people.off");
        return HERE;
    }

    /**
     * The same page with what was typed and ticked.
     *
     * @param undone the key of the words for what was not done
     */
    private ModelAndView refused(Actor me, Lang lang, String undone, String why, Map<String, String> typed, Set<UUID> declared) {
        return new ModelAndView("nomination/sign-off", Map.of("page", maker.list(me, lang), "toDos", toDos.of(me.owner()), "undone", undone, "refusal", why,
            "typed", typed, "declared", declared), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping("/nomination/withdrawal")
    Object withdraw(Actor me, Lang lang, Flash flash, @RequestParam("reason") String reason) {
        var no = signOff.withdraw(me, reason);
        if (no.isPresent()) {
            return refused(me, lang, "nomination.withdraw.refused", no.get().in(lang), Map.of("reason", reason), Set.of());
        }
        flash.good("nomination.withdrawn");
        return "redirect:/nomination";
    }
}
