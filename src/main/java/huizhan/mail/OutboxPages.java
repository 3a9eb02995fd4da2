package huizhan.mail;

import huizhan.kernel.Actor;
import huizhan.kernel.Faults;
import huizhan.kernel.Lang;
import huizhan.web.Flash;
import huizhan.web.Paging;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The organizer's outbox: what was sent, what waits, what failed and why. */
@Controller
class OutboxPages {
    private static final int LINES = 50;
    private final OutboxSql sql;
    private final Outbox outbox;
    private final Desk desk;
    private final OutboxView view;

    OutboxPages(OutboxSql sql, Outbox outbox, Desk desk, OutboxView view) {
        this.sql = sql;
        this.outbox = outbox;
        this.desk = desk;
        this.view = view;
    }

    @GetMapping("/outbox")
    ModelAndView list(Lang lang, @RequestParam(defaultValue = "") String state, @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String department, @RequestParam(defaultValue = "1") int page) {
        var filter = Filter.of(state, kind, department);
        var paging = Paging.of(page, LINES, sql.count(filter));
        return new ModelAndView("mail/outbox", Map.of("page", view.list(filter, paging, lang), "open", outbox.isOpen(), "server", outbox.hasServer()));
    }

    @GetMapping("/outbox/{id}")
    ModelAndView one(Actor me, Lang lang, @PathVariable("id") UUID id) {
        var letter = sql.find(id).orElseThrow(Faults.NotThere::new);
        return new ModelAndView("mail/letter", Map.of("page", view.one(me, letter, lang), "server", outbox.hasServer()));
    }

    @PostMapping("/outbox/{id}/attempts")
    String again(Actor me, Flash flash, @PathVariable("id") UUID id, @RequestParam("seen") int seen) {
        return said(flash, id, desk.again(me, id, seen), "mail.again.done");
    }

    @PostMapping("/outbox/{id}/withdrawal")
    String withdraw(Actor me, Flash flash, @PathVariable("id") UUID id, @RequestParam("seen") int seen) {
        return said(flash, id, desk.withdraw(me, id, seen), "mail.withdraw.done");
    }

    @PostMapping("/outbox/{id}/by-hand")
    String byHand(Actor me, Flash flash, @PathVariable("id") UUID id, @RequestParam("seen") int seen) {
        return said(flash, id, desk.byHand(me, id, seen), "mail.by-hand.done");
    }

    private static String said(Flash flash, UUID id, boolean done, String key) {
        if (done) flash.good(key);
        else flash.bad("mail.changed");
        return "redirect:/outbox/" + id;
    }
}
