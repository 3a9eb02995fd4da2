package huizhan.achievement;

import huizhan.kernel.Actor;
import huizhan.kernel.Lang;
import huizhan.web.Flash;
import huizhan.web.Versions;
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

/** The history of an achievement, of one of its fields, and what changed since it was handed over (B4, B19). */
@Controller
class HistoryPages {
    private final History history;
    private final HistoryMaker maker;
    private final Pages pages;

    HistoryPages(History history, HistoryMaker maker, Pages pages) {
        this.history = history;
        this.maker = maker;
        this.pages = pages;
    }

    @GetMapping("/achievements/{id}/history")
    ModelAndView all(Actor me, Lang lang, @PathVariable("id") UUID id, @RequestParam(name = "page", defaultValue = "1") int page) {
        var draft = pages.draft(me, id);
        return shown("achievement/history", draft, lang, Map.of("history", maker.all(draft, history.of(me, id), page, lang)), HttpStatus.OK);
    }

    @GetMapping("/achievements/{id}/history/{field}")
    ModelAndView field(Actor me, Lang lang, @PathVariable("id") UUID id, @PathVariable("field") String field,
            @RequestParam(name = "from", required = false) Optional<Long> from, @RequestParam(name = "to", required = false) Optional<Long> to,
            @RequestParam(name = "each", defaultValue = "false") boolean each) {
        return field(me, lang, id, field, new Versions.Wanted(from, to, each), "", HttpStatus.OK);
    }

    private ModelAndView field(Actor me, Lang lang, UUID id, String field, Versions.Wanted wanted, String refused, HttpStatus status) {
        var draft = pages.draft(me, id);
        var view = maker.field(me, draft, field, wanted, lang);
        return shown("achievement/field-history", draft, lang, Map.of("view", view, "field", field, "refused", refused), status);
    }

    /** An earlier text becomes the newest one. */
    @PostMapping("/achievements/{id}/history/{field}/restoration")
    ModelAndView restore(Actor me, Lang lang, Flash flash, @PathVariable("id") UUID id, @PathVariable("field") String field,
            @RequestParam("version") long version, @RequestParam("present") long present) {
        var saved = history.restore(me, id, field, version, present);
        if (saved instanceof Saved.Refused no) {
            return field(me, lang, id, field, new Versions.Wanted(Optional.of(version), Optional.empty(), false), no.why().in(lang), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (saved instanceof Saved.Overtaken) {
            return field(me, lang, id, field, new Versions.Wanted(Optional.of(version), Optional.empty(), false), maker.overtaken(lang), HttpStatus.CONFLICT);
        }
        flash.good("achievement.history.restored");
        return new ModelAndView("redirect:/achievements/" + id + "/history/" + field);
    }

    @GetMapping("/achievements/{id}/changes")
    ModelAndView changes(Actor me, Lang lang, @PathVariable("id") UUID id, @RequestParam(name = "from", required = false) Optional<Integer> from,
            @RequestParam(name = "to", required = false) Optional<Integer> to) {
        var draft = pages.draft(me, id);
        var model = new HashMap<String, Object>();
        maker.changes(me, draft, from, to, lang).ifPresent(view -> model.put("view", view));
        return shown("achievement/changes", draft, lang, model, HttpStatus.OK);
    }

    private ModelAndView shown(String template, Draft draft, Lang lang, Map<String, ?> more, HttpStatus status) {
        var model = new HashMap<String, Object>(more);
        model.put("id", draft.entry().id());
        model.put("name", pages.maker().name(draft, lang));
        return new ModelAndView(template, model, status);
    }
}
