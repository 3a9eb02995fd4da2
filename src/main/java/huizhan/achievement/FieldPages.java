package huizhan.achievement;

import huizhan.kernel.Actor;
import huizhan.kernel.Lang;
import huizhan.rules.CharacterCount;
import huizhan.web.Dates;
import huizhan.web.Flash;
import huizhan.web.Texts;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/** Fields that save themselves, the same without script, and what hangs on them: checklist and statement. */
@Controller
class FieldPages {
    private static final String VERSION = "version:";
    private final Filling filling;
    private final Pages pages;
    private final Names names;
    private final Texts texts;

    FieldPages(Filling filling, Pages pages, Names names, Texts texts) {
        this.filling = filling;
        this.pages = pages;
        this.names = names;
        this.texts = texts;
    }

    /** One field. When 200 is answered, it is on the disk. */
    @PostMapping("/achievements/{id}/fields")
    @ResponseBody
    ResponseEntity<Map<String, Object>> save(Actor me, Lang lang, @PathVariable("id") UUID id, @RequestParam("field") String field,
            @RequestParam("value") String value, @RequestParam(name = "version", defaultValue = "0") long version) {
        var saved = filling.save(me, id, field, value, version);
        if (saved instanceof Saved.Kept kept) return ResponseEntity.ok(kept(kept, lang));
        if (saved instanceof Saved.Overtaken over) return ResponseEntity.status(HttpStatus.CONFLICT).body(theirs(over.theirs()));
        var why = ((Saved.Refused) saved).why().in(lang);
        return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT).body(Map.of("message", why));
    }

    private Map<String, Object> kept(Saved.Kept kept, Lang lang) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("version", kept.now().version());
        answer.put("savedAt", Dates.time(kept.now().at()));
        answer.put("count", CharacterCount.of(kept.now().value()));
        if (kept.dropped() > 0) {
            answer.put("value", kept.now().value());
            answer.put("message", texts.in(lang, "achievement.cleaned", kept.dropped()));
        }
        return answer;
    }

    private Map<String, Object> theirs(Written theirs) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("version", theirs.version());
        answer.put("value", theirs.value());
        answer.put("by", names.account(theirs.by()));
        answer.put("at", Dates.time(theirs.at()));
        return answer;
    }

    /** A whole section at once, for a browser without script: the same rules, and nothing typed is lost when some of it is refused. */
    @PostMapping("/achievements/{id}/section")
    ModelAndView section(Actor me, Lang lang, Flash flash, @PathVariable("id") UUID id, @RequestParam MultiValueMap<String, String> form) {
        var why = new LinkedHashMap<String, String>();
        var typed = new LinkedHashMap<String, Written>();
        form.forEach((name, values) -> {
            if (!name.startsWith(VERSION)) return;
            var field = name.substring(VERSION.length());
            var raw = String.join("\n", SectionForm.values(field, form));
            var saved = filling.write(me, id, field, raw, SectionForm.version(values.get(0)));
            if (saved instanceof Saved.Refused no) {
                why.put(field, no.why().in(lang));
                typed.put(field, new Written(raw, SectionForm.version(values.get(0)), Written.NEVER.at(), me.account()));
            } else if (saved instanceof Saved.Overtaken over) {
                why.put(field, texts.in(lang, "achievement.overtaken", over.theirs().value()));
                typed.put(field, new Written(raw, over.theirs().version(), Written.NEVER.at(), me.account()));
            }
        });
        if (!why.isEmpty()) return pages.refused(me, pages.draft(me, id).with(typed), why, lang);
        flash.good("achievement.section.saved");
        return new ModelAndView("redirect:/achievements/" + id);
    }

    @GetMapping("/achievements/{id}/findings")
    ModelAndView findings(Actor me, Lang lang, @PathVariable("id") UUID id) {
        return pages.findings(me, id, lang);
    }

    @GetMapping("/achievements/{id}/statement")
    ModelAndView statement(Actor me, Lang lang, @PathVariable("id") UUID id) {
        return pages.statement(me, id, lang);
    }
}
