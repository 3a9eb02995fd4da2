package huizhan.turning;

import huizhan.disc.Capacity;
import huizhan.kernel.Actor;
import huizhan.kernel.Faults;
import huizhan.kernel.Lang;
import huizhan.kernel.Text;
import huizhan.web.Flash;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.Map;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Sending an achievement away from the open network, in two steps on one page (A4, C2). */
@Controller
class TurningPages {
    private static final String PLACE = "/achievements/{id}/disclosure";
    private final Turnings turnings;

    TurningPages(Turnings turnings) {
        this.turnings = turnings;
    }

    /** {@code templates/turning/page.html}. */
    record Page(UUID id, String name, String closed, boolean department, Optional<Card> card, List<Disc> discs, boolean fresh, String refused) {}

    record Card(String holder, String fingerprint) {}

    record Disc(int number, int count, String name, String size, String digest) {}

    @GetMapping(PLACE)
    ModelAndView ask(Actor me, Lang lang, @PathVariable("id") UUID id) {
        return page(me, lang, id, Optional.empty());
    }

    @PostMapping(PLACE + "/discs")
    ModelAndView make(Actor me, Lang lang, Flash flash, @PathVariable("id") UUID id, @RequestParam(name = "capacity", defaultValue = "dvd") String capacity) {
        var no = turnings.make(me, id, Capacity.typed(capacity));
        if (no.isPresent()) return page(me, lang, id, no);
        flash.good("turning.made");
        return new ModelAndView("redirect:/achievements/" + id + "/disclosure#s-discs");
    }

    /** One image, with ranges, so that a broken download goes on. */
    @GetMapping(PLACE + "/discs/{number}")
    ResponseEntity<Resource> image(Actor me, @PathVariable("id") UUID id, @PathVariable("number") int number) {
        return download(turnings.image(me, id, number).orElseThrow(Faults.NotThere::new));
    }

    /** The sheet to cut out for the disc and its case. */
    @GetMapping(PLACE + "/discs/{number}/label.pdf")
    ResponseEntity<Resource> label(Actor me, @PathVariable("id") UUID id, @PathVariable("number") int number) {
        return download(turnings.image(me, id, number).flatMap(SealedCopies::label).orElseThrow(Faults.NotThere::new));
    }

    static ResponseEntity<Resource> download(java.nio.file.Path file) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_OCTET_STREAM).cacheControl(CacheControl.noStore())
            .header("Content-Disposition", "attachment; filename=\"" + file.getFileName() + "\"").header("X-Content-Type-Options", "nosniff")
            .body(new FileSystemResource(file));
    }

    @PostMapping(PLACE)
    ModelAndView turn(Actor me, Lang lang, Flash flash, @PathVariable("id") UUID id, @RequestParam(name = "saved", defaultValue = "") String saved) {
        var no = turnings.turn(me, id, saved.equals("yes"));
        if (no.isPresent()) return page(me, lang, id, no);
        flash.good(me.ofDepartment() ? "turning.turned.department" : "turning.turned.unit");
        return new ModelAndView("redirect:" + (me.ofDepartment() ? "/nomination" : "/achievements"));
    }

    private ModelAndView page(Actor me, Lang lang, UUID id, Optional<Text> refused) {
        var state = turnings.state(me, id);
        var discs = state.discs().stream().map(each -> new Disc(each.number(), each.count(), each.name(), String.format(Locale.ROOT, "%.1f MB", each.bytes() / 1e6), each.digest())).toList();
        var page = new Page(id, state.name(), state.closed().map(text -> text.in(lang)).orElse(""), me.ofDepartment(),
            state.card().map(card -> new Card(card.holder(), card.fingerprint().grouped())), discs, state.fresh(), refused.map(text -> text.in(lang)).orElse(""));
        return new ModelAndView("turning/page", Map.of("page", page), refused.isPresent() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
    }
}
