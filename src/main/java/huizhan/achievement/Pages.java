package huizhan.achievement;

import huizhan.kernel.Actor;
import huizhan.kernel.Lang;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/** The page of one achievement, as more than one handler answers with it. */
final class Pages {
    private final Guard guard;
    private final Drafts drafts;
    private final PageMaker maker;

    Pages(Guard guard, Drafts drafts, PageMaker maker) {
        this.guard = guard;
        this.drafts = drafts;
        this.maker = maker;
    }

    Draft draft(Actor me, UUID id) {
        return drafts.of(guard.see(me, id));
    }

    ModelAndView page(Actor me, UUID id, Lang lang) {
        return new ModelAndView("achievement/page", Map.of("page", maker.page(me, draft(me, id), lang)));
    }

    /** The same page after a refusal: what was typed stands in it, and above it why it wasn't kept. */
    ModelAndView refused(Actor me, Draft typed, Map<String, String> why, Lang lang) {
        var model = new HashMap<String, Object>();
        model.put("page", maker.page(me, typed, lang));
        model.put("refused", why);
        return new ModelAndView("achievement/page", model, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    ModelAndView refused(Actor me, UUID id, String why, Lang lang) {
        return refused(me, draft(me, id), Map.of("main", why), lang);
    }

    ModelAndView part(String template, Map<String, ?> model) {
        return new ModelAndView(template, model);
    }

    PageMaker maker() {
        return maker;
    }
}
