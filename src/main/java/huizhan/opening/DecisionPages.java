package huizhan.opening;

import huizhan.kernel.Actor;
import huizhan.kernel.Faults;
import java.util.Arrays;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** A person of a department has read what was decided about it. */
@Controller
class DecisionPages {
    private final Decisions decisions;

    DecisionPages(Decisions decisions) {
        this.decisions = decisions;
    }

    @PostMapping("/decisions/{kind}/{id}/reading")
    String read(Actor me, @PathVariable("kind") String kind, @PathVariable("id") UUID id) {
        decisions.read(me, Arrays.stream(Decision.Kind.values()).filter(each -> each.code().equals(kind)).findFirst().orElseThrow(Faults.NotThere::new), id);
        return "redirect:/";
    }
}
