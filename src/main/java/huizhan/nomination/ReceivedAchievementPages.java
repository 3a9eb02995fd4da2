package huizhan.nomination;

import huizhan.kernel.Lang;
import huizhan.web.PrintedPage;
import huizhan.web.Stencils;
import huizhan.web.Texts;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The organizer's list of all achievements that came in: look for some, narrow, sort (A14, B10). */
@Controller
class ReceivedAchievementPages {
    private final ReceivedAchievements received;
    private final ReceivedPrints prints;
    private final Tabs tabs;

    ReceivedAchievementPages(ReceivedAchievements received, Stencils stencils, Texts texts, Tabs tabs) {
        this.received = received;
        this.prints = new ReceivedPrints(stencils, texts, received.call());
        this.tabs = tabs;
    }

    @GetMapping("/nominations/achievements")
    ModelAndView list(Lang lang, @RequestParam Map<String, String> asked, @RequestParam(defaultValue = "1") int page) {
        var filter = ReceivedFilter.of(asked);
        PrintedPage shown = prints.page(filter, received.part(filter, page), tabs.all(), lang);
        return new ModelAndView(shown);
    }
}
