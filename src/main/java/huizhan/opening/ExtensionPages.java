package huizhan.opening;

import huizhan.kernel.Actor;
import huizhan.kernel.Lang;
import huizhan.web.Dates;
import huizhan.web.Flash;
import java.util.HashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A department asks for more time and reads the answer (B18). */
@Controller
class ExtensionPages {
    private final Extensions extensions;
    private final OpenCall open;

    ExtensionPages(Extensions extensions, OpenCall open) {
        this.extensions = extensions;
        this.open = open;
    }

    @GetMapping("/extension")
    ModelAndView page(Actor me, Lang lang) {
        return page(me, Map.of(), HttpStatus.OK, lang);
    }

    @PostMapping("/extension")
    ModelAndView ask(Actor me, Lang lang, Flash flash, @RequestParam(name = "wanted", defaultValue = "") String wanted,
            @RequestParam(name = "reason", defaultValue = "") String reason) {
        var no = extensions.ask(me, wanted, reason);
        if (no.isPresent()) {
            return page(me, Map.of("refused", no.get().in(lang), "wanted", wanted, "reason", reason), HttpStatus.UNPROCESSABLE_CONTENT, lang);
        }
        flash.good("opening.extension.done");
        return new ModelAndView("redirect:/extension");
    }

    private ModelAndView page(Actor me, Map<String, String> typed, HttpStatus status, Lang lang) {
        var asked = extensions.of(me.owner());
        var model = new HashMap<String, Object>(Map.of("refused", "", "wanted", "", "reason", ""));
        model.putAll(typed);
        model.put("asked", asked);
        model.put("waiting", asked.stream().anyMatch(each -> each.answer().isEmpty()));
        model.put("permit", open.extension(me.owner()));
        model.put("end", Dates.moment(lang, Dates.last(open.end(me.owner()))));
        model.put("over", !open.isOpen(me.owner()));
        model.put("first", extensions.first(me.owner()).toString());
        return new ModelAndView("opening/extension", model, status);
    }
}
