package huizhan.nomination;

import huizhan.kernel.Actor;
import huizhan.kernel.Faults;
import huizhan.kernel.Lang;
import huizhan.media.StoredFile;
import huizhan.opening.exceptions.AskPage;
import huizhan.opening.exceptions.Asked;
import huizhan.opening.exceptions.Exceptions;
import huizhan.rules.Finding;
import huizhan.rules.Rules;
import huizhan.web.Flash;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Asking for an exception from a finding about the nomination itself: its overview film, its length (B24). */
@Controller("nominationAskingPages")
class AskingPages {
    private static final String HOME = "/nomination";
    private final Exceptions exceptions;
    private final Nominations nominations;
    private final Readiness readiness;

    AskingPages(Exceptions exceptions, Nominations nominations, Readiness readiness) {
        this.exceptions = exceptions;
        this.nominations = nominations;
        this.readiness = readiness;
    }

    @GetMapping("/nomination/exceptions")
    ModelAndView ask(Actor me, Lang lang, @RequestParam(name = "rule", defaultValue = "") String rule, @RequestParam(name = "item", defaultValue = "") String item) {
        return page(me, rule, item, lang).shown();
    }

    @PostMapping("/nomination/exceptions")
    ModelAndView send(Actor me, Lang lang, Flash flash, @RequestParam(name = "rule", defaultValue = "") String rule,
            @RequestParam(name = "item", defaultValue = "") String item, @RequestParam(name = "reason", defaultValue = "") String reason) {
        var page = page(me, rule, item, lang);
        var no = exceptions.ask(me, page.what(), reason);
        if (no.isPresent()) return page.refused(no.get().in(lang), reason);
        flash.good("opening.exception.done");
        return new ModelAndView("redirect:" + HOME);
    }

    private AskPage page(Actor me, String rule, String item, Lang lang) {
        var content = readiness.content(nominations.of(me.owner()));
        var finding = readiness.findings(content).stream().filter(each -> asks(each, content, rule, item)).findFirst().orElseThrow(Faults.NotThere::new);
        var original = Optional.ofNullable(content.files().get(finding.subject())).map(StoredFile::originalName).orElse("");
        var shown = content.material().overview().map(film -> film.disclosure().equals("public")).orElse(true);
        return AskPage.of("/nomination/exceptions", HOME, Asked.of(finding, content.material(), "", original, shown), finding, lang);
    }

    private static boolean asks(Finding finding, Content content, String rule, String item) {
        return finding.stops() && Rules.onRequest(rule) && finding.rule().equals(rule) && finding.place().folder().isEmpty()
            && Rules.item(finding, content.material()).equals(item);
    }
}
