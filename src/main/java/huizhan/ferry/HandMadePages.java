package huizhan.ferry;

import huizhan.folder.HandMade.Place;
import huizhan.folder.Sorting.Named;
import huizhan.kernel.Actor;
import huizhan.kernel.Lang;
import huizhan.kernel.Text;
import huizhan.opening.OpenCall;
import huizhan.organization.Departments;
import huizhan.web.Dates;
import huizhan.web.Flash;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/** The sorting table: a disc made by hand comes up as it lies, each file gets its place, and what it says is read (B25). */
@Controller
class HandMadePages {
    private static final String REDIRECT = "HX-Redirect";
    private static final String HOME = "/discs/hand-made";
    private static final String ONE = HOME + "/{id}";
    private final HandMadeDiscs discs;
    private final HandMadeViews views;
    private final HandMadeImages images;
    private final Departments departments;
    private final OpenCall open;

    HandMadePages(HandMadeDiscs discs, HandMadeViews views, HandMadeImages images, Departments departments, OpenCall open) {
        this.discs = discs;
        this.views = views;
        this.images = images;
        this.departments = departments;
        this.open = open;
    }

    @GetMapping(HOME)
    ModelAndView list(Actor me) {
        discs.require(me);
        return list("", "", "");
    }

    private ModelAndView list(String why, String department, String day) {
        var page = views.list(why, department, day.isEmpty() ? Dates.dayOf(open.arrived()).toString() : day);
        return new ModelAndView("ferry/hand-made", Map.of("page", page), why.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping(HOME)
    ModelAndView begin(Actor me, Lang lang, @RequestParam(name = "department", defaultValue = "") String code, @RequestParam(name = "day", defaultValue = "") String day) {
        discs.require(me);
        var department = departments.active().stream().filter(each -> each.code().equals(code)).findFirst();
        var came = day(day);
        if (department.isEmpty() || came.isEmpty()) {
            return list(new Text("请选择推荐部门，并写明收到的日期（不晚于今天）。", "Choose the department, and give the day on which it came, today at the latest.").in(lang), code, day);
        }
        return new ModelAndView("redirect:" + HOME + "/" + discs.begin(me, department.get().id(), came.get()));
    }

    private Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed.strip())).filter(day -> !day.isAfter(Dates.dayOf(open.arrived())));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** A piece of the page that is asked for is answered with the way to the whole where nothing of it may be shown any more. */
    @GetMapping(ONE)
    ModelAndView one(Actor me, Lang lang, @PathVariable("id") UUID id, @RequestHeader(name = "HX-Request", defaultValue = "") String piece, HttpServletResponse answer) {
        discs.require(me);
        var strays = discs.strays(me, id);
        if (strays && !piece.isEmpty()) answer.setHeader(REDIRECT, HOME + "/" + id);
        return strays ? list(HandMadeDiscs.MISPLACED.in(lang), "", "") : new ModelAndView("ferry/sorting", "page", views.one(id, List.of(), lang));
    }

    /** @param seen what the page shows already; where that is so still, nothing is answered */
    @GetMapping(ONE + "/image")
    @Nullable ModelAndView image(Actor me, @PathVariable("id") UUID id, @RequestParam(name = "seen", defaultValue = "") String seen, HttpServletResponse answer) {
        discs.require(me);
        var disc = discs.waiting().stream().filter(each -> each.id().equals(id)).findFirst();
        if (disc.isEmpty() || disc.get().misplaced().isPresent()) {
            answer.setHeader(REDIRECT, disc.isEmpty() ? HOME : HOME + "/" + id);
            return null;
        }
        var image = views.image(id);
        if (image.state().equals(seen)) {
            answer.setStatus(HttpStatus.NO_CONTENT.value());
            return null;
        }
        return new ModelAndView("ferry/image :: image", "image", image);
    }

    @PostMapping(ONE + "/image/removal")
    String dismiss(Actor me, @PathVariable("id") UUID id, @RequestParam(name = "what", defaultValue = "") String what) {
        discs.require(me);
        if (what.equals("stop")) images.stop(me, id);
        else images.read(me, id);
        return "redirect:" + HOME + "/" + id;
    }

    /** What the browser tells of a folder before it sends a byte. */
    record Names(@Nullable List<Named> files) {}

    @PostMapping(ONE + "/files")
    @ResponseBody
    ResponseEntity<Object> announce(Actor me, Lang lang, @PathVariable("id") UUID id, @RequestBody Names names) {
        discs.require(me);
        var answer = discs.announce(me, id, Objects.requireNonNullElse(names.files(), List.<Named>of()).stream().filter(Objects::nonNull).toList());
        return answer.refusal().<ResponseEntity<Object>>map(no -> ResponseEntity.status(HttpStatus.CONFLICT).body(Map.of("message", no.in(lang))))
            .orElseGet(() -> ResponseEntity.ok(Map.of("slots", answer.slots())));
    }

    @PostMapping(ONE + "/places")
    String sort(Actor me, Flash flash, @PathVariable("id") UUID id, @RequestParam MultiValueMap<String, String> form) {
        discs.require(me);
        var said = new LinkedHashMap<Integer, HandMadeDiscs.Said>();
        form.getOrDefault("number", List.of()).stream().filter(each -> each.matches("[0-9]{1,6}")).forEach(each -> said.put(Integer.parseInt(each),
            new HandMadeDiscs.Said(place(form.getFirst("use-" + each), form.getFirst("rank-" + each)), form.containsKey("looked-" + each))));
        discs.sort(me, id, said);
        flash.good("ferry.sorted");
        return "redirect:" + HOME + "/" + id;
    }

    private static Optional<Place> place(@Nullable String use, @Nullable String rank) {
        if (use == null || !use.matches("form|picture|video|photo|attachment|summary|overview|none")) return Optional.empty();
        var purpose = HandMadeSql.use(use);
        int place = rank != null && rank.matches("[0-9]{1,2}") ? Integer.parseInt(rank) : 0;
        return purpose.ofNomination() ? Optional.of(new Place(0, purpose)) : place > 0 ? Optional.of(new Place(place, purpose)) : Optional.empty();
    }

    @PostMapping(ONE + "/reception")
    ModelAndView take(Actor me, Lang lang, Flash flash, @PathVariable("id") UUID id) throws IOException {
        discs.require(me);
        var department = discs.find(id).department();
        var objections = discs.take(me, id);
        if (objections.isEmpty()) {
            flash.good("ferry.hand-made.taken");
            return new ModelAndView("redirect:/discs/departments/" + department);
        }
        if (objections.get(0).code().equals(Imports.ZONE)) return list(objections.get(0).text().in(lang), "", "");
        return new ModelAndView("ferry/sorting", Map.of("page", views.one(id, objections.stream().map(each -> each.text().in(lang)).toList(), lang)), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping(ONE + "/unreadable")
    String unreadable(Actor me, Flash flash, @PathVariable("id") UUID id) {
        discs.require(me);
        var department = discs.find(id).department();
        discs.unreadable(me, id);
        flash.good("ferry.hand-made.asked");
        return "redirect:/reception/" + department + "#slips";
    }

    @PostMapping(ONE + "/removal")
    String remove(Actor me, Flash flash, @PathVariable("id") UUID id) {
        discs.require(me);
        discs.erase(me, id);
        flash.good("ferry.hand-made.removed");
        return "redirect:" + HOME;
    }
}
