package huizhan.achievement;

import huizhan.kernel.Actor;
import huizhan.kernel.Faults;
import huizhan.kernel.Lang;
import huizhan.kernel.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/** Files in their slots: order, taking away, putting back; objects. The files themselves come by upload. */
@Controller
class SlotPages {
    private final Placing placing;
    private final Pages pages;

    SlotPages(Placing placing, Pages pages) {
        this.placing = placing;
        this.pages = pages;
    }

    /** The inside of a section after something in it changed. */
    @GetMapping("/achievements/{id}/slots/{section}")
    ModelAndView slot(Actor me, Lang lang, @PathVariable("id") UUID id, @PathVariable("section") String section) {
        if (!List.of("pictures", "video", "figures", "objects", "attachments").contains(section)) throw new Faults.NotThere();
        return pages.slot(me, id, section, lang);
    }

    @PostMapping("/achievements/{id}/slots/{slot}/order")
    @ResponseBody
    ResponseEntity<Map<String, Object>> order(Actor me, Lang lang, @PathVariable("id") UUID id, @PathVariable("slot") String slot,
            @RequestParam("id") List<UUID> ids) {
        var no = placing.order(me, id, Slot.of(slot).orElseThrow(Faults.NotThere::new), ids);
        return no.map(why -> ResponseEntity.status(HttpStatus.CONFLICT).body(Map.<String, Object>of("message", why.in(lang))))
            .orElseGet(() -> ResponseEntity.ok(Map.of("version", 1)));
    }

    @PostMapping("/achievements/{id}/files/{file}/place")
    ModelAndView shift(Actor me, Lang lang, @PathVariable("id") UUID id, @PathVariable("file") UUID file, @RequestParam("move") String move) {
        return answer(me, id, placing.shift(me, id, file, move.equals("up")), lang);
    }

    @PostMapping("/achievements/{id}/files/{file}/removal")
    ModelAndView remove(Actor me, Lang lang, @PathVariable("id") UUID id, @PathVariable("file") UUID file) {
        return answer(me, id, placing.remove(me, id, file), lang);
    }

    @PostMapping("/achievements/{id}/files/{file}/return")
    ModelAndView putBack(Actor me, Lang lang, @PathVariable("id") UUID id, @PathVariable("file") UUID file) {
        return answer(me, id, placing.putBack(me, id, file), lang);
    }

    @PostMapping("/achievements/{id}/objects")
    ModelAndView addObject(Actor me, Lang lang, @PathVariable("id") UUID id) {
        return answer(me, id, placing.addObject(me, id).no(), lang);
    }

    @PostMapping("/achievements/{id}/objects/{object}/removal")
    ModelAndView removeObject(Actor me, Lang lang, @PathVariable("id") UUID id, @PathVariable("object") UUID object) {
        return answer(me, id, placing.removeObject(me, id, object), lang);
    }

    private ModelAndView answer(Actor me, UUID id, Optional<Text> no, Lang lang) {
        return no.map(why -> pages.refused(me, id, why.in(lang), lang)).orElseGet(() -> new ModelAndView("redirect:/achievements/" + id));
    }
}
