package huizhan.achievement;

import huizhan.call.Field;
import huizhan.folder.Sorting;
import huizhan.kernel.Actor;
import huizhan.kernel.Lang;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/** A folder is sorted before anything of it is sent: names come, places go back; the files come by upload, the forms by their own page (B2). */
@Controller
class FolderPages {
    private final Pages pages;
    private final Guard guard;
    private final FolderPlans plans;
    private final Words words;

    FolderPages(Pages pages, Guard guard, FolderPlans plans, Words words) {
        this.pages = pages;
        this.guard = guard;
        this.plans = plans;
        this.words = words;
    }

    /** @param part the achievement's number among several in the folder */
    record Names(@Nullable String part, @Nullable List<Sorting.Named> files) {}

    @GetMapping("/achievements/{id}/folder")
    ModelAndView ask(Actor me, Lang lang, @PathVariable("id") UUID id) {
        var draft = pages.draft(me, id);
        var model = new HashMap<String, Object>();
        model.put("id", id);
        model.put("name", pages.maker().name(draft, lang));
        model.put("closed", pages.maker().fills(me, draft.entry()) ? "" : guard.closed(me, draft.entry(), Field.By.UNIT).orElseGet(() -> words.say("folder.closed")).in(lang));
        model.put("places", plans.places(draft, lang));
        model.put("marks", FolderPlans.marks(draft.entry()));
        model.put("unseen", Sorting.UNSEEN);
        model.put("known", Sorting.KNOWN);
        model.put("most", FolderPlans.MOST_FILES);
        return new ModelAndView("achievement/folder", model);
    }

    @PostMapping("/achievements/{id}/folder")
    @ResponseBody
    ResponseEntity<Object> sort(Actor me, Lang lang, @PathVariable("id") UUID id, @RequestBody Names names) {
        var answer = plans.plan(me, id, Objects.requireNonNullElse(names.files(), List.of()), Objects.requireNonNullElse(names.part(), ""), lang);
        return answer.plan().<ResponseEntity<Object>>map(ResponseEntity::ok)
            .orElseGet(() -> ResponseEntity.status(HttpStatus.CONFLICT).body(Map.of("message", answer.no().orElseThrow().in(lang))));
    }

    @PostMapping("/achievements/{id}/folder/objects")
    @ResponseBody
    ResponseEntity<Object> object(Actor me, Lang lang, @PathVariable("id") UUID id) {
        var added = plans.object(me, id, lang);
        return added.place().<ResponseEntity<Object>>map(ResponseEntity::ok)
            .orElseGet(() -> ResponseEntity.status(HttpStatus.CONFLICT).body(Map.of("message", added.no().orElseThrow().in(lang))));
    }
}
