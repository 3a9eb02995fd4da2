package huizhan.opening.word;

import huizhan.kernel.Actor;
import huizhan.kernel.Lang;
import huizhan.kernel.Role;
import huizhan.kernel.Text;
import huizhan.opening.OpenCall;
import huizhan.opening.word.QuestionsPage.Form;
import huizhan.organization.Department;
import huizhan.organization.Departments;
import huizhan.web.Flash;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Questions and answers: one page for those who ask, another for those who answer (B10). */
@Controller
class QuestionPages {
    private static final String HOME = "redirect:/questions";
    private final Questions questions;
    private final OpenCall open;
    private final Departments departments;

    QuestionPages(Questions questions, OpenCall open, Departments departments) {
        this.questions = questions;
        this.open = open;
        this.departments = departments;
    }

    @GetMapping("/questions")
    ModelAndView page(Actor me, Lang lang, @RequestParam(name = "q", defaultValue = "") String q) {
        return page(me, q, QuestionsPage.EMPTY, Optional.empty(), lang);
    }

    /** The person has read the newest answers to what he asked. */
    @PostMapping("/questions/reading")
    String read(Actor me, @RequestParam(name = "seen", required = false) Optional<List<String>> seen) {
        questions.read(me, seen.orElse(List.of()));
        return HOME;
    }

    @PostMapping("/questions")
    ModelAndView ask(Actor me, Lang lang, Flash flash, @RequestParam(name = "about", defaultValue = "") String about,
            @RequestParam(name = "text", defaultValue = "") String text) {
        return answer(me, questions.ask(me, about, text), new Form("", about, "", text), flash, "opening.questions.asked", lang);
    }

    @PostMapping("/questions/publication")
    ModelAndView publish(Actor me, Lang lang, Flash flash, @RequestParam(name = "about", defaultValue = "") String about,
            @RequestParam(name = "wording", defaultValue = "") String wording, @RequestParam(name = "text", defaultValue = "") String text) {
        return answer(me, questions.publish(me, about, wording, text), new Form("", about, wording, text), flash, "opening.questions.published", lang);
    }

    @PostMapping("/questions/{id}/answer")
    ModelAndView answer(Actor me, Lang lang, Flash flash, @PathVariable("id") UUID id, @RequestParam(name = "to", defaultValue = "") String to,
            @RequestParam(name = "wording", defaultValue = "") String wording, @RequestParam(name = "text", defaultValue = "") String text,
            @RequestParam(name = "seen", defaultValue = "0") long seen) {
        boolean all = to.equals("all");
        var no = questions.answer(me, id, all, wording, text, seen);
        return answer(me, no, new Form(id.toString(), "", wording, text), flash, all ? "opening.questions.published" : "opening.questions.answered", lang);
    }

    @PostMapping("/questions/{id}/withdrawal")
    ModelAndView withdraw(Actor me, Lang lang, Flash flash, @PathVariable("id") UUID id, @RequestParam(name = "seen", defaultValue = "0") long seen) {
        return answer(me, questions.withdraw(me, id, seen), new Form(id.toString(), "", "", ""), flash, "opening.questions.withdrawn", lang);
    }

    private ModelAndView answer(Actor me, Optional<Text> no, Form form, Flash flash, String done, Lang lang) {
        if (no.isPresent()) return page(me, "", form, no, lang);
        flash.good(done);
        return new ModelAndView(HOME);
    }

    private ModelAndView page(Actor me, String q, Form form, Optional<Text> no, Lang lang) {
        var status = no.isPresent() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK;
        var why = no.map(text -> text.in(lang)).orElse("");
        var abouts = abouts(lang);
        if (!me.is(Role.ORGANIZER)) {
            var own = questions.of(me);
            var news = questions.unread(me) == 0 ? List.<String>of() : own.stream().filter(each -> each.by().equals(me.account()) && each.last().isPresent()).map(Question::version).toList();
            var page = new QuestionsPage(questions.published(q), own, news, abouts, q, form, why);
            return new ModelAndView("opening/questions", Map.of("page", page), status);
        }
        var names = departments.all().stream().collect(Collectors.toMap(Department::id, each -> each.name().in(lang)));
        var all = questions.all().stream().map(each -> new AnswersPage.Line(each, each.department().map(id -> names.getOrDefault(id, "")).orElse(""))).toList();
        var waiting = all.stream().filter(each -> each.question().waits()).sorted(Comparator.comparing((AnswersPage.Line each) -> each.question().at())).toList();
        var page = new AnswersPage(waiting, all.stream().filter(each -> !each.question().waits()).toList(), abouts, form, why);
        return new ModelAndView("opening/answers", Map.of("page", page), status);
    }

    /** What a question can be about: the passages of the call, and its forms. */
    private Map<String, String> abouts(Lang lang) {
        var abouts = new LinkedHashMap<String, String>();
        open.call().passages().forEach(each -> abouts.put(each.id(), each.heading().in(lang)));
        open.call().forms().values().forEach(each -> abouts.put(each.id(), each.title().in(lang)));
        return abouts;
    }
}
