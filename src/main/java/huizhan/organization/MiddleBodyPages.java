package huizhan.organization;

import huizhan.kernel.Actor;
import huizhan.kernel.Faults;
import huizhan.organization.PeopleViews.Input;
import huizhan.web.Flash;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A department makes, changes and closes the bodies between itself and its units (B7). */
@Controller
class MiddleBodyPages {
    private static final String THERE = "organization.middle.there";
    private final MiddleBodies bodies;
    private final PeopleViews views;

    MiddleBodyPages(MiddleBodies bodies, PeopleViews views) {
        this.bodies = bodies;
        this.views = views;
    }

    /** Why a body can't be called so: the key, and the name that is there already. */
    private record Wrong(String key, String there) {}

    @PostMapping("/middle-bodies")
    ModelAndView add(Actor me, HttpServletRequest request, Flash flash, @RequestParam(defaultValue = "") String bodyName) {
        var name = bodyName.strip();
        var wrong = wrong(me, name, Optional.empty());
        if (wrong.isPresent()) return refused(me, request, Optional.empty(), Map.of("bodyName", name), wrong.get());
        try {
            var body = bodies.add(me, name);
            flash.good("organization.middle.added", name);
            return new ModelAndView("redirect:/people#b-" + body.id());
        } catch (DuplicateKeyException e) {
            return refused(me, request, Optional.empty(), Map.of("bodyName", name), wrong(me, name, Optional.empty()).orElse(new Wrong(THERE, name)));
        }
    }

    @PostMapping("/middle-bodies/{id}")
    ModelAndView change(Actor me, HttpServletRequest request, @PathVariable UUID id, Flash flash, @RequestParam(defaultValue = "") String bodyName,
            @RequestParam(defaultValue = "false") boolean invites, @RequestParam boolean open) {
        var body = bodies.find(me.owner(), id).orElseThrow(Faults.NotThere::new);
        var name = bodyName.strip();
        var typed = Map.of("bn-" + id, name, "bi-" + id, Boolean.toString(invites));
        var wrong = name.equals(body.name()) ? Optional.<Wrong>empty() : wrong(me, name, Optional.of(id));
        if (wrong.isPresent()) return refused(me, request, Optional.of(id), typed, wrong.get());
        try {
            bodies.change(me, body, name, invites, open);
            flash.good(open ? "organization.middle.changed" : "organization.middle.closed-now", name);
            return new ModelAndView("redirect:/people#b-" + id);
        } catch (DuplicateKeyException e) {
            return refused(me, request, Optional.of(id), typed, wrong(me, name, Optional.of(id)).orElse(new Wrong(THERE, name)));
        }
    }

    private ModelAndView refused(Actor me, HttpServletRequest request, Optional<UUID> id, Map<String, String> typed, Wrong wrong) {
        bodies.refused(me, id, wrong.key());
        return views.page(me, request, Input.of(typed, id.map(own -> "bn-" + own).orElse("bodyName"), wrong.key(), wrong.there()));
    }

    private Optional<Wrong> wrong(Actor me, String name, Optional<UUID> own) {
        if (!Typed.isName(name)) return Optional.of(new Wrong("organization.middle.name-wanted", ""));
        return bodies.named(me.owner(), name, own).map(each -> new Wrong(each.isOpen() ? THERE : "organization.middle.there.closed", each.name()));
    }
}
