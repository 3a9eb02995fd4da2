package huizhan.letter;

import huizhan.documents.PaperFormat;
import huizhan.documents.Papers;
import huizhan.kernel.Actor;
import huizhan.kernel.Faults;
import huizhan.kernel.Lang;
import huizhan.organization.Accounts;
import huizhan.web.Dates;
import huizhan.web.Flash;
import huizhan.web.Saving;
import huizhan.web.Texts;
import huizhan.web.Versions;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/** The letter of recommendation over HTTP (B26). */
@Controller
class LetterPages {
    private final Letters letters;
    private final Accounts accounts;
    private final Papers papers;
    private final Texts texts;

    LetterPages(Letters letters, Accounts accounts, Papers papers, Texts texts) {
        this.letters = letters;
        this.accounts = accounts;
        this.papers = papers;
        this.texts = texts;
    }

    @GetMapping("/nomination/letter")
    ModelAndView page(Actor me) {
        return new ModelAndView("letter/letter", "page", LetterPage.of(letters.of(me.owner()), letters.isOpen(me.owner())));
    }

    /** The remarks alone, refreshed after each save. */
    @GetMapping("/nomination/letter/remarks")
    ModelAndView remarks(Actor me) {
        return new ModelAndView("letter/letter :: remarks", "page", LetterPage.of(letters.of(me.owner()), letters.isOpen(me.owner())));
    }

    /** One field saves itself. */
    @PostMapping(value = "/nomination/letter", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    ResponseEntity<Map<String, Object>> write(Actor me, Lang lang, @RequestParam("field") String field, @RequestParam("value") String value,
            @RequestParam("version") long version) {
        var save = letters.write(me, field, value, version);
        if (save instanceof Letters.Save.Kept kept) {
            return Saving.kept(kept.written().version(), kept.written().at());
        }
        return save instanceof Letters.Save.Overtaken over ? Saving.overtaken(over.theirs().version(), over.theirs().value(), over.theirs().at())
            : Saving.refused(((Letters.Save.Refused) save).why().in(lang));
    }

    @GetMapping("/nomination/letter.docx")
    ResponseEntity<byte[]> word(Actor me) {
        var letter = letters.paper(me.owner());
        var name = ContentDisposition.attachment().filename("推荐函.docx", StandardCharsets.UTF_8).build().toString();
        return ResponseEntity.ok().contentType(MediaType.parseMediaType(PaperFormat.WORD.mediaType())).header("Content-Disposition", name)
            .header("X-Content-Type-Options", "nosniff").cacheControl(CacheControl.noStore()).body(papers.letter(letter));
    }

    @GetMapping("/nomination/letter/history/{field}")
    ModelAndView past(Actor me, Lang lang, @PathVariable("field") String field, @RequestParam(name = "from", required = false) Optional<Long> from,
            @RequestParam(name = "to", required = false) Optional<Long> to,
            @RequestParam(name = "each", defaultValue = "false") boolean each) {
        return past(me, lang, field, new Versions.Wanted(from, to, each), "", HttpStatus.OK);
    }

    private ModelAndView past(Actor me, Lang lang, String code, Versions.Wanted wanted, String refused, HttpStatus status) {
        var field = LetterField.of(code).orElseThrow(Faults.NotThere::new);
        var versions = letters.past(me.owner(), field);
        if (versions.isEmpty()) {
            throw new Faults.NotThere();
        }
        var titles = new Versions.Titles(spell -> texts.in(lang, "letter.version", Dates.moment(lang, spell.until()), accounts.nameOf(spell.by()).orElse("")),
            texts.in(lang, "letter.version.none"));
        var view = Versions.of(texts.in(lang, "letter." + code), new Versions.Past(versions, List.of()), wanted, titles, number -> letters.version(me.owner(), field, number).orElse(""),
            letters.isOpen(me.owner()));
        return new ModelAndView("letter/history", Map.of("view", view, "field", code, "refused", refused), status);
    }

    /** An earlier text becomes the newest one. */
    @PostMapping("/nomination/letter/history/{field}/restoration")
    ModelAndView restore(Actor me, Lang lang, Flash flash, @PathVariable("field") String field, @RequestParam("version") long version,
            @RequestParam("present") long present) {
        var earlier = letters.version(me.owner(), LetterField.of(field).orElseThrow(Faults.NotThere::new), version).orElseThrow(Faults.NotThere::new);
        var save = letters.write(me, field, earlier, present);
        if (save instanceof Letters.Save.Kept) {
            flash.good("letter.restored");
            return new ModelAndView("redirect:/nomination/letter/history/" + field);
        }
        var why = save instanceof Letters.Save.Refused no ? no.why().in(lang) : texts.in(lang, "letter.overtaken");
        return past(me, lang, field, new Versions.Wanted(Optional.of(version), Optional.empty(), false), why, HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
