package huizhan.desk;

import huizhan.disc.Defect;
import huizhan.disc.DiscVerifier;
import huizhan.disc.DiscVerifier.Against;
import huizhan.disc.DiscVerifier.Verdict;
import huizhan.kernel.Lang;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Reads a burnt disc back: a drive, an image or a folder of this machine, whole (B9). */
@Controller
@ConditionalOnProperty(name = "huizhan.zone", havingValue = "desk")
class ReadingPages {

    /**
     * {@code templates/desk/reading.html}.
     *
     * @param path   as typed
     * @param fault  the end of the key of what is wrong with it, or empty
     * @param looked whether a disc was looked at
     * @param sealed whether it is a sealed one, of which only the outside can be checked here
     */
    record Page(String path, String fault, boolean looked, boolean sealed, List<Line> defects) {
        static Page of(String path, String fault) {
            return new Page(path, fault, false, false, List.of());
        }

        public boolean holds() {
            return looked && defects.stream().noneMatch(Line::stops);
        }
    }

    record Line(boolean stops, String text) {}

    @GetMapping("/desk/reading")
    ModelAndView page() {
        return page(Page.of("", ""));
    }

    @PostMapping("/desk/reading")
    ModelAndView read(Lang lang, @RequestParam(defaultValue = "") String path) {
        return page(read(path.strip(), lang));
    }

    private static Page read(String typed, Lang lang) {
        try {
            var path = Path.of(typed.replaceAll("^\"|\"$", ""));
            if (typed.isEmpty() || !path.isAbsolute() || !Files.exists(path)) return Page.of(typed, "missing");
            return seen(typed, DiscVerifier.verify(path, new Against(Optional.empty(), Optional.empty(), List.of())), lang);
        } catch (InvalidPathException e) {
            return Page.of(typed, "missing");
        } catch (IOException e) {
            return Page.of(typed, "unreadable");
        }
    }

    private static Page seen(String typed, Verdict verdict, Lang lang) {
        return new Page(typed, "", true, verdict.sealed().isPresent(), verdict.defects().stream().map(each -> line(each, lang)).toList());
    }

    private static Line line(Defect defect, Lang lang) {
        return new Line(defect.stops(), defect.line(lang));
    }

    private static ModelAndView page(Page page) {
        return new ModelAndView("desk/reading", Map.of("page", page), page.fault().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
