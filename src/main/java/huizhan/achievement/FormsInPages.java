package huizhan.achievement;

import huizhan.call.Field;
import huizhan.kernel.Actor;
import huizhan.kernel.Faults;
import huizhan.kernel.Lang;
import huizhan.kernel.Text;
import huizhan.office.OfficeForm;
import huizhan.web.Results;
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
import org.springframework.stereotype.Component;
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
    private final Seen seen;
    private final Words words;

    /** What is looked at before and after. */
    @Component
    record Seen(PastedViews pasted, Results results) {}

    FormsInPages(Pages pages, Guard guard, TakingOver taking, Pasting pasting, Seen seen, Words words) {
        this.pages = pages;
        this.guard = guard;
        this.taking = taking;
        this.pasting = pasting;
        this.seen = seen;
        this.words = words;
    }

    @GetMapping("/achievements/{id}/forms")
    ModelAndView ask(Actor me, Lang lang, @PathVariable("id") UUID id, @RequestParam(name = "result", required = false) Optional<UUID> result) {
        return page(me, pages.draft(me, id), lang, seen.results().of(me, place(id), result, lang), HttpStatus.OK);
    }

    private static String place(UUID id) {
        return "/achievements/" + id + "/forms";
    }

    @PostMapping("/achievements/{id}/forms")
    ModelAndView read(Actor me, Lang lang, @PathVariable("id") UUID id, @RequestParam(name = "file", required = false) Optional<MultipartFile> file)
            throws IOException {
        var draft = pages.draft(me, id);
        var name = file.flatMap(each -> Optional.ofNullable(each.getOriginalFilename())).orElse("");
        if (file.filter(each -> !each.isEmpty()).isEmpty()) {
            var missing = name.isBlank() ? words.say("forms.missing") : words.say("forms.nothing-in-it", name);
            return page(me, draft, lang, Map.of("missing", missing.in(lang)), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var call = pages.maker().call();
        var asked = new OfficeForm.Asked(Optional.empty(), call.kind(draft.text("kind")), draft.text("name"), OfficeForm.Beside.NOTHING);
        try (var in = file.get().getInputStream()) {
            var read = OfficeForm.read(in, name, call, asked);
            var view = new FormComparison(draft, call, part -> guard.closed(me, draft.entry(), part), words, lang).of(read, name);
            var brought = pasting.bring(me, id, read, name);
            var model = new HashMap<String, Object>(Map.of("view", view, "pasted", seen.pasted().of(draft, read, brought.kept(), lang)));
            brought.no().ifPresent(why -> model.put("unkept", why.in(lang)));
            return page(me, draft, lang, model, HttpStatus.OK);
        }
    }

    /** What came of it is looked at on a page of its own, so that to look again is not to do it again. */
    @PostMapping("/achievements/{id}/forms/values")
    String take(Actor me, @PathVariable("id") UUID id, @RequestParam MultiValueMap<String, String> form) {
        boolean undo = form.containsKey("undo");
        var wishes = new ArrayList<>(form.getOrDefault("field", List.of()).stream().distinct().map(field -> new TakingOver.Wish(field, Optional.ofNullable(form.getFirst(VALUE + field)).orElse(""),
            SectionForm.version(Optional.ofNullable(form.getFirst(VERSION + field)).orElse("")))).toList());
        if (undo) Collections.reverse(wishes);
        var result = new Result(me, id, form, undo);
        result.fields(taking.take(me, id, wishes));
        result.objects();
        result.pictures();
        if (undo) result.takeOut();
        var draft = pages.draft(me, id);
        return seen.results().keep(me, place(id), lang -> result.told(draft, lang));
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
        var look = seen.pasted().look(Slot.of(slot).orElseThrow(Faults.NotThere::new), pages.draft(me, id), file, lang);
        return new ModelAndView("achievement/pasted :: look", Map.of("id", id, "picture", picture, "slot", slot, "look", look, "again", again + 1));
    }

    /** @param where in words */
    private record Left(Text where, Text why) {}

    /** What became of fields, objects and pictures; a picture may belong to an object that came with it. */
    private final class Result {
        private final Actor me;
        private final UUID id;
        private final MultiValueMap<String, String> form;
        private final boolean undo;
        private final Map<String, UUID> byNumber = new HashMap<>();
        private final List<TakingOver.Taken> done = new ArrayList<>();
        private final List<TakingOver.Taken> refused = new ArrayList<>();
        private final List<UUID> added = new ArrayList<>();
        private final List<Pasting.Put> placed = new ArrayList<>();
        private final List<Left> left = new ArrayList<>();
        private long same;
        private int out;
        private int objectsOut;

        private Result(Actor me, UUID id, MultiValueMap<String, String> form, boolean undo) {
            this.me = me;
            this.id = id;
            this.form = form;
            this.undo = undo;
        }

        private void fields(List<TakingOver.Taken> taken) {
            taken.stream().filter(TakingOver.Taken::done).forEach(done::add);
            taken.stream().filter(each -> each.no().isPresent()).forEach(refused::add);
            same = taken.stream().filter(TakingOver.Taken::same).count();
        }

        private void objects() {
            for (var number : form.getOrDefault("object", List.of())) {
                var one = taking.object(me, id, note(number, form), added);
                one.object().ifPresent(object -> byNumber.put(PastedViews.NOTE + number, object));
                one.object().ifPresent(added::add);
                one.no().ifPresent(why -> left.add(new Left(words.say("s.objects"), why)));
            }
        }

        private void pictures() {
            var wishes = ids("picture", form).stream().map(each -> new Pasting.Wish(each, slot(each), Optional.ofNullable(form.getFirst("caption:" + each)).orElse(""))).toList();
            for (var put : pasting.place(me, id, wishes)) {
                put.no().ifPresent(why -> left.add(new Left(Text.same(put.name()), why)));
                if (put.placed().isPresent()) placed.add(put);
            }
        }

        private void takeOut() {
            var taken = pasting.takeOut(me, id, positions(form));
            taken.left().forEach(name -> left.add(new Left(Text.same(name), words.say("pasted.left"))));
            out = taken.out();
            objectsOut = taking.takeOut(me, id, ids("added", form));
        }

        /** @param draft as it stood right after */
        private Map<String, Object> told(Draft draft, Lang lang) {
            var put = placed.stream().map(each -> put(each.name(), each.placed().orElseThrow(), lang)).toList();
            var no = Stream.concat(refused.stream().map(each -> new Left(label(each.field(), draft), each.no().orElseThrow())), left.stream());
            return Map.of("done", done.stream().map(each -> shown(each, draft, lang)).toList(), "same", same, "left", no.map(each -> new FormView.Said(each.where().in(lang), each.why().in(lang))).toList(),
                "objects", List.copyOf(added), "placed", put, "undone", undo, "out", out, "objectsOut", objectsOut);
        }

        private FormView.Put put(String name, Placed one, Lang lang) {
            return new FormView.Put(one.id(), name, words.say("place." + one.slot().code()).in(lang), one.position());
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
        return new FormView.Line(taken.field(), label(taken.field(), draft).in(lang), "", now, InWords.of(known, taken.before(), call, lang), taken.before(), taken.version(), FormView.State.SAME, "");
    }

    private Text label(String field, Draft draft) {
        var pictured = draft.files().stream().filter(each -> each.captionField().equals(field)).flatMap(each -> draft.file(each).stream()).findFirst();
        if (pictured.isPresent()) return words.say("forms.caption", pictured.get().originalName());
        return new FieldLabels(pages.maker().call(), words).of(field);
    }

    private ModelAndView page(Actor me, Draft draft, Lang lang, Map<String, ?> more, HttpStatus status) {
        var model = new HashMap<String, Object>(more);
        model.put("id", draft.entry().id());
        model.put("name", pages.maker().name(draft, lang));
        model.put("closed", pages.maker().fills(me, draft.entry()) ? "" : guard.closed(me, draft.entry(), Field.By.UNIT).orElseGet(() -> words.say("forms.closed")).in(lang));
        return new ModelAndView("achievement/forms", model, status);
    }
}
