package huizhan.organization;

import huizhan.kernel.Actor;
import huizhan.kernel.Faults;
import huizhan.web.Flash;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
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
        if (refused(me, name, Optional.empty(), flash)) return "redirect:/people#bodies";
        try {
            var body = bodies.add(me, name);
            flash.good("organization.middle.added", name);
            return "redirect:/people#b-" + body.id();
        } catch (DuplicateKeyException e) {
            flash.bad("organization.middle.there", name);
            return "redirect:/people#bodies";
        }
    }

    @PostMapping("/middle-bodies/{id}")
    String change(Actor me, @PathVariable UUID id, Flash flash, @RequestParam(defaultValue = "") String bodyName,
            @RequestParam(defaultValue = "false") boolean invites, @RequestParam boolean open) {
        var body = bodies.find(me.owner(), id).orElseThrow(Faults.NotThere::new);
        var name = bodyName.strip();
        if (!refused(me, name, Optional.of(id), flash)) change(me, body, name, invites, open, flash);
        return "redirect:/people#b-" + id;
    }

    private void change(Actor me, MiddleBody body, String name, boolean invites, boolean open, Flash flash) {
        try {
            bodies.change(me, body, name, invites, open);
            flash.good(open ? "organization.middle.changed" : "organization.middle.closed-now", name);
        } catch (DuplicateKeyException e) {
            flash.bad("organization.middle.there", name);
        }
    }

    private boolean refused(Actor me, String name, Optional<UUID> own, Flash flash) {
        if (!Typed.isName(name)) {
            flash.bad("organization.middle.name-wanted");
            return true;
        }
        var same = bodies.named(me.owner(), name).filter(each -> !Optional.of(each.id()).equals(own));
        same.ifPresent(each -> flash.bad(each.isOpen() ? "organization.middle.there" : "organization.middle.there.closed", each.name()));
        return same.isPresent();
    }
}
