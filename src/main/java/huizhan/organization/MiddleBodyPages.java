package huizhan.organization;

import huizhan.kernel.Actor;
import huizhan.kernel.Faults;
import huizhan.web.Flash;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A department makes, changes and closes the bodies between itself and its units (B7). */
@Controller
class MiddleBodyPages {
    private final MiddleBodies bodies;

    MiddleBodyPages(MiddleBodies bodies) {
        this.bodies = bodies;
    }

    @PostMapping("/middle-bodies")
    String add(Actor me, Flash flash, @RequestParam(defaultValue = "") String bodyName) {
        var name = bodyName.strip();
        if (refused(me, name, null, flash)) return "redirect:/people#bodies";
        var body = bodies.add(me, name);
        flash.good("organization.middle.added", name);
        return "redirect:/people#b-" + body.id();
    }

    @PostMapping("/middle-bodies/{id}")
    String change(Actor me, @PathVariable UUID id, Flash flash, @RequestParam(defaultValue = "") String bodyName,
            @RequestParam(defaultValue = "false") boolean invites, @RequestParam boolean open) {
        var body = bodies.find(me.owner(), id).orElseThrow(Faults.NotThere::new);
        var name = bodyName.strip();
        if (!refused(me, name, id, flash)) {
            bodies.change(me, body, name, invites, open);
            flash.good(open ? "organization.middle.changed" : "organization.middle.closed-now", name);
        }
        return "redirect:/people#b-" + id;
    }

    private boolean refused(Actor me, String name, @org.jspecify.annotations.Nullable UUID own, Flash flash) {
        if (!Typed.isName(name)) {
            flash.bad("organization.middle.name-wanted");
            return true;
        }
        if (bodies.of(me.owner()).stream().anyMatch(each -> each.name().equals(name) && !each.id().equals(own))) {
            flash.bad("organization.middle.there", name);
            return true;
        }
        return false;
    }
}
