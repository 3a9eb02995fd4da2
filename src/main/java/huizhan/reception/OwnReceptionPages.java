package huizhan.reception;

import huizhan.kernel.Actor;
import huizhan.kernel.Faults;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** What arrived, as the department sees it: its parcels, receipts, and what it is asked to correct (B17, B19). */
@Controller
class OwnReceptionPages {
    static final String HOME = "/nomination/reception";
    private final Checklists checklists;
    private final ChecklistViews lists;
    private final Slips slips;
    private final SlipViews views;
    private final Receptions receptions;

    OwnReceptionPages(Checklists checklists, ChecklistViews lists, Slips slips, SlipViews views, Receptions receptions) {
        this.checklists = checklists;
        this.lists = lists;
        this.slips = slips;
        this.views = views;
        this.receptions = receptions;
    }

    @GetMapping(HOME)
    ModelAndView own(Actor me) {
        var list = checklists.own(me);
        var reach = checklists.own();
        var backs = slips.returns(me.owner(), reach).stream().map(each -> SlipViews.Back.of(each, list, receptions.today())).toList();
        return new ModelAndView("reception/own", Map.of("page", lists.of(list, java.util.Optional.empty()), "receipts", slips.receipts(me.owner(), reach), "returns", backs));
    }

    @GetMapping(HOME + "/receipts/{receipt}")
    ModelAndView receipt(Actor me, @PathVariable("receipt") UUID id) {
        var found = slips.receipts(me.owner(), checklists.own()).stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow(Faults.NotThere::new);
        return new ModelAndView("reception/receipt", "page", views.of(found, checklists.own(me), HOME));
    }

    @GetMapping(HOME + "/returns/{return}")
    ModelAndView back(Actor me, @PathVariable("return") UUID id) {
        var found = slips.returns(me.owner(), checklists.own()).stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow(Faults.NotThere::new);
        return new ModelAndView("reception/return", Map.of("page", views.of(found, checklists.own(me), HOME), "contact", checklists.contact()));
    }
}
