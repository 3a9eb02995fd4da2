package huizhan.reception;

import huizhan.kernel.Actor;
import huizhan.kernel.Faults;
import huizhan.reception.Slips.Wish;
import huizhan.web.Flash;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Reception's own sheets: made here, and read or printed again later (B17, B19). */
@Controller
class SlipPages {
    private final Slips slips;
    private final SlipViews views;
    private final Checklists checklists;
    private final ChecklistPages pages;

    SlipPages(Slips slips, SlipViews views, Checklists checklists, ChecklistPages pages) {
        this.slips = slips;
        this.views = views;
        this.checklists = checklists;
        this.pages = pages;
    }

    private static String home(UUID department) {
        return MatrixPages.HOME + "/" + department;
    }

    @PostMapping("/reception/{department}/receipts")
    ModelAndView receipt(Actor me, Flash flash, @PathVariable("department") UUID department, @RequestParam(name = "part", defaultValue = "") String part) {
        var made = slips.receipt(me, department, Part.of(part).orElseThrow(Faults.NotThere::new));
        if (made.isEmpty()) {
            flash.bad("reception.receipt.nothing");
            return new ModelAndView("redirect:" + home(department));
        }
        return new ModelAndView("redirect:" + home(department) + "/receipts/" + made.get().id());
    }

    @GetMapping("/reception/{department}/receipts/{receipt}")
    ModelAndView receipt(Actor me, @PathVariable("department") UUID department, @PathVariable("receipt") UUID id) {
        var list = checklists.of(me, department);
        var found = slips.receipts(department, checklists.reach(me)).stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow(Faults.NotThere::new);
        return new ModelAndView("reception/receipt", "page", views.of(found, list, home(department)));
    }

    @PostMapping("/reception/{department}/returns")
    ModelAndView giveBack(Actor me, Flash flash, @PathVariable("department") UUID department, @RequestParam Map<String, String> form,
            @RequestParam(name = "item", required = false) List<String> items) {
        var wish = new Wish(form.getOrDefault("part", ""), items == null ? List.of() : items, form.getOrDefault("reason", ""), form.getOrDefault("due", ""));
        var no = slips.giveBack(me, department, wish);
        if (no.isPresent()) {
            return pages.page(me, department, ChecklistPages.No.of(wish, no.get()));
        }
        flash.good("reception.return.done");
        return new ModelAndView("redirect:" + home(department) + "#slips");
    }

    @GetMapping("/reception/{department}/returns/{return}")
    ModelAndView back(Actor me, @PathVariable("department") UUID department, @PathVariable("return") UUID id) {
        var list = checklists.of(me, department);
        var found = slips.returns(department, checklists.reach(me)).stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow(Faults.NotThere::new);
        return new ModelAndView("reception/return", Map.of("page", views.of(found, list, home(department)), "contact", checklists.contact()));
    }
}
