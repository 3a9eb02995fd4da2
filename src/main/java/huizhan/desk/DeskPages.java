package huizhan.desk;

import huizhan.kernel.Actor;
import huizhan.kernel.Faults;
import huizhan.kernel.Lang;
import huizhan.kit.Kit;
import huizhan.organization.LocalPerson;
import huizhan.web.Flash;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The desk's own page: first it asks for the kit, then for the person's place, then it says what this desk is. */
@Controller
@ConditionalOnProperty(name = "huizhan.zone", havingValue = "desk")
class DeskPages {
    private static final int MOST = 4_000_001;
    private final Desks desks;

    DeskPages(Desks desks) {
        this.desks = desks;
    }

    /** @param kind {@code department} or {@code unit}, or empty before a choice */
    record Form(String kind, String name, String unit) {
        private static final Form EMPTY = new Form("", "", "");
    }

    @GetMapping("/desk")
    ModelAndView page(Actor me, Lang lang) {
        return page(me, lang, List.of(), Form.EMPTY, Map.of());
    }

    private ModelAndView page(Actor me, Lang lang, List<String> defects, Form form, Map<String, String> errors) {
        var kit = desks.kit().map(each -> DeskPage.Shown.of(each, lang));
        var page = new DeskPage(desks.settled(), kit, desks.data().toString(), me.ofDepartment(), defects);
        return new ModelAndView("desk/page", Map.of("page", page, "form", form, "errors", errors), defects.isEmpty() && errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping("/desk/kit")
    ModelAndView take(Actor me, Lang lang, Flash flash, @RequestParam(name = "file") MultipartFile file) throws IOException {
        byte[] bytes;
        try (var in = file.getInputStream()) {
            bytes = in.readNBytes(MOST);
        }
        var before = desks.kit().map(kit -> kit.organizer().id());
        var read = desks.take(me, bytes);
        if (!read.holds()) return page(me, lang, read.defects().stream().map(each -> each.in(lang)).toList(), Form.EMPTY, Map.of());
        if (!desks.settled()) return new ModelAndView("redirect:/desk");
        var same = before.equals(read.kit().map(kit -> kit.organizer().id()));
        return done(flash, same ? "desk.kit.renewed" : "desk.kit.renewed.key", "/desk");
    }

    @PostMapping("/desk/place")
    ModelAndView place(Actor me, Lang lang, Flash flash, @RequestParam(defaultValue = "") String kind, @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String unit) {
        if (desks.settled()) throw new Faults.NotThere();
        var kit = desks.kit().orElseThrow(Faults.NotThere::new);
        var form = new Form(kit.unit().isPresent() ? "unit" : kind, name.strip(), unit.strip());
        var errors = errors(form, kit);
        if (!errors.isEmpty()) return page(me, lang, List.of(), form, errors);
        desks.settle(form.name(), form.kind().equals("unit") ? Optional.of(form.unit()) : Optional.empty());
        return done(flash, "desk.placed", "/");
    }

    private static Map<String, String> errors(Form form, Kit kit) {
        var errors = new LinkedHashMap<String, String>();
        if (!List.of("unit", "department").contains(form.kind())) errors.put("kind", "desk.kind.wanted");
        if (form.kind().equals("unit") && kit.unit().isEmpty() && !LocalPerson.isName(form.unit())) errors.put("unit", "desk.unit.wanted");
        if (!LocalPerson.isName(form.name())) errors.put("name", "desk.name.wanted");
        return errors;
    }

    private ModelAndView done(Flash flash, String key, String next) {
        if (!desks.ready()) return new ModelAndView("desk/opening");
        if (key.endsWith(".key")) flash.warn(key);
        else flash.good(key);
        return new ModelAndView("redirect:" + next);
    }

    /** For the page that waits until the program has started anew. */
    @GetMapping("/desk/ready")
    ResponseEntity<Void> ready() {
        return ResponseEntity.status(desks.ready() ? HttpStatus.NO_CONTENT : HttpStatus.SERVICE_UNAVAILABLE).build();
    }
}
