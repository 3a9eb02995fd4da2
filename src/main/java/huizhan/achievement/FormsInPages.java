package huizhan.achievement;

import huizhan.call.Field;
import huizhan.kernel.Actor;
import huizhan.kernel.Faults;
import huizhan.kernel.Lang;
import huizhan.office.OfficeForm;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/**
 * A form filled in Word or Excel: brought in, looked at, taken over, taken back (B2). The file itself is not kept; of its pictures copies
 * are, to be looked at and put into their places, unless it bears a mark (A4).
 */
@Controller
class FormsInPages {
    private static final String VALUE = "value:";
    private static final String VERSION = "version:";
    private static final String OBJECT = "object:";
    private final Pages pages;
    private final Guard guard;
    private final TakingOver taking;
    private final Pasting pasting;
    private final PastedViews pasted;
    private final Words words;

    FormsInPages(Pages pages, Guard guard, TakingOver taking, Pasting pasting, PastedViews pasted, Words words) {
        this.pages = pages;
        this.guard = guard;
        this.taking = taking;
        this.pasting = pasting;
        this.pasted = pasted;
        this.words = words;
    }

    @GetMapping("/achievements/{id}/forms")
    ModelAndView ask(Actor me, Lang lang, @PathVariable("id") UUID id) {
        return page(me, pages.draft(me, id), lang, Map.of(), HttpStatus.OK);
    }

    @PostMapping("/achievements/{id}/forms")
    ModelAndView read(Actor me, Lang lang, @PathVariable("id") UUID id, @RequestParam(name = "file", required = false) Optional<MultipartFile> file)
            throws IOException {
        var draft = pages.draft(me, id);
        if (file.filter(each -> !each.isEmpty()).isEmpty()) {
            return page(me, draft, lang, Map.of("missing", true), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var name = Optional.ofNullable(file.get().getOriginalFilename()).orElse("");
        var call = pages.maker().call();
        var asked = new OfficeForm.Asked(Optional.empty(), call.kind(draft.text("kind")), draft.text("name"), OfficeForm.Beside.NOTHING);
        try (var in = file.get().getInputStream()) {
            var read = OfficeForm.read(in, name, call, asked);
            var view = new FormComparison(draft, call, part -> guard.closed(me, draft.entry(), part), words, lang).of(read, name);
            var brought = pasting.bring(me, id, read, name);
            var model = new HashMap<String, Object>(Map.of("view", view, "pasted", pasted.of(draft, read, brought.kept(), lang)));
            brought.no().ifPresent(why -> model.put("unkept", why.in(lang)));
            return page(me, draft, lang, model, HttpStatus.OK);
        }
    }

    @PostMapping("/achievements/{id}/forms/values")
    ModelAndView take(Actor me, Lang lang, @PathVariable("id") UUID id, @RequestParam MultiValueMap<String, String> form) {
        boolean undo = form.containsKey("undo");
        var wishes = new ArrayList<>(form.getOrDefault("field", List.of()).stream().map(field -> new TakingOver.Wish(field, Optional.ofNullable(form.getFirst(VALUE + field)).orElse(""),
            SectionForm.version(Optional.ofNullable(form.getFirst(VERSION + field)).orElse("")))).toList());
        if (undo) Collections.reverse(wishes);
        var taken = taking.take(me, id, wishes);
        var result = new Result(me, id, lang, form);
        result.objects();
        result.pictures();
        var draft = pages.draft(me, id);
        var done = taken.stream().filter(TakingOver.Taken::done).map(each -> shown(each, draft, lang)).toList();
        var not = new ArrayList<>(Stream.concat(taken.stream().filter(each -> !each.done()).map(each -> new FormView.Said(label(each.field(), lang), each.no().orElseThrow().in(lang))),
            result.left.stream()).toList());
        var model = new HashMap<String, Object>(Map.of("done", done, "left", not, "objects", List.copyOf(result.added), "placed", List.copyOf(result.placed), "undone", undo));
        if (undo) {
            var out = pasting.takeOut(me, id, positions(form));
            out.left().forEach(name -> not.add(new FormView.Said(name, words.say("pasted.left").in(lang))));
            model.put("out", out.out());
            model.put("objectsOut", taking.takeOut(me, id, ids("added", form)));
        }
        return page(me, pages.draft(me, id), lang, model, HttpStatus.OK);
    }

    private static List<UUID> ids(String name, MultiValueMap<String, String> form) {
        return form.getOrDefault(name, List.of()).stream().filter(each -> each.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")).distinct().map(UUID::fromString).toList();
    }

    private static Map<UUID, Long> positions(MultiValueMap<String, String> form) {
        return ids("placed", form).stream().collect(Collectors.toMap(each -> each, each -> SectionForm.version(Optional.ofNullable(form.getFirst("position:" + each)).orElse(""))));
    }

    /** A picture of a form once more: whether its small copy has come, and what was found out since. */
    @GetMapping("/achievements/{id}/forms/pictures/{picture}")
    ModelAndView look(Actor me, Lang lang, @PathVariable("id") UUID id, @PathVariable("picture") UUID picture, @RequestParam("slot") String slot,
            @RequestParam(name = "again", defaultValue = "0") int again) {
        var file = pasting.find(me, id, picture).orElseThrow(Faults.NotThere::new);
        var look = pasted.look(Slot.of(slot).orElseThrow(Faults.NotThere::new), pages.draft(me, id), file, lang);
        return new ModelAndView("achievement/pasted :: look", Map.of("id", id, "picture", picture, "slot", slot, "look", look, "again", again + 1));
    }

    /** What became of objects and pictures; a picture may belong to an object that came with it. */
    private final class Result {
        private final Actor me;
        private final UUID id;
        private final Lang lang;
        private final MultiValueMap<String, String> form;
        private final Map<String, UUID> byNumber = new HashMap<>();
        private final List<UUID> added = new ArrayList<>();
        private final List<FormView.Put> placed = new ArrayList<>();
        private final List<FormView.Said> left = new ArrayList<>();

        private Result(Actor me, UUID id, Lang lang, MultiValueMap<String, String> form) {
            this.me = me;
            this.id = id;
            this.lang = lang;
            this.form = form;
        }

        private void objects() {
            for (var number : form.getOrDefault("object", List.of())) {
                var one = taking.object(me, id, note(number, form));
                one.object().ifPresent(object -> byNumber.put(PastedViews.NOTE + number, object));
                one.object().ifPresent(added::add);
                one.no().ifPresent(why -> left.add(new FormView.Said(words.say("s.objects").in(lang), why.in(lang))));
            }
        }

        private void pictures() {
            var wishes = ids("picture", form).stream().map(each -> new Pasting.Wish(each, slot(each), Optional.ofNullable(form.getFirst("caption:" + each)).orElse(""))).toList();
            for (var put : pasting.place(me, id, wishes)) {
                put.no().ifPresent(why -> left.add(new FormView.Said(put.name(), why.in(lang))));
                put.placed().ifPresent(one -> placed.add(new FormView.Put(one.id(), put.name(), words.say("place." + one.slot().code()).in(lang), one.position())));
            }
        }

        private String slot(UUID picture) {
            var wanted = Optional.ofNullable(form.getFirst("slot:" + picture)).orElse("");
            return byNumber.containsKey(wanted) ? "photo:" + byNumber.get(wanted) : wanted;
        }
    }

    private static Map<String, String> note(String number, MultiValueMap<String, String> form) {
        var note = new LinkedHashMap<String, String>();
        Catalogue.OBJECT_PARTS.forEach(part -> Optional.ofNullable(form.getFirst(OBJECT + number + ":" + part)).ifPresent(value -> note.put(part, value)));
        return note;
    }

    private FormView.Line shown(TakingOver.Taken taken, Draft draft, Lang lang) {
        var call = pages.maker().call();
        var known = Catalogue.find(taken.field(), draft, call);
        var now = InWords.of(known, draft.text(taken.field()), call, lang);
        return new FormView.Line(taken.field(), label(taken.field(), lang), "", now, InWords.of(known, taken.before(), call, lang), taken.before(), taken.version(), FormView.State.SAME, "");
    }

    private String label(String field, Lang lang) {
        return new FieldLabels(pages.maker().call(), words).of(field).in(lang);
    }

    private ModelAndView page(Actor me, Draft draft, Lang lang, Map<String, ?> more, HttpStatus status) {
        var model = new HashMap<String, Object>(more);
        model.put("id", draft.entry().id());
        model.put("name", pages.maker().name(draft, lang));
        model.put("closed", pages.maker().fills(me, draft.entry()) ? "" : guard.closed(me, draft.entry(), Field.By.UNIT).orElseGet(() -> words.say("forms.closed")).in(lang));
        return new ModelAndView("achievement/forms", model, status);
    }
}
