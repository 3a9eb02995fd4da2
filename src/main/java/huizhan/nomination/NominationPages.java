package huizhan.nomination;

import huizhan.kernel.Actor;
import huizhan.kernel.Lang;
import huizhan.web.Flash;
import huizhan.web.Saving;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/** A department's list over HTTP. */
@Controller
class NominationPages {
    private static final String HOME = "redirect:/nomination";
    private final Nominations nominations;
    private final Heads heads;
    private final NominationPageMaker maker;
    private final ToDos toDos;

    NominationPages(Nominations nominations, Heads heads, NominationPageMaker maker, ToDos toDos) {
        this.nominations = nominations;
        this.heads = heads;
        this.maker = maker;
        this.toDos = toDos;
    }

    @GetMapping("/nomination")
    String list(Actor me, Lang lang, Model model) {
        var page = maker.list(me, lang);
        model.addAttribute("page", page);
        model.addAttribute("toDos", page.list().signature().isPresent() ? toDos.of(me.owner()) : toDos.early(me.owner()));
        return "nomination/list";
    }

    /** The checklist alone, refreshed after each save. */
    @GetMapping("/nomination/findings")
    String findings(Actor me, Lang lang, Model model) {
        model.addAttribute("page", maker.list(me, lang));
        return "nomination/list :: checklist";
    }

    @PostMapping("/nomination/lines")
    Object pick(Actor me, Lang lang, @RequestParam("achievement") UUID achievement) {
        return shown(me, lang, nominations.pick(me, achievement));
    }

    @PostMapping("/nomination/stubs")
    Object addStub(Actor me, Lang lang) {
        return shown(me, lang, nominations.addStub(me));
    }

    @PostMapping("/nomination/lines/{line}/removal")
    Object drop(Actor me, Lang lang, @PathVariable("line") UUID line) {
        return shown(me, lang, nominations.drop(me, line));
    }

    /** From the page's script: the ids in their order, over the version that was shown. */
    @PostMapping(value = "/nomination/order", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    ResponseEntity<Map<String, Object>> order(Actor me, Lang lang, @RequestParam("id") List<UUID> ids, @RequestParam("version") long version) {
        var outcome = nominations.order(me, ids, version);
        return outcome instanceof Outcome.Done done ? ResponseEntity.ok(Map.of("version", done.version()))
            : ResponseEntity.status(HttpStatus.CONFLICT).body(Map.of("message", ((Outcome.Refused) outcome).why().in(lang)));
    }

    /** Without script: one step up or down, or the numbers as typed. */
    @PostMapping(value = "/nomination/order", produces = MediaType.TEXT_HTML_VALUE)
    Object order(Actor me, Lang lang, @RequestParam Map<String, String> form) {
        var move = form.get("move");
        if (move != null && move.matches("[0-9a-f-]{36}:(up|down)")) {
            return shown(me, lang, nominations.move(me, UUID.fromString(move.substring(0, 36)), move.endsWith(":up")));
        }
        var typed = RankForm.typed(form);
        return typed.problem().isPresent() ? refused(me, lang, typed.problem().get().in(lang))
            : shown(me, lang, nominations.order(me, typed.ids(), typed.version()));
    }

    private Object shown(Actor me, Lang lang, Outcome outcome) {
        return outcome instanceof Outcome.Refused no ? refused(me, lang, no.why().in(lang)) : HOME;
    }

    private ModelAndView refused(Actor me, Lang lang, String why) {
        return new ModelAndView("nomination/list", Map.of("page", maker.list(me, lang), "refusal", why), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** One field of the head saves itself. */
    @PostMapping(value = "/nomination/head", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    ResponseEntity<Map<String, Object>> head(Actor me, Lang lang, @RequestParam("field") String field, @RequestParam("value") String value,
                                             @RequestParam("version") long version) {
        var save = heads.write(me, field, value, version);
        if (save instanceof Heads.Save.Kept kept) {
            return Saving.kept(kept.written().version(), kept.written().at());
        }
        return save instanceof Heads.Save.Faster faster ? Saving.overtaken(faster.theirs().version(), faster.theirs().value(), faster.theirs().at())
            : Saving.refused(((Heads.Save.Refused) save).why().in(lang));
    }

    @PostMapping("/nomination/overview/removal")
    Object removeFilm(Actor me, Lang lang, Flash flash) {
        Optional<huizhan.kernel.Text> no = heads.removeFilm(me);
        if (no.isPresent()) {
            return refused(me, lang, no.get().in(lang));
        }
        flash.good("nomination.overview.removed");
        return HOME;
    }
}
