package huizhan.nomination;

import huizhan.disc.Capacity;
import huizhan.folder.SealedLabels;
import huizhan.kernel.Actor;
import huizhan.kernel.Faults;
import huizhan.kernel.Lang;
import huizhan.kernel.Plain;
import huizhan.kernel.Text;
import huizhan.keys.KeyFault;
import huizhan.keys.PrivateKeys;
import huizhan.web.Flash;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The sealed discs of a sign-off at a department's desk (C1, C2). */
@Controller
@ConditionalOnProperty(name = "huizhan.zone", havingValue = "desk")
class SealedPartPages {
    private static final String PLACE = ReceiptPages.HOME + "/{revision}/sealed";
    private static final int MOST = 20_000;
    private final SealedPart part;
    private final Receipts receipts;

    SealedPartPages(SealedPart part, Receipts receipts) {
        this.part = part;
        this.receipts = receipts;
    }

    /** {@code templates/nomination/sealed.html}. */
    record Page(UUID revision, int items, boolean needed, Optional<Card> card, List<SealedPartSql.Image> images, String refused) {}

    record Card(String holder, String fingerprint) {}

    @GetMapping(PLACE)
    ModelAndView page(Actor me, Lang lang, @PathVariable("revision") UUID revision) {
        return page(me, lang, revision, Optional.empty());
    }

    private ModelAndView page(Actor me, Lang lang, UUID revision, Optional<Text> refused) {
        var state = part.state(me, revision);
        var page = new Page(revision, state.items(), state.needed(), state.card().map(card -> new Card(Plain.line(card.holder()), card.fingerprint().grouped())), state.images(),
            refused.map(text -> text.in(lang)).orElse(""));
        return new ModelAndView("nomination/sealed", Map.of("page", page), refused.isPresent() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
    }

    @PostMapping(PLACE)
    ModelAndView make(Actor me, Lang lang, Flash flash, @PathVariable("revision") UUID revision, @RequestParam(name = "file", required = false) Optional<MultipartFile> key,
            @RequestParam(name = "passphrase", defaultValue = "") String passphrase, @RequestParam(name = "capacity", defaultValue = "dvd") String capacity) throws IOException {
        if (!receipts.of(me, revision).signature().holds()) throw new Faults.NotThere();
        Optional<PrivateKeys> signer;
        try {
            signer = signer(key, passphrase);
        } catch (KeyFault no) {
            return page(me, lang, revision, Optional.of(no.reason()));
        }
        var no = part.make(me, revision, Capacity.typed(capacity), signer);
        if (no.isPresent()) return page(me, lang, revision, no);
        flash.good("nomination.sealed.made");
        return new ModelAndView("redirect:" + ReceiptPages.HOME + "/" + revision + "/sealed");
    }

    /** Read in memory, used once, kept nowhere. */
    private static Optional<PrivateKeys> signer(Optional<MultipartFile> key, String passphrase) throws IOException, KeyFault {
        if (key.isEmpty() || key.get().isEmpty()) return Optional.empty();
        var word = passphrase.toCharArray();
        try (var in = key.get().getInputStream()) {
            return Optional.of(PrivateKeys.read(new String(in.readNBytes(MOST + 1), StandardCharsets.UTF_8), word));
        } finally {
            Arrays.fill(word, ' ');
        }
    }

    /** One image, with ranges, so that a broken download goes on. */
    @GetMapping(PLACE + "/{number}")
    ResponseEntity<Resource> image(Actor me, @PathVariable("revision") UUID revision, @PathVariable("number") int number) {
        return download(part.image(me, revision, number).orElseThrow(Faults.NotThere::new));
    }

    @GetMapping(PLACE + "/{number}/label.pdf")
    ResponseEntity<Resource> label(Actor me, @PathVariable("revision") UUID revision, @PathVariable("number") int number) {
        return download(part.image(me, revision, number).map(SealedLabels::beside).filter(Files::isRegularFile).orElseThrow(Faults.NotThere::new));
    }

    private static ResponseEntity<Resource> download(Path file) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_OCTET_STREAM).cacheControl(CacheControl.noStore())
            .header("Content-Disposition", "attachment; filename=\"" + file.getFileName() + "\"").header("X-Content-Type-Options", "nosniff").body(new FileSystemResource(file));
    }
}
