package huizhan.organization.cards;

import huizhan.kernel.Actor;
import huizhan.kernel.Faults;
import huizhan.kernel.Lang;
import huizhan.kernel.Role;
import huizhan.organization.Accounts;
import huizhan.web.Flash;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The key cards: the organizer and each department look after their own, and read the one to which they seal (C2). */
@Controller
class KeyPages {
    private static final String OF_ORGANIZER = "/keys/organizer.card";
    private static final String OF_DEPARTMENT = "/keys/department.card";
    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);
    private final KeyCards cards;
    private final Accounts accounts;

    KeyPages(KeyCards cards, Accounts accounts) {
        this.cards = cards;
        this.accounts = accounts;
    }

    @GetMapping("/keys")
    ModelAndView page(Actor me) {
        return page(me, "", "");
    }

    @PostMapping("/keys")
    ModelAndView put(Actor me, Lang lang, Flash flash, @RequestParam(name = "file", required = false) Optional<MultipartFile> file,
            @RequestParam(name = "card", defaultValue = "") String card, @RequestParam(name = "seen", defaultValue = "0") int seen) throws IOException {
        try (var stream = file.isPresent() ? file.get().getInputStream() : InputStream.nullInputStream()) {
            var sent = Sent.of(stream, card);
            var no = cards.put(me, sent, seen);
            if (no.isPresent()) return page(me, sent.shown(), no.get().in(lang));
        }
        flash.good("organization.keys.put");
        return new ModelAndView("redirect:/keys");
    }

    @PostMapping("/keys/{fingerprint}/withdrawal")
    ModelAndView withdraw(Actor me, Lang lang, Flash flash, @PathVariable("fingerprint") String fingerprint) {
        var no = cards.withdraw(me, fingerprint);
        if (no.isPresent()) return page(me, "", no.get().in(lang));
        flash.good("organization.keys.withdrawn");
        return new ModelAndView("redirect:/keys");
    }

    @GetMapping(OF_ORGANIZER)
    ResponseEntity<String> organizers() {
        return file(cards.inForce(Owner.ORGANIZER));
    }

    @GetMapping(OF_DEPARTMENT)
    ResponseEntity<String> departments(Actor me) {
        return file(cards.inForce(Owner.department(me.owner())));
    }

    private static ResponseEntity<String> file(Optional<KeyCard> card) {
        var keys = card.orElseThrow(Faults.NotThere::new).keys();
        var disposition = ContentDisposition.attachment().filename(keys.id() + ".card").build();
        return ResponseEntity.ok().contentType(TEXT).header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString()).body(keys.card() + "\n");
    }

    private ModelAndView page(Actor me, String pasted, String why) {
        var page = me.is(Role.ORGANIZER) || me.ofDepartment() ? ofKeeper(me, pasted, why) : ofUnit(me);
        return new ModelAndView("organization/keys", Map.of("page", page), why.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private KeysPage ofUnit(Actor me) {
        return new KeysPage("unit", read(Owner.department(me.owner()), OF_DEPARTMENT), List.of(), 0, Optional.empty(), "", "");
    }

    private KeysPage ofKeeper(Actor me, String pasted, String why) {
        var organizer = me.is(Role.ORGANIZER);
        var all = cards.of(Owner.of(me));
        var own = newest(all.stream().findFirst(), each -> name(each.by()), organizer ? OF_ORGANIZER : OF_DEPARTMENT);
        var organizers = organizer ? Optional.<KeysPage.Newest>empty() : Optional.of(read(Owner.ORGANIZER, OF_ORGANIZER));
        return new KeysPage(organizer ? "organizer" : "department", own, earlier(all), all.size(), organizers, pasted, why);
    }

    /** Another's, to seal to: who put it is not the reader's business. */
    private KeysPage.Newest read(Owner owner, String place) {
        return newest(cards.newest(owner), each -> "", place);
    }

    private static KeysPage.Newest newest(Optional<KeyCard> card, Function<KeyCard, String> by, String place) {
        return new KeysPage.Newest(card.filter(KeyCard::stands).map(each -> KeysPage.Card.of(each, by.apply(each), place)), card.filter(each -> !each.stands()).isPresent());
    }

    private List<KeysPage.Earlier> earlier(List<KeyCard> all) {
        var earlier = new ArrayList<KeysPage.Earlier>();
        for (var i = 0; i < all.size(); i++) {
            var card = all.get(i);
            if (i == 0 && card.stands()) continue;
            var ended = card.withdrawal().orElseGet(replacedBy(all.get(Math.max(0, i - 1))));
            earlier.add(new KeysPage.Earlier(KeysPage.named(card.keys()), card.keys().id(), card.keys().fingerprint().grouped(), card.at(), name(card.by()),
                ended.at(), !card.stands(), name(ended.by())));
        }
        return earlier;
    }

    private static Supplier<KeyCard.Withdrawal> replacedBy(KeyCard next) {
        return () -> new KeyCard.Withdrawal(next.at(), next.by());
    }

    private String name(UUID account) {
        return accounts.nameOf(account).orElse("");
    }
}
