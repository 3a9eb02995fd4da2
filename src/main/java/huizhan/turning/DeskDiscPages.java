package huizhan.turning;

import huizhan.disc.Capacity;
import huizhan.kernel.Actor;
import huizhan.kernel.Faults;
import huizhan.kernel.Lang;
import huizhan.kernel.Text;
import huizhan.web.Flash;
import huizhan.web.Sizes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The discs that a unit makes at its desk of one achievement (C1, C2). */
@Controller
@ConditionalOnProperty(name = "huizhan.zone", havingValue = "desk")
class DeskDiscPages {
    private static final String PLACE = "/achievements/{id}/discs";
    private final DeskDiscs discs;

    DeskDiscPages(DeskDiscs discs) {
        this.discs = discs;
    }

    /** {@code templates/turning/disc.html}. */
    record Page(UUID id, String name, int errors, Optional<TurningPages.Card> card, List<TurningPages.Disc> discs, boolean fresh, String refused) {}

    @GetMapping(PLACE)
    ModelAndView page(Actor me, Lang lang, @PathVariable("id") UUID id) {
        return page(me, lang, id, Optional.empty());
    }

    private ModelAndView page(Actor me, Lang lang, UUID id, Optional<Text> refused) {
        var state = discs.state(me, id);
        var made = state.discs().stream().map(each -> new TurningPages.Disc(each.number(), each.count(), each.name(), Sizes.bytes(each.bytes()), each.digest())).toList();
        var page = new Page(id, state.name(), state.errors(), state.card().map(card -> new TurningPages.Card(card.holder(), card.fingerprint().grouped())), made, state.fresh(),
            refused.map(text -> text.in(lang)).orElse(""));
        return new ModelAndView("turning/disc", Map.of("page", page), refused.isPresent() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
    }

    @PostMapping(PLACE)
    ModelAndView make(Actor me, Lang lang, Flash flash, @PathVariable("id") UUID id, @RequestParam(name = "capacity", defaultValue = "dvd") String capacity) {
        var no = discs.make(me, id, Capacity.typed(capacity));
        if (no.isPresent()) return page(me, lang, id, no);
        flash.good("turning.desk.made");
        return new ModelAndView("redirect:/achievements/" + id + "/discs");
    }

    /** One image, with ranges, so that a broken download goes on. */
    @GetMapping(PLACE + "/{number}")
    ResponseEntity<Resource> image(Actor me, @PathVariable("id") UUID id, @PathVariable("number") int number) {
        return TurningPages.download(discs.image(me, id, number).orElseThrow(Faults.NotThere::new));
    }

    /** The sheet to cut out for the disc and its case. */
    @GetMapping(PLACE + "/{number}/label.pdf")
    ResponseEntity<Resource> label(Actor me, @PathVariable("id") UUID id, @PathVariable("number") int number) {
        var image = discs.image(me, id, number).orElseThrow(Faults.NotThere::new);
        return TurningPages.download(SealedCopies.label(image).orElseThrow(Faults.NotThere::new));
    }
}
