package huizhan.achievement;

import huizhan.call.Call;
import huizhan.call.Form;
import huizhan.documents.PaperFormat;
import huizhan.documents.Papers;
import huizhan.kernel.Actor;
import huizhan.kernel.Faults;
import huizhan.kernel.Lang;
import huizhan.media.MediaFiles;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The papers of one achievement: looked at on a sheet, and as PDF, Word and OFD to print and stamp (A7, A12, B2, B8). */
@Controller
class PaperPages {
    private final Pages pages;
    private final Achievements achievements;
    private final Papers papers;
    private final MediaFiles media;

    PaperPages(Pages pages, Achievements achievements, Papers papers, MediaFiles media) {
        this.pages = pages;
        this.achievements = achievements;
        this.papers = papers;
        this.media = media;
    }

    @GetMapping("/achievements/{id}/papers/{file}")
    Object paper(Actor me, Lang lang, @PathVariable("id") UUID id, @PathVariable("file") String file) {
        var format = PaperFormat.ofFile(file);
        var form = form(format.isPresent() ? file.substring(0, file.lastIndexOf('.')) : file, achievements.call());
        var draft = pages.draft(me, id);
        if (format.isEmpty()) return preview(form, draft, lang);
        var values = PaperValues.of(form, achievements.filled(draft), achievements.call(), media);
        var bytes = papers.form(format.get(), form, values, achievements.call(), achievements.today());
        return download(form.title().zh() + " " + pages.maker().name(draft, Lang.ZH), format.get(), bytes);
    }

    private static ResponseEntity<byte[]> download(String title, PaperFormat format, byte[] bytes) {
        var name = title.replaceAll("[\\p{Cntrl}/\\\\:*?\"<>|]", "_") + "." + format.extension();
        var disposition = ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build();
        return ResponseEntity.ok().contentType(MediaType.parseMediaType(format.mediaType()))
            .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
            .header("Content-Security-Policy", "sandbox; default-src 'none'").body(bytes);
    }

    private ModelAndView preview(Form form, Draft draft, Lang lang) {
        var filled = achievements.filled(draft);
        return new ModelAndView("achievement/paper", Map.of("paper", PaperPage.of(form, draft, filled, achievements.call(), lang)));
    }

    private static Form form(String id, Call call) {
        return Layout.papers(call).filter(each -> each.id().equals(id)).findFirst().orElseThrow(Faults.NotThere::new);
    }
}
