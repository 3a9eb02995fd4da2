package huizhan.nomination;

import huizhan.documents.PaperCode;
import huizhan.documents.PaperProof;
import huizhan.kernel.Actor;
import huizhan.kernel.Lang;
import huizhan.kernel.Role;
import huizhan.web.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Whether a paper and the record are the same, from a PDF, a scan, or the text of its QR code (B17). The file is not kept. */
@Controller
class PaperCheckPages {
    private final Records records;
    private final Texts texts;

    PaperCheckPages(Records records, Texts texts) {
        this.records = records;
        this.texts = texts;
    }

    @GetMapping("/paper-check")
    ModelAndView ask() {
        return page(Map.of(), HttpStatus.OK);
    }

    @PostMapping("/paper-check")
    ModelAndView check(Actor me, Lang lang, @RequestParam(name = "file", required = false) Optional<MultipartFile> file,
            @RequestParam(name = "code", defaultValue = "") String code) throws IOException {
        var text = code.strip();
        try {
            var proof = text.isEmpty() ? scanned(file, lang) : printed(text, lang);
            return page(Map.of("view", PaperCheckView.of(proof, records.find(proof), me.is(Role.ORGANIZER), lang)), HttpStatus.OK);
        } catch (NotAPaper e) {
            return page(Map.of("refused", String.valueOf(e.getMessage()), "code", text), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private static final class NotAPaper extends Exception {
        private static final long serialVersionUID = 1L;

        NotAPaper(String why) {
            super(why);
        }
    }

    private PaperProof printed(String text, Lang lang) throws NotAPaper {
        return PaperProof.of(PaperCode.of(text).orElseThrow(() -> new NotAPaper(texts.in(lang, "nomination.paper-check.code.wrong"))));
    }

    private PaperProof scanned(Optional<MultipartFile> file, Lang lang) throws NotAPaper, IOException {
        var sent = file.filter(each -> !each.isEmpty()).orElseThrow(() -> new NotAPaper(texts.in(lang, "nomination.paper-check.missing")));
        var copy = Files.createTempFile("paper", "");
        try {
            sent.transferTo(copy);
            return PaperProof.read(copy);
        } catch (PaperProof.Unreadable e) {
            throw new NotAPaper(e.reason().in(lang));
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private static ModelAndView page(Map<String, ?> more, HttpStatus status) {
        var model = new HashMap<String, Object>(Map.of("refused", "", "code", ""));
        model.putAll(more);
        return new ModelAndView("nomination/paper-check", model, status);
    }
}
