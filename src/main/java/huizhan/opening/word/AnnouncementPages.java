package huizhan.opening.word;

import huizhan.kernel.Actor;
import huizhan.kernel.Lang;
import huizhan.opening.word.Announcements.Form;
import huizhan.web.Flash;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The organizer announces; everybody reads it on the call page, and on his first page until he has. */
@Controller
class AnnouncementPages {
    private final Announcements announcements;

    AnnouncementPages(Announcements announcements) {
        this.announcements = announcements;
    }

    /** {@code templates/opening/announcements.html}. */
    record Line(Announcement said, boolean shown, int readers) {}

    @GetMapping("/announcements")
    ModelAndView page() {
        return page(new Form("", "", "", "", announcements.today().toString(), ""), "", HttpStatus.OK);
    }

    @PostMapping("/announcements")
    ModelAndView publish(Actor me, Lang lang, Flash flash, @RequestParam(name = "title", defaultValue = "") String title,
            @RequestParam(name = "text", defaultValue = "") String text, @RequestParam(name = "titleEn", defaultValue = "") String titleEn,
            @RequestParam(name = "textEn", defaultValue = "") String textEn, @RequestParam(name = "from", defaultValue = "") String from,
            @RequestParam(name = "to", defaultValue = "") String to) {
        var form = new Form(title, text, titleEn, textEn, from, to);
        var no = announcements.publish(me, form);
        if (no.isPresent()) return page(form, no.get().in(lang), HttpStatus.UNPROCESSABLE_CONTENT);
        flash.good("opening.announcements.published");
        return new ModelAndView("redirect:/announcements");
    }

    @PostMapping("/announcements/{id}/withdrawal")
    String withdraw(Actor me, Flash flash, @PathVariable("id") UUID id) {
        announcements.withdraw(me, id);
        flash.good("opening.announcements.withdrawn");
        return "redirect:/announcements";
    }

    @PostMapping("/announcements/{id}/reading")
    String read(Actor me, @PathVariable("id") UUID id) {
        announcements.read(me, id);
        return "redirect:/";
    }

    private ModelAndView page(Form form, String why, HttpStatus status) {
        var readers = announcements.readers();
        var lines = announcements.all().stream().map(each -> new Line(each, each.shownOn(announcements.today()), readers.getOrDefault(each.id(), 0))).toList();
        return new ModelAndView("opening/announcements", Map.of("lines", lines, "form", form, "why", why, "today", announcements.today()), status);
    }
}
