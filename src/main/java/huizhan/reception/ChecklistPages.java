package huizhan.reception;

import huizhan.kernel.Actor;
import huizhan.kernel.Faults;
import huizhan.kernel.Text;
import huizhan.kernel.Zone;
import huizhan.opening.OpenCall;
import huizhan.reception.ChecklistView.Refusal;
import huizhan.reception.Slips.Wish;
import huizhan.web.Flash;
import java.util.Arrays;
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

/** One department at reception: its parcels, and the checklist of what was found in them (A12, A13, B16, B27). */
@Controller
class ChecklistPages {
    private final Receptions receptions;
    private final Checklists checklists;
    private final ChecklistViews views;
    private final Slips slips;
    private final OpenCall open;
    private final Zone zone;

    ChecklistPages(Receptions receptions, Checklists checklists, ChecklistViews views, Slips slips, OpenCall open, Zone zone) {
        this.receptions = receptions;
        this.checklists = checklists;
        this.views = views;
        this.slips = slips;
        this.open = open;
        this.zone = zone;
    }

    /**
     * What was refused, and where.
     *
     * @param about the item's or the parcel's; empty for a new parcel
     * @param wish  a return as it was typed
     */
    record No(Optional<Refusal> item, Optional<ParcelForm> parcel, String about, Optional<Wish> wish, Optional<Text> why) {
        static final No NONE = new No(Optional.empty(), Optional.empty(), "", Optional.empty(), Optional.empty());

        static No of(Wish wish, Text why) {
            return new No(Optional.empty(), Optional.empty(), "", Optional.of(wish), Optional.of(why));
        }
    }

    @GetMapping("/reception/{department}")
    ModelAndView checklist(Actor me, @PathVariable("department") UUID department) {
        return page(me, department, No.NONE);
    }

    @PostMapping("/reception/{department}/parcels")
    ModelAndView parcel(Actor me, Flash flash, @PathVariable("department") UUID department, @RequestParam Map<String, String> form) {
        var typed = ParcelForm.of(form);
        var no = receptions.note(me, department, typed);
        if (no.isPresent()) {
            return page(me, department, new No(Optional.empty(), Optional.of(typed), "", Optional.empty(), no));
        }
        flash.good("reception.parcel.noted");
        return back(department, "parcels");
    }

    @PostMapping("/reception/{department}/parcels/{parcel}/withdrawal")
    ModelAndView withdraw(Actor me, Flash flash, @PathVariable("department") UUID department, @PathVariable("parcel") UUID parcel,
            @RequestParam(name = "reason", defaultValue = "") String reason) {
        var no = receptions.withdraw(me, department, parcel, reason);
        if (no.isPresent()) {
            return page(me, department, new No(Optional.empty(), Optional.empty(), parcel.toString(), Optional.empty(), no));
        }
        flash.good("reception.parcel.withdrawn.done");
        return back(department, "parcels");
    }

    @PostMapping("/reception/{department}/items/{item}")
    ModelAndView item(Actor me, Flash flash, @PathVariable("department") UUID department, @PathVariable("item") String key, @RequestParam Map<String, String> form) {
        var item = Item.of(key).orElseThrow(Faults.NotThere::new);
        var typed = ItemForm.of(form);
        var no = receptions.note(me, department, item, typed);
        if (no.isPresent()) {
            return page(me, department, new No(Optional.of(new Refusal(item, typed, no.get())), Optional.empty(), key, Optional.empty(), no));
        }
        flash.good("reception.item.noted");
        return back(department, "i-" + key);
    }

    @PostMapping("/reception/{department}/heaps/{part}/{item}")
    ModelAndView heap(Actor me, Flash flash, @PathVariable("department") UUID department, @PathVariable("part") String part, @PathVariable("item") String item) {
        var achievement = Item.of("open.stamp." + item).orElseThrow(Faults.NotThere::new).achievement();
        int ticked = receptions.here(me, department, Part.of(part).orElseThrow(Faults.NotThere::new), achievement);
        flash.good("reception.heap.noted", ticked);
        return back(department, "h-" + part + (achievement.isPresent() ? ".achievement." + item : ".papers"));
    }

    private static ModelAndView back(UUID department, String place) {
        return new ModelAndView("redirect:/reception/" + department + "#" + place);
    }

    ModelAndView page(Actor me, UUID department, No no) {
        var list = checklists.of(me, department);
        var reach = checklists.reach(me);
        var model = new java.util.HashMap<String, Object>();
        model.put("page", views.of(list, no.item()));
        model.put("department", department);
        model.put("mine", Arrays.stream(Part.values()).filter(reach::has).toList());
        model.put("channels", Arrays.stream(Channel.values()).filter(each -> reach.has(each.part())).map(Channel::code).toList());
        model.put("form", no.parcel().orElseGet(() -> ParcelForm.blank(receptions.today())));
        model.put("parcelRefused", no.parcel().isPresent());
        model.put("about", no.about());
        model.put("why", no.why());
        model.put("wish", no.wish().orElse(null));
        model.put("today", receptions.today());
        model.put("dispatchCounts", open.call().deadline().dispatchCounts());
        model.put("openZone", zone == Zone.OPEN);
        model.put("receipts", slips.receipts(department, reach));
        model.put("returns", slips.returns(department, reach).stream().map(each -> SlipViews.Back.of(each, list, receptions.today())).toList());
        return new ModelAndView("reception/checklist", model, no.why().isPresent() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
    }
}
