package huizhan.desk;

import huizhan.kernel.Actor;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Removing everything from this machine when the work is done (A4). */
@Controller
@ConditionalOnProperty(name = "huizhan.zone", havingValue = "desk")
class WipePages {
    private final Desks desks;
    private final ApplicationEventPublisher events;

    WipePages(Desks desks, ApplicationEventPublisher events) {
        this.desks = desks;
        this.events = events;
    }

    @GetMapping("/desk/wipe")
    ModelAndView ask() {
        return page("desk/wipe", false, HttpStatus.OK);
    }

    @PostMapping("/desk/wipe")
    ModelAndView wipe(Actor me, @RequestParam(defaultValue = "") String sure) {
        if (!sure.equals("yes")) return page("desk/wipe", true, HttpStatus.UNPROCESSABLE_CONTENT);
        events.publishEvent(new WipeAsked());
        return page("desk/wiped", false, HttpStatus.OK);
    }

    private ModelAndView page(String view, boolean unsure, HttpStatus status) {
        return new ModelAndView(view, Map.of("data", desks.data().toString(), "unsure", unsure), status);
    }
}
